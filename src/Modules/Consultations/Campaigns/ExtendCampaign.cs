using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>Moves the last day of an open campaign further, or gives one to a campaign that has none.</summary>
internal sealed class ExtendCampaign(DiapasonDb db, CampaignDirectory directory, AuditTrail audit, TimeProvider clock)
{
    public async Task<ChangeOutcome> RunAsync(Guid id, DateOnly lastDay, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (CampaignDays.IsTooFar(lastDay, now)) return ChangeOutcome.DayTooFar;
        var closes = CampaignDays.EndOf(lastDay);
        if (await db.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } campaign) return ChangeOutcome.Absent;
        if (!campaign.IsOpenAt(now)) return ChangeOutcome.NotOpen;
        if (campaign.ClosesAt == closes) return ChangeOutcome.AlreadySo;
        // A campaign without an end receives one, which must be still to come.
        if (closes <= (campaign.ClosesAt ?? now)) return ChangeOutcome.DayTooEarly;
        var from = campaign.ClosesAt is { } known ? CampaignDays.DayOf(known.AddTicks(-1)) : (DateOnly?)null;
        audit.Record(new CampaignActs.Extended(id, from, lastDay));
        campaign.ClosesAt = closes;
        return await directory.SaveAsync(db, cancel);
    }
}
