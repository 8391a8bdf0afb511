using Diapason.Platform.Access;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Needs.Pages.Manage.OfferKeeping;

/// <summary>Who may change the offer: administrators and continuing-education officers.</summary>
internal static class OfferPolicy
{
    public const string Author = "offer-author";

    public static void Add(AuthorizationOptions options) =>
        options.AddPolicy(Author, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator, Roles.Rfc)));
}
