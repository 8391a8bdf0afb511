using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Offers;

/// <summary>Holds a council's reference while it is changed: of two people, the second sees what the first has done.</summary>
internal sealed class HoldReference(DiapasonDb db, CurrentCouncil council, ReplaceReference replace)
{
    private static readonly Dictionary<string, byte[]> AllKept = [];

    /// <summary>What the change records in the trail is saved with it, or not at all.</summary>
    public async Task<Outcome> RunAsync(Func<NeedsReference, Outcome<Offer>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The row is the lock: two people come one after the other.
        await db.Set<StoredReference>().ExecuteUpdateAsync(set => set.SetProperty(r => r.LoadedAt, r => r.LoadedAt), cancel);
        if (await db.Set<StoredReference>().AsNoTracking().Select(r => r.Document).SingleOrDefaultAsync(cancel) is not { } document) return Problem.Absent();
        var reference = ReferenceJson.Read(document);
        var changed = change(reference);
        if (!changed.IsDone) return changed;
        await replace.RunAsync(council.Id, reference with { Offer = changed.Value }, AllKept, cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
