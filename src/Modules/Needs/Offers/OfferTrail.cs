using System.Security.Cryptography;
using System.Text;
using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;

namespace Diapason.Needs.Offers;

/// <summary>What is done to the offer, as the trail keeps it.</summary>
internal static class OfferTrail
{
    [Recorded("offer.entry_added", "offer")]
    internal sealed record EntryAdded(Guid Subject) : Act(Subject);

    [Recorded("offer.entry_changed", "offer")]
    internal sealed record EntryChanged(Guid Subject, IReadOnlyList<FieldChange> Changes) : Act(Subject);

    [Recorded("offer.entry_withdrawn", "offer")]
    internal sealed record EntryWithdrawn(Guid Subject) : Act(Subject);

    [Recorded("offer.entry_put_back", "offer")]
    internal sealed record EntryPutBack(Guid Subject) : Act(Subject);

    /// <summary>A file of the whole offer was read in; each entry it changed has its own line too.</summary>
    [Recorded("offer.imported", "council")]
    internal sealed record Imported(Guid Subject, int AddedEntries, int ChangedEntries) : Act(Subject);

    /// <summary>An entry is known by its code; the trail knows by ids.</summary>
    public static Guid IdOf(string code) => new(SHA256.HashData(Encoding.UTF8.GetBytes(code)).AsSpan(0, 16));
}

/// <summary>Entries in the trail, by their title.</summary>
internal sealed class OfferSubjects(ReferenceLibrary library, CurrentCouncil council) : IAuditSubjects
{
    public string Kind => "offer";

    public async Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var entries = (await library.FindAsync(council.Id, cancel))?.Offer.Entries ?? [];
        return entries.Select(entry => (Id: OfferTrail.IdOf(entry.Code), Entry: entry)).Where(pair => ids.Contains(pair.Id))
            .ToDictionary(pair => pair.Id, pair => new AuditSubject(pair.Entry.Title.Here, NeedsLinks.Entry(pair.Entry.Code)));
    }
}
