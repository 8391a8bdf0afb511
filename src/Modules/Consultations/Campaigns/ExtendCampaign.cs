using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>Moves the last day of an open campaign further.</summary>
internal sealed class ExtendCampaign(DiapasonDb db, CurrentCouncil council, CampaignDirectory directory, AuditTrail audit, TimeProvider clock)
{
    public async Task<ChangeOutcome> RunAsync(Guid id, DateOnly lastDay, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (CampaignDays.IsTooFar(lastDay, now)) return ChangeOutcome.DayTooFar;
        var closes = CampaignDays.EndOf(lastDay);
        if (await db.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == id && c.CouncilId == council.Id, cancel) is not { } campaign) return ChangeOutcome.Absent;
        if (!campaign.IsOpenAt(now)) return ChangeOutcome.NotOpen;
        if (campaign.ClosesAt == closes) return ChangeOutcome.AlreadySo;
        if (!(closes > campaign.ClosesAt)) return ChangeOutcome.DayTooEarly;
        audit.Record("campaign.extended", $"campaign:{id:D}", new { from = CampaignDays.DayOf(campaign.ClosesAt.Value.AddTicks(-1)), to = lastDay });
        campaign.ClosesAt = closes;
        return await directory.SaveAsync(db, cancel);
    }
}
