using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Retention;

/// <summary>
/// Destroys the answers whose retention period is over. It cannot be undone and a clock can be wrong: every look for a day, none further than two days
/// from the one before, must have found so. What was found is in the database, so that a restart or another machine goes on from there.
/// </summary>
internal sealed class DestroyDueAnswers(DiapasonDb db, CouncilDirectory councils, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    /// <summary>How long a campaign must be found due before its answers go.</summary>
    internal static readonly TimeSpan Wait = TimeSpan.FromDays(1);

    /// <summary>Two looks further apart than this say nothing together: the clock was moved, or nobody was there.</summary>
    internal static readonly TimeSpan Apart = TimeSpan.FromDays(2);

    public string Name => "consultations.destroy-due-answers";

    public string TextKey => "job.destroy_due_answers";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await db.EveryCouncil<KeptAnswers>().ToDictionaryAsync(k => k.CampaignId, cancel);
        var ripe = new List<KeptAnswers>();
        foreach (var campaign in await db.EveryCouncil<Campaign>().AsNoTracking().Where(c => c.OpensAt <= now).ToListAsync(cancel))
        {
            if (Promise(campaign, known.GetValueOrDefault(campaign.Id), (await councils.SettingsAsync(campaign.CouncilId, cancel)).RetentionMonths) is not { } kept) continue;
            if (Look(kept, campaign, now)) ripe.Add(kept);
        }

        await db.SaveChangesAsync(cancel);
        foreach (var kept in ripe) await DestroyAsync(kept, cancel);
    }

    /// <summary>What is promised, remembered from the first time people could answer; null when nothing is, or when it is done.</summary>
    private KeptAnswers? Promise(Campaign campaign, KeptAnswers? kept, int? months)
    {
        if (kept?.DestroyedAt is not null || RetentionDays.Months(kept, months) is not { } promised) return null;
        if (kept is null) db.Add(kept = new KeptAnswers { CampaignId = campaign.Id, CouncilId = campaign.CouncilId, Months = promised });
        kept.Months = promised;
        return kept;
    }

    /// <summary>Whether this look, with those before it, is enough.</summary>
    private static bool Look(KeptAnswers kept, Campaign campaign, DateTime now)
    {
        if (campaign.ClosedAt is not { } closed || now < CampaignDays.EndOf(RetentionDays.LastOf((closed, campaign.HeldOn), kept.Months)))
        {
            (kept.DueSince, kept.DueSeenAt) = (null, null);
            return false;
        }

        if (kept.DueSeenAt is not { } seen || now < seen || now - seen > Apart) kept.DueSince = now;
        kept.DueSeenAt = now;
        return now - kept.DueSince >= Wait;
    }

    private async Task DestroyAsync(KeptAnswers kept, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCouncil>().Set(await councils.FindAsync(kept.CouncilId, cancel));
        await scope.ServiceProvider.GetRequiredService<DestroyAnswers>().RunAsync(kept.CampaignId, cancel);
    }
}
