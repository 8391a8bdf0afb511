using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>Moves the last day of an open campaign further, or gives one to a campaign that has none.</summary>
internal sealed class ExtendCampaign(DiapasonDb db, CampaignDirectory directory, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid id, DateOnly lastDay, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (CampaignDays.IsTooFar(lastDay, now)) return CampaignProblems.DayTooFar;
        var closes = CampaignDays.EndOf(lastDay);
        if (await db.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } campaign) return Problem.Absent();
        if (!campaign.IsOpenAt(now)) return CampaignProblems.NotOpen;
        if (campaign.ClosesAt == closes) return CampaignProblems.AlreadySo;
        // A campaign without an end receives one, which must be still to come.
        if (closes <= (campaign.ClosesAt ?? now)) return CampaignProblems.DayNotLater;
        audit.Record(new CampaignActs.Extended(id, CampaignDays.LastOf(campaign.ClosesAt), lastDay));
        campaign.ClosesAt = closes;
        return await directory.SaveAsync(db, cancel);
    }
}
