using System.Globalization;
using System.Security.Claims;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Consultations.Running;

/// <summary>
/// Who may do what with a campaign, decided here for every page (<c>docs/roles.md</c>). A continuing-education officer runs the campaigns they planned or were given, and no other;
/// answers one by one stay with administrators and analysts, lists of names with administrators.
/// </summary>
internal static class CampaignRights
{
    /// <summary>To see how a campaign stands. Without a campaign, to see one's list of them.</summary>
    public const string Reader = CampaignPolicies.Reader;

    /// <summary>To open, extend, close, invite.</summary>
    public const string Runner = "campaign-runner";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Reader, policy => policy.RequireAuthenticatedUser().AddRequirements(new OnCampaign(Roles.Administrator, Roles.Analyst)));
        options.AddPolicy(Runner, policy => policy.RequireAuthenticatedUser().AddRequirements(new OnCampaign(Roles.Administrator)));
    }
}

/// <summary>The person holds one of these roles in the council of the request, or runs the campaign in question as a continuing-education officer.</summary>
internal sealed class OnCampaign(params string[] roles) : IAuthorizationRequirement
{
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>The campaign in question is the one of the address, or the one a page asks about by its id; where there is none, the role alone is looked at.</summary>
internal sealed class OnCampaignHandler(CurrentCouncil council, CampaignRunners runners) : AuthorizationHandler<OnCampaign>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, OnCampaign requirement)
    {
        if (council.OrNull is not { } here || StaffMember.Of(context.User, here.Id) is not { } who) return;
        if (who.Holds([.. requirement.Roles]) || (who.Holds(Roles.Rfc) && (IdOf(context.Resource) is not { } id || await runners.RunsAsync(id, who.AccountId, default)))) context.Succeed(requirement);
    }

    private static Guid? IdOf(object? resource) => resource switch
    {
        Guid id => id,
        HttpContext http when http.GetRouteValue("id") is { } id => Guid.TryParse(Convert.ToString(id, CultureInfo.InvariantCulture), out var known) ? known : Guid.Empty,
        _ => null,
    };
}
