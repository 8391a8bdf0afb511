using Diapason.Needs.Pages.Manage.OfferKeeping;
using Diapason.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Next steps are for everyone, without an account; the offer is read by those who work for the council, and changed by those who keep it.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions options)
    {
        options.Conventions.AllowAnonymousToFolder("/NextSteps");
        options.Conventions.AuthorizeFolder("/Manage/OfferKeeping", Policies.CouncilStaff);
        options.Conventions.AuthorizePage("/Manage/OfferKeeping/Edit", OfferPolicy.Author);
        options.Conventions.AuthorizePage("/Manage/OfferKeeping/File", OfferPolicy.Author);
        options.Conventions.AuthorizeFolder("/Manage/LexiconKeeping", OfferPolicy.Author);
    }
}
