using Diapason.Platform.Access;
using Diapason.Platform.Modules;
using Diapason.Platform.Startup;
using Diapason.Web.Front;
using Diapason.Web.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Web.Pages;

/// <summary>The host's own pages are open to everyone, but the Coulisses.</summary>
internal static class Conventions
{
    public static IServiceCollection AddHostPages(this IServiceCollection services) => services.AddScoped<ISearchable, HelpSearch>().AddScoped<AnswersKept>().AddScoped<ICommandVerb, OpinionVerb>().Configure<RazorPagesOptions>(options =>
    {
        options.Conventions.AllowAnonymousToPage("/Index");
        options.Conventions.AuthorizeFolder("/Backstage", Policies.Backstage);
        options.Conventions.AuthorizePage("/Backstage/Machine", Policies.CouncilAdministrator);
        foreach (var folder in new[] { "/About", "/Errors", "/Dev", "/Programme", "/Notebook", "/Search" }) options.Conventions.AllowAnonymousToFolder(folder);
    });
}
