using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Workshops.Pages;

/// <summary>Who may open which folder of pages: rooms are everyone’s, without an account; facilitators lead, note-takers type paper.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions options)
    {
        options.Conventions.AllowAnonymousToFolder("/Workshops");
        options.Conventions.AuthorizeFolder("/Manage/Workshops", WorkshopsPolicy.Lead);
        options.Conventions.AuthorizeFolder("/Manage/Papers", WorkshopsPolicy.Type);
    }
}
