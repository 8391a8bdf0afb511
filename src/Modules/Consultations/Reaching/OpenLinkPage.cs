using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Reaching;

/// <summary>Opens the page of an association, under a new secret that makes the former one useless, or closes it. Only the hash of the secret is kept: it is shown once.</summary>
internal sealed class OpenLinkPage(DiapasonDb db, AuditTrail audit)
{
    /// <summary>The secret.</summary>
    public async Task<Outcome<string>> RunAsync(Guid campaignId, string code, CancellationToken cancel)
    {
        if (await FindAsync(campaignId, code, cancel) is not { } link) return Problem.Absent();
        var secret = SecretCode.New();
        link.PageHash = SecretCode.Hash(secret);
        audit.Record(new LinkActs.PageOpened(campaignId, code));
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    public async Task<Outcome> CloseAsync(Guid campaignId, string code, CancellationToken cancel)
    {
        if (await FindAsync(campaignId, code, cancel) is not { } link) return Problem.Absent();
        if (link.PageHash is null) return Outcome.Done;
        link.PageHash = null;
        audit.Record(new LinkActs.PageClosed(campaignId, code));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private Task<AssociationLink?> FindAsync(Guid campaignId, string code, CancellationToken cancel) => db.Set<AssociationLink>().SingleOrDefaultAsync(l => l.CampaignId == campaignId && l.Code == code, cancel);
}
