using Diapason.Consultations.Contracts;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Invitations;

/// <summary>What keeps several acts on invitations from being done.</summary>
internal static class InvitationProblems
{
    /// <summary>It promises that nobody is invited by name.</summary>
    public static readonly Problem Anonymous = Problem.Invalid("invitations.anonymous");

    /// <summary>Its addresses were destroyed: no others are taken.</summary>
    public static readonly Problem Destroyed = Problem.Lost("invitations.destroyed");

    /// <summary>Null when the campaign may have invitations.</summary>
    public static Problem? Of(CampaignFacts campaign, InvitationList? list) =>
        campaign.Anonymity == Anonymity.Anonymous ? Anonymous : list?.DestroyedOn is not null ? Destroyed : null;
}
