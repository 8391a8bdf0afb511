using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Workshops.Data;
using Diapason.Workshops.Live;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Leading;

/// <summary>Words are read by somebody before they are on the wall. What is kept from it says why, so that it can be counted.</summary>
internal sealed class ReadOverWords(DiapasonDb db, AuditTrail audit, RoomWatch watch)
{
    /// <summary>Why words are not shown, in the order in which they are offered: <c>reason.names</c>.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["names", "insult", "off_topic", "empty"];

    public async Task<Outcome> ShowAsync(Guid workshop, Guid id, CancellationToken cancel)
    {
        if (await db.Set<Contribution>().Where(c => c.Id == id && c.WorkshopId == workshop && c.Words != "").ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ContributionState.Shown).SetProperty(c => c.Reason, ""), cancel) == 0) return Problem.Absent();
        watch.Changed(workshop);
        return Outcome.Done;
    }

    public async Task<Outcome> HideAsync(Guid workshop, Guid id, string reason, CancellationToken cancel)
    {
        if (!Reasons.Contains(reason)) return Problem.Invalid("words.reason_missing", "reason");
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Contribution>().Where(c => c.Id == id && c.WorkshopId == workshop && c.Words != "").ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ContributionState.Hidden).SetProperty(c => c.Reason, reason), cancel) == 0) return Problem.Absent();
        audit.Record(new WorkshopActs.WordsHidden(workshop));
        await db.SaveChangesAsync(cancel);
        await together.CommitAsync(cancel);
        watch.Changed(workshop);
        return Outcome.Done;
    }
}
