using Diapason.Platform.Access;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Learning.Pages;

/// <summary>Who keeps sessions and sees who comes: administrators and continuing-education officers.</summary>
internal static class LearningPolicy
{
    public const string Keeper = "session-keeper";

    public static void Add(AuthorizationOptions options) =>
        options.AddPolicy(Keeper, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator, Roles.Rfc)));
}
