using Diapason.Platform.Access;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Consultations.Campaigns;

/// <summary>Who has a campaign tried before it opens, and types what comes on paper or by phone: administrators, analysts and continuing-education officers.</summary>
internal static class FieldworkPolicy
{
    public const string Name = "fieldwork";

    public static void Add(AuthorizationOptions options) =>
        options.AddPolicy(Name, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator, Roles.Analyst, Roles.Rfc)));
}
