using Diapason.Needs.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Wording;

/// <summary>Holds a council's lexicon while it is changed: of two people, the second sees what the first has done.</summary>
internal sealed class HoldLexicon(DiapasonDb db, CurrentCouncil council, KeepLexicon keep)
{
    /// <summary>What the change records in the trail is saved with it, or not at all.</summary>
    public async Task<Outcome> RunAsync(Func<Lexicon, Outcome<Lexicon>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The row is the lock: two people come one after the other.
        await db.Set<StoredLexicon>().ExecuteUpdateAsync(set => set.SetProperty(l => l.ChangedAt, l => l.ChangedAt), cancel);
        if (await keep.StoredAsync(cancel) is not { } lexicon) return Problem.Absent();
        var changed = change(lexicon);
        if (!changed.IsDone) return changed;
        await keep.RunAsync(council.Id, changed.Value, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
