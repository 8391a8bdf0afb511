using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Jobs;

/// <summary>Erases the drafts of campaigns closed for ninety days, and the sheets nobody released: long enough for their authors to fetch them. What was typed in a preview goes a day later.</summary>
internal sealed class EraseAbandonedDrafts(DiapasonDb db, WriteAheadLog log, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public static readonly TimeSpan PreviewKept = TimeSpan.FromDays(1);

    public string Name => "consultations.erase-abandoned-drafts";

    public string TextKey => "job.erase_abandoned_drafts";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var lookedAt = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime - PreviewKept);
        var previews = await db.EveryCouncil<PreviewAnswer>().Where(p => p.SavedOn < lookedAt).ExecuteDeleteAsync(cancel);
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        var closed = db.EveryCouncil<Campaign>().Where(c => c.ClosedAt < before).Select(c => c.Id);
        var sheets = await db.EveryCouncil<PaperSheet>().Where(s => closed.Contains(s.CampaignId)).ExecuteDeleteAsync(cancel);
        var drafts = await db.EveryCouncil<Response>().Where(r => r.SubmittedOn == null && closed.Contains(r.CampaignId)).ExecuteDeleteAsync(cancel);
        if (previews + sheets + drafts > 0) await log.EmptyAsync(cancel);
    }
}
