using Diapason.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Sample.Pages;

/// <summary>Who may open which folder of pages: everyone reads, those who work for the council write.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions options)
    {
        options.Conventions.AllowAnonymousToFolder("/Sample");
        options.Conventions.AuthorizeFolder("/Manage/Sample", Policies.CouncilStaff);
    }
}
