using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Retention;

/// <summary>Destroys what people answered to a campaign: answers, drafts, codes and receipts with them, and the marks of what was taken back. What was published stays.</summary>
internal sealed class DestroyAnswers(DiapasonDb db, IEnumerable<IKeepFigures> keepers, CampaignDirectory directory, AuditTrail audit, WriteAheadLog log, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Set<KeptAnswers>().SingleOrDefaultAsync(k => k.CampaignId == id, cancel) is not { DestroyedAt: null } kept) return Problem.Absent();
        if (await directory.FindAsync(kept.CouncilId, new CampaignId(id), cancel) is not { ClosedAt: { } closed } campaign) return Problem.Absent();
        foreach (var keeper in keepers)
            if (!await keeper.KeepAsync(campaign, cancel)) return CampaignProblems.FiguresNotKept;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The campaign's row first, as whoever moves answers does: a tray being emptied would put them back.
        await db.Set<Campaign>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastSequence, c => c.LastSequence), cancel);
        var responses = db.Set<Response>().Where(r => r.CampaignId == id);
        kept.Answers = await responses.Where(r => r.SubmittedOn != null).ExecuteDeleteAsync(cancel);
        kept.Drafts = await responses.ExecuteDeleteAsync(cancel);
        kept.Drafts += await db.Set<PaperSheet>().Where(s => s.CampaignId == id).ExecuteDeleteAsync(cancel);
        await db.Set<PaperBatch>().Where(b => b.CampaignId == id).ExecuteDeleteAsync(cancel);
        kept.Drafts += await db.Set<CollectedAnswer>().Where(a => a.CampaignId == id).ExecuteDeleteAsync(cancel);
        await db.Set<CollectedContent>().Where(f => db.Set<CollectedBatch>().Any(b => b.Id == f.BatchId && b.CampaignId == id)).ExecuteDeleteAsync(cancel);
        await db.Set<CollectedBatch>().Where(b => b.CampaignId == id).ExecuteDeleteAsync(cancel);
        await db.Set<SendingTally>().Where(t => t.CampaignId == id).ExecuteDeleteAsync(cancel);
        await db.Set<Withdrawal>().Where(w => w.CampaignId == id).ExecuteDeleteAsync(cancel);
        kept.DestroyedAt = clock.GetUtcNow().UtcDateTime;
        audit.Record(new CampaignActs.AnswersDestroyed(id, kept.Answers, kept.Drafts, kept.Months, CampaignDays.DayOf(closed.AddTicks(-1))));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        directory.Refresh();
        await log.EmptyAsync(CancellationToken.None);
        return Outcome.Done;
    }
}
