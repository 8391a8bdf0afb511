using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Invitations;

/// <summary>Destroys the addresses of campaigns that ended as many days ago as was settled.</summary>
internal sealed class DestroyDueAddresses(DiapasonDb db, CouncilDirectory councils, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public string Name => "consultations.destroy-due-addresses";

    public string TextKey => "job.destroy_due_addresses";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var held = db.EveryCouncil<Invitation>().Select(i => i.CampaignId);
        var ended = await db.EveryCouncil<Campaign>().AsNoTracking().Where(c => c.ClosedAt != null && held.Contains(c.Id)).ToListAsync(cancel);
        var lists = await db.EveryCouncil<InvitationList>().AsNoTracking().ToDictionaryAsync(l => l.CampaignId, l => l.KeptDays, cancel);
        foreach (var campaign in ended)
            if (now >= CampaignDays.EndOf(LastDay(campaign.ClosedAt!.Value, lists.GetValueOrDefault(campaign.Id, InvitationList.DefaultDays)))) await DestroyAsync(campaign, cancel);
    }

    /// <summary>The last day on which the addresses of a campaign that closed at a moment are kept.</summary>
    public static DateOnly LastDay(DateTime closed, int days) => CampaignDays.DayOf(closed.AddTicks(-1)).AddDays(days);

    private async Task DestroyAsync(Campaign campaign, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCouncil>().Set(await councils.FindAsync(campaign.CouncilId, cancel));
        await scope.ServiceProvider.GetRequiredService<DestroyAddresses>().RunAsync(campaign.Id, null, cancel);
    }
}
