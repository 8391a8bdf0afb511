using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Collecting;

/// <summary>Takes a batch back as a whole: its file, or the answers that wait, and the batch with them. Once released, nobody knows which they were.</summary>
internal sealed class TakeBackCollected(DiapasonDb db, AuditTrail audit, WriteAheadLog log)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<CollectedBatch>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } batch) return Problem.Absent();
        if (batch.ReleasedOn is not null) return CampaignProblems.AlreadySo;
        await db.Set<CollectedAnswer>().Where(a => a.BatchId == id).ExecuteDeleteAsync(cancel);
        await db.Set<CollectedContent>().Where(f => f.BatchId == id).ExecuteDeleteAsync(cancel);
        db.Remove(batch);
        if (batch.KeptAt is not null) audit.Record(new CollectedActs.TakenBack(batch.CampaignId, batch.Name, batch.Answers));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return CampaignProblems.AlreadySo;
        }

        await transaction.CommitAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        return Outcome.Done;
    }
}
