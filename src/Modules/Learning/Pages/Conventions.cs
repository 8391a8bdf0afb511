using Diapason.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Learning.Pages;

/// <summary>Who may open which folder of pages: sessions are everyone’s to read, without an account; those who keep them write.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions options)
    {
        options.Conventions.AllowAnonymousToFolder("/Learning");
        // Short enough to be copied from paper; the longer one is on those already printed.
        options.Conventions.AddPageRoute("/Learning/Certificate", "/certificate/{code?}");
        options.Conventions.AuthorizeFolder("/Manage/Sessions", LearningPolicy.Keeper);
        options.Conventions.AuthorizeFolder("/Manage/Board", Policies.CouncilStaff);
    }
}
