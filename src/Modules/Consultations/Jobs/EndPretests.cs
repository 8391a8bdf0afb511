using Diapason.Consultations.Data;
using Diapason.Consultations.Pretesting;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Jobs;

/// <summary>Ends the pretest of a campaign that its date opened. One that an administrator opens ends in the same act.</summary>
internal sealed class EndPretests(DiapasonDb db, CouncilDirectory councils, IServiceScopeFactory scopes, WriteAheadLog log, TimeProvider clock) : IJob
{
    public string Name => "consultations.end-pretests";

    public string TextKey => "job.end_pretests";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var tried = db.EveryCouncil<PretestLink>().Select(l => l.CampaignId).Concat(db.EveryCouncil<PretestAnswer>().Select(a => a.CampaignId));
        var open = await db.EveryCouncil<Campaign>().AsNoTracking().Where(c => c.OpensAt <= now && tried.Contains(c.Id)).Select(c => new { c.Id, c.CouncilId }).ToListAsync(cancel);
        foreach (var campaign in open) await EndAsync(campaign.Id, campaign.CouncilId, cancel);
        if (open.Count > 0) await log.EmptyAsync(CancellationToken.None);
    }

    private async Task EndAsync(Guid campaignId, Guid councilId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCouncil>().Set(await councils.FindAsync(councilId, cancel));
        var context = scope.ServiceProvider.GetRequiredService<DiapasonDb>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<ErasePretest>().EndAsync(campaignId, cancel);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
