using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outbox;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>Closes an open campaign at once. Drafts stay to their authors, uncounted.</summary>
internal sealed class CloseCampaign(DiapasonDb db, CampaignDirectory directory, AuditTrail audit, EventOutbox outbox, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } campaign) return Problem.Absent();
        if (!campaign.IsOpenAt(now)) return campaign.ClosedAt is null ? CampaignProblems.NotOpen : CampaignProblems.AlreadySo;
        campaign.ClosedAt = now;
        audit.Record(new CampaignActs.Closed(id, CampaignDays.LastOf(campaign.ClosesAt)));
        outbox.Add(new CampaignClosed(id, campaign.CouncilId));
        return await directory.SaveAsync(db, cancel);
    }
}
