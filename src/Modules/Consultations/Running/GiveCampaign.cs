using Diapason.Consultations.Data;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Running;

/// <summary>Says which continuing-education officers run a campaign: those named do, the others no longer. Who is none cannot be named.</summary>
internal sealed class GiveCampaign(DiapasonDb db, IEnumerable<IStaffNames> staff, AuditTrail audit)
{
    public async Task<Outcome> RunAsync(Guid campaignId, IReadOnlyCollection<Guid> accounts, CancellationToken cancel)
    {
        if (await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancel) is not { } campaign) return Problem.Absent();
        var officers = new HashSet<Guid>();
        foreach (var names in staff) officers.UnionWith((await names.HoldingAsync(Roles.Rfc, cancel)).Select(one => one.Account));
        if (!officers.IsSupersetOf(accounts)) return Problem.Invalid("runners.unknown", "Accounts");
        var known = await db.Set<CampaignRunner>().Where(r => r.CampaignId == campaignId).ToListAsync(cancel);
        foreach (var runner in known.Where(r => !accounts.Contains(r.AccountId)))
        {
            db.Remove(runner);
            audit.Record(new RunnerActs.Taken(campaignId, runner.AccountId));
        }

        foreach (var account in accounts.Except(known.Select(r => r.AccountId)))
        {
            db.Add(new CampaignRunner { CampaignId = campaignId, AccountId = account, CouncilId = campaign.CouncilId });
            audit.Record(new RunnerActs.Given(campaignId, account));
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // Two administrators at once: the first has said who.
            return Campaigns.CampaignProblems.AlreadySo;
        }
    }
}

/// <summary>To whom a campaign is given, as the trail keeps it.</summary>
internal static class RunnerActs
{
    [Recorded("campaign.given", "campaign")]
    internal sealed record Given(Guid Subject, Guid Account) : Act(Subject);

    [Recorded("campaign.taken_from", "campaign")]
    internal sealed record Taken(Guid Subject, Guid Account) : Act(Subject);
}
