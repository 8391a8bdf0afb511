using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>Once a campaign is closed, counts the answers that still waited for others.</summary>
internal sealed class CountLastAnswers(GroupCommit commits, CampaignLock campaigns, Tray tray, TimeProvider clock)
{
    public Task RunAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return commits.CommitAsync(
            async (connection, stop) =>
            {
                // Opened again meanwhile: they wait for others again.
                if (await campaigns.TakeAsync(connection, campaign, now, stop)) return false;
                var end = campaign.ClosedAt ?? campaign.ClosesAt ?? now;
                await tray.EmptyAsync(connection, campaign, CampaignDays.DayOf((end < now ? end : now).AddTicks(-1)), stop);
                return true;
            },
            cancel);
    }
}
