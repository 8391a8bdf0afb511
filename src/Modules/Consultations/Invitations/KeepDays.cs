using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Invitations;

/// <summary>Settles how many days after a campaign its addresses are kept.</summary>
internal sealed class KeepDays(DiapasonDb db)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, int days, CancellationToken cancel)
    {
        if (days is < 0 or > InvitationList.MostDays) return Problem.Invalid("invitations.days_wrong", "Days", ("most", InvitationList.MostDays));
        var list = await InvitationLists.EnsureAsync(db, campaign.Id.Value, campaign.CouncilId, cancel);
        if (InvitationProblems.Of(campaign, list) is { } refusal) return refusal;
        list.KeptDays = days;
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
