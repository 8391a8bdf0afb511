using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>Chooses what ties an answer to a person, and whether one answers by invitation only. Until the opening; never after.</summary>
internal sealed class ChoosePromise(DiapasonDb db, CampaignDirectory directory, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid id, Anonymity wanted, bool invitedOnly, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } campaign) return Problem.Absent();
        if (campaign.OpensAt <= now) return Problem.Lost("promise.opened");
        if (wanted == Anonymity.Anonymous && invitedOnly) return Problem.Invalid("promise.anonymous_invited", "InvitedOnly");
        if (wanted == Anonymity.Anonymous && await db.Set<Invitation>().AnyAsync(i => i.CampaignId == id, cancel)) return Problem.Invalid("promise.has_invitations", "Anonymity");
        var list = await InvitationLists.EnsureAsync(db, campaign.Id, campaign.CouncilId, cancel);
        if (campaign.Anonymity != wanted) audit.Record(new InvitationActs.PromiseChosen(id, Word(campaign.Anonymity), Word(wanted)));
        if (!campaign.TryPromise(wanted, now)) return Problem.Lost("promise.opened");
        list.InvitedOnly = invitedOnly;
        return await directory.SaveAsync(db, cancel);
    }

    private static string Word(Anonymity promise) => promise.ToString().ToLowerInvariant();
}
