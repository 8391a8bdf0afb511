using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Web.Pages;

/// <summary>The host's own pages are open to everyone.</summary>
internal static class Conventions
{
    public static IServiceCollection AddHostPages(this IServiceCollection services) => services.Configure<RazorPagesOptions>(options =>
    {
        options.Conventions.AllowAnonymousToPage("/Index");
        foreach (var folder in new[] { "/About", "/Errors", "/Dev" }) options.Conventions.AllowAnonymousToFolder(folder);
    });
}
