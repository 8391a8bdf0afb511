using System.Security.Claims;
using Diapason.Platform.Councils;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Platform.Access;

/// <summary>Policies for page folders. Each looks at the roles held in the council of the request, and in no other.</summary>
public static class Policies
{
    public const string SignedIn = "signed-in";
    public const string CouncilAdministrator = "council-administrator";

    /// <summary>Administrators and analysts.</summary>
    public const string CouncilAnalyst = "council-analyst";

    /// <summary>Everyone who works for the council: administrators, analysts, RFC, facilitators, and the roles that modules declare.</summary>
    public const string CouncilStaff = "council-staff";

    /// <summary>Everyone who has work in the Coulisses: staff, and those who answer for an organisation.</summary>
    public const string Backstage = "backstage";

    /// <summary>Those who answer for an organisation, in any of the roles that ask for one.</summary>
    public const string ForOrganisation = "for-organisation";

    /// <summary>Claim of a membership: <c>{council id}:{role}</c>.</summary>
    public const string MembershipClaim = "diapason:membership";

    internal static void Add(AuthorizationOptions options, ModuleCatalog modules)
    {
        string[] backstage = [.. modules.Roles.Where(role => role.WorksForCouncil || role.NeedsOrganisation).Select(role => role.Code)];
        string[] staff = [.. modules.Roles.Where(role => role.WorksForCouncil).Select(role => role.Code)];
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(CouncilAdministrator, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator)));
        options.AddPolicy(CouncilAnalyst, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator, Roles.Analyst)));
        options.AddPolicy(CouncilStaff, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(staff)));
        string[] forOrganisation = [.. modules.Roles.Where(role => role.NeedsOrganisation).Select(role => role.Code)];
        options.AddPolicy(ForOrganisation, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(forOrganisation)));
        options.AddPolicy(Backstage, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(backstage)));
    }

    public static Claim Membership(Guid council, string role) => new(MembershipClaim, $"{council:D}:{role}");
}

/// <summary>The person holds one of these roles in the council of the request.</summary>
public sealed class HoldsRole(params string[] roles) : IAuthorizationRequirement
{
    public IReadOnlyList<string> Roles { get; } = roles;
}

internal sealed class HoldsRoleHandler(CurrentCouncil council) : AuthorizationHandler<HoldsRole>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsRole requirement)
    {
        if (council.OrNull is { } here && requirement.Roles.Any(role => context.User.HasClaim(Policies.MembershipClaim, $"{here.Id:D}:{role}")))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
