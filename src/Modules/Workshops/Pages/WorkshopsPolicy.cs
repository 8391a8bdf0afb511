using Diapason.Platform.Access;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Workshops.Pages;

/// <summary>Who leads workshops, and who types sheets of paper.</summary>
internal static class WorkshopsPolicy
{
    /// <summary>Somebody who types sheets for a workshop, and does nothing else.</summary>
    public const string NoteTaker = "note_taker";

    public const string Lead = "workshop-lead";
    public const string Type = "workshop-type";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Lead, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator, Roles.Facilitator)));
        options.AddPolicy(Type, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator, Roles.Facilitator, NoteTaker)));
    }
}
