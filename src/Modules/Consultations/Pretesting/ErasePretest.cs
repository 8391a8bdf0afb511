using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pretesting;

/// <summary>Erases what was answered in the pretest of a campaign; the trail keeps how many.</summary>
internal sealed class ErasePretest(DiapasonDb db, AuditTrail audit, WriteAheadLog log)
{
    /// <summary>The link stays: others may try the pages after a change.</summary>
    public async Task<Outcome<int>> RunAsync(Guid campaignId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var erased = await EraseAsync(campaignId, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        return erased;
    }

    /// <summary>At the opening, the link too. Within the caller's transaction, which empties the log once it has ended.</summary>
    public async Task EndAsync(Guid campaignId, CancellationToken cancel)
    {
        await db.Set<PretestLink>().Where(l => l.CampaignId == campaignId).ExecuteDeleteAsync(cancel);
        await EraseAsync(campaignId, cancel);
    }

    private async Task<int> EraseAsync(Guid campaignId, CancellationToken cancel)
    {
        var erased = await db.Set<PretestAnswer>().Where(a => a.CampaignId == campaignId).ExecuteDeleteAsync(cancel);
        if (erased > 0) audit.Record(new PretestActs.Erased(campaignId, erased));
        return erased;
    }
}
