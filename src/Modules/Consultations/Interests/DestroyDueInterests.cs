using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Interests;

/// <summary>Destroys the addresses of those who wanted results: thirty days after the mail that told them, and a year after the campaign in any case.</summary>
internal sealed class DestroyDueInterests(DiapasonDb db, WriteAheadLog log, TimeProvider clock) : IJob
{
    public string Name => "consultations.destroy-due-interests";

    public string TextKey => "job.destroy_due_interests";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (told, ended) = (CampaignDays.DayOf(now).AddDays(-Interest.DaysOnceTold), now.AddMonths(-Interest.MostMonths));
        var over = db.EveryCouncil<Campaign>().Where(c => c.ClosedAt != null && c.ClosedAt < ended).Select(c => c.Id);
        if (await db.EveryCouncil<Interest>().Where(i => i.ToldOn < told || over.Contains(i.CampaignId)).ExecuteDeleteAsync(cancel) > 0) await log.EmptyAsync(CancellationToken.None);
    }
}
