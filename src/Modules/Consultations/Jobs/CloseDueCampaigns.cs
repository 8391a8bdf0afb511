using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Jobs;

/// <summary>
/// Records the closing of campaigns whose last day has passed, tells other modules, and counts the last answers of those that are closed. Dates alone close a campaign:
/// one whose closing was recorded before its last day, by a clock that was ahead for long, is open again.
/// </summary>
internal sealed class CloseDueCampaigns(DiapasonDb db, EventOutbox outbox, CampaignDirectory directory, CountLastAnswers count, TimeProvider clock) : IJob
{
    public string Name => "consultations.close-due-campaigns";

    public string TextKey => "job.close_due_campaigns";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.EveryCouncil<Campaign>().Where(c => c.ClosedAt == null && c.OpensAt <= now && c.ClosesAt <= now).ToListAsync(cancel);
        foreach (var campaign in due)
        {
            campaign.ClosedAt = campaign.ClosesAt;
            outbox.Add(new CampaignClosed(campaign.Id, campaign.CouncilId));
        }

        var early = await db.EveryCouncil<Campaign>().Where(c => c.ClosedAt == c.ClosesAt && c.ClosesAt > now).ToListAsync(cancel);
        foreach (var campaign in early) campaign.ClosedAt = null;
        await db.SaveChangesAsync(cancel);
        if (due.Count + early.Count > 0) directory.Refresh();
        var waiting = db.EveryCouncil<Response>().Where(r => r.Sequence == null && r.RecordKey != null).Select(r => r.CampaignId);
        foreach (var id in await db.EveryCouncil<Campaign>().Where(c => c.ClosedAt != null && waiting.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancel))
            if (await directory.FindLiveAsync(new CampaignId(id), cancel) is { } closed) await count.RunAsync(closed.Facts, cancel);
    }
}
