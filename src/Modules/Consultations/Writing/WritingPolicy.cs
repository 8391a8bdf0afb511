using Diapason.Platform.Access;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Consultations.Writing;

/// <summary>Who writes questionnaires: administrators and continuing-education officers; analysts read them.</summary>
internal static class WritingPolicy
{
    public const string Author = "questionnaire-author";
    public const string Reader = "questionnaire-reader";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Author, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator, Roles.Rfc)));
        options.AddPolicy(Reader, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(Roles.Administrator, Roles.Rfc, Roles.Analyst)));
    }
}
