namespace Diapason.Consultations.Contracts;

/// <summary>Policies about one campaign, that of the <c>id</c> in the address (<c>docs/roles.md</c>), for the pages of modules built on this one.</summary>
public static class CampaignPolicies
{
    /// <summary>To see how it stands.</summary>
    public const string Reader = "campaign-reader";
}
