using Diapason.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Next steps are for everyone, without an account; the dates of the offer are for those who keep it.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions options)
    {
        options.Conventions.AllowAnonymousToFolder("/NextSteps");
        options.Conventions.AuthorizeFolder("/Manage/OfferReview", Policies.CouncilStaff);
    }
}
