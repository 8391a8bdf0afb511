using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Sample.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Sample.Entries;

/// <summary>Adds an entry or changes it, for a kit and for the page of the Coulisses alike.</summary>
internal sealed class KeepEntry(DiapasonDb db, CurrentCouncil council, AuditTrail audit)
{
    private static readonly Problem TooLate = Problem.Lost("sample.changed_since");

    /// <summary>From a kit. False when all was already so, or when the council has written its own since.</summary>
    public async Task<bool> FromKitAsync(EntryContent wanted, bool isSynthetic, CancellationToken cancel)
    {
        wanted = wanted.Typeset();
        var entry = await db.Set<Entry>().SingleOrDefaultAsync(e => e.Code == wanted.Code, cancel);
        if (entry is not null && (entry.IsChangedHere || (entry.Content == wanted && entry.IsSynthetic == isSynthetic))) return false;
        if (entry is null) db.Add(New(wanted, isSynthetic));
        else Write(entry, wanted, isSynthetic);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>From its page, on which <paramref name="seen"/> was read.</summary>
    public async Task<Outcome> OnPageAsync(Guid id, EntryContent wanted, Guid seen, CancellationToken cancel)
    {
        if (await db.Set<Entry>().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } entry) return Problem.Absent();
        if (entry.Stamp != seen) return TooLate;
        if (wanted.Problems(council.Languages) is { Count: > 0 } problems) return Outcome.Of(problems);
        if (entry.Content == wanted.Typeset()) return Outcome.Done;
        Write(entry, wanted.Typeset(), isSynthetic: false);
        entry.IsChangedHere = true;
        audit.Record(new EntryChanged(id));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TooLate;
        }

        return Outcome.Done;
    }

    private Entry New(EntryContent wanted, bool isSynthetic) => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        Code = wanted.Code,
        Title = wanted.Title,
        Text = wanted.Text,
        Review = wanted.Review,
        IsSynthetic = isSynthetic,
        IsChangedHere = false,
        Stamp = Guid.CreateVersion7(),
    };

    private static void Write(Entry entry, EntryContent wanted, bool isSynthetic) =>
        (entry.Title, entry.Text, entry.Review, entry.IsSynthetic, entry.Stamp) = (wanted.Title, wanted.Text, wanted.Review, isSynthetic, Guid.CreateVersion7());
}
