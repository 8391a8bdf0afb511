using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Text;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Preparing;

/// <summary>Adds a workshop, from nothing, from a model or from a kit alike, or changes one.</summary>
internal sealed class SaveWorkshop(DiapasonDb db, CurrentCouncil council, AuditTrail audit)
{
    private const int LongestCode = 60;
    private const int Tries = 20;
    public static readonly Problem TooLate = Problem.Lost("prepare.changed_since");

    /// <summary>Words that are pages of their own where a workshop’s name would be.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["join", "code", "room", "card"];

    public async Task<Outcome<Guid>> AddAsync(WorkshopContent content, CancellationToken cancel)
    {
        var workshop = await NewAsync(await FreeCodeAsync(content.Title, cancel), content, WorkshopState.Draft, isSynthetic: false, cancel);
        db.Add(workshop);
        audit.Record(new WorkshopActs.Added(workshop.Id));
        await db.SaveChangesAsync(cancel);
        return workshop.Id;
    }

    /// <summary>One more, prepared as another was.</summary>
    public async Task<Outcome<Guid>> CopyAsync(Guid id, DateOnly day, CancellationToken cancel) =>
        await db.Set<Workshop>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancel) is { } model ? await AddAsync(model.Read() with { Day = day }, cancel) : Problem.Absent();

    /// <param name="id">Which one.</param>
    /// <param name="change">From what it says to what it shall say.</param>
    /// <param name="seen">The stamp of what the form was filled from.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> ChangeAsync(Guid id, Func<WorkshopContent, WorkshopContent> change, Guid seen, CancellationToken cancel)
    {
        if (await db.Set<Workshop>().SingleOrDefaultAsync(w => w.Id == id, cancel) is not { } workshop) return Problem.Absent();
        if (workshop.State == WorkshopState.Closed) return Problem.Lost("prepare.is_closed");
        if (workshop.Stamp != seen) return TooLate;
        var (before, next) = (workshop.Read(), change(workshop.Read()).Typeset());
        // Nobody has the address of what is not open: it follows the title until then.
        if (workshop.State == WorkshopState.Draft && next.Title.In(LocalizedText.FrenchCode) != before.Title.In(LocalizedText.FrenchCode)) workshop.Code = await FreeCodeAsync(next.Title, cancel);
        (workshop.Content, workshop.Day, workshop.IsSynthetic) = (next.ToJson(), next.Day, false);
        workshop.Touch();
        audit.Record(new WorkshopActs.Changed(id));
        return await KeepAsync(cancel);
    }

    private async Task<Outcome> KeepAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return TooLate;
        }
    }

    public async Task<Workshop> NewAsync(string code, WorkshopContent content, WorkshopState state, bool isSynthetic, CancellationToken cancel)
    {
        var typeset = content.Typeset();
        return new Workshop
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            Code = code,
            Room = await FreeRoomAsync(cancel),
            State = state,
            Content = typeset.ToJson(),
            Day = typeset.Day,
            IsSynthetic = isSynthetic,
            Stamp = Guid.CreateVersion7(),
        };
    }

    /// <summary>Six digits that no other workshop of the council has.</summary>
    private async Task<string> FreeRoomAsync(CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            var room = RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);
            if (!await db.Set<Workshop>().AnyAsync(w => w.Room == room, cancel)) return room;
        }

        throw new InvalidOperationException("No number is free for a room.");
    }

    /// <summary>The title in an address, and a number where another has it.</summary>
    private async Task<string> FreeCodeAsync(LocalizedText title, CancellationToken cancel)
    {
        var wanted = InAddress(title.In(LocalizedText.FrenchCode));
        var taken = (await db.Set<Workshop>().Where(w => w.Code.StartsWith(wanted)).Select(w => w.Code).ToListAsync(cancel)).Concat(Reserved).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}")).First(code => !taken.Contains(code)) : wanted;
    }

    private static string InAddress(string title)
    {
        var code = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) code.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && code is [.., not '-']) code.Append('-');
            if (code.Length == LongestCode) break;
        }

        var trimmed = code.ToString().Trim('-');
        return trimmed.Length == 0 ? "workshop" : trimmed;
    }
}
