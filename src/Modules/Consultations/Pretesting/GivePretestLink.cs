using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pretesting;

/// <summary>Makes the link by which a campaign is tried before it opens, under a new secret, or closes it. Only the hash of the secret is kept: it is shown once.</summary>
internal sealed class GivePretestLink(DiapasonDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The secret.</summary>
    public async Task<Outcome<string>> RunAsync(Guid campaignId, CancellationToken cancel)
    {
        if (await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancel) is not { } campaign) return Problem.Absent();
        if (campaign.OpensAt <= clock.GetUtcNow().UtcDateTime) return Problem.Lost("pretest.is_open");
        var secret = SecretCode.New();
        if (await FindAsync(campaignId, cancel) is { } link) link.Hash = SecretCode.Hash(secret);
        else db.Add(new PretestLink { CampaignId = campaignId, CouncilId = campaign.CouncilId, Hash = SecretCode.Hash(secret) });
        audit.Record(new PretestActs.Opened(campaignId));
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>Those who have begun cannot go on; what they answered stays until it is erased.</summary>
    public async Task<Outcome> CloseAsync(Guid campaignId, CancellationToken cancel)
    {
        if (await FindAsync(campaignId, cancel) is not { } link) return CampaignProblems.AlreadySo;
        db.Remove(link);
        audit.Record(new PretestActs.Closed(campaignId));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private Task<PretestLink?> FindAsync(Guid campaignId, CancellationToken cancel) => db.Set<PretestLink>().SingleOrDefaultAsync(l => l.CampaignId == campaignId, cancel);
}
