using Diapason.Platform.Access;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Consultations.Reaching;

/// <summary>Who keeps the links of associations: administrators, analysts and continuing-education officers. Numbers stay with the first two.</summary>
internal static class LinksPolicy
{
    public const string Author = "links-author";

    public static void Add(AuthorizationOptions options) =>
        options.AddPolicy(Author, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator, Roles.Analyst, Roles.Rfc)));
}
