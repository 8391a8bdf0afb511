using Diapason.Platform.Access;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Accounts.Pages;

/// <summary>Who may open which folder of pages. None of them is kept by a browser or a proxy.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions pages)
    {
        pages.Conventions.AllowAnonymousToFolder("/Accounts/SignIn");
        pages.Conventions.AuthorizeFolder("/Accounts/Mine", Policies.SignedIn);
        pages.Conventions.AuthorizeFolder("/Accounts/MyOrganisation", Policies.SignedIn);
        pages.Conventions.AuthorizeFolder("/Accounts/Administration", Policies.CouncilAdministrator);
        pages.Conventions.AddFolderApplicationModelConvention("/Accounts", page => page.Filters.Add(new NeverKept()));
    }
}

/// <summary>Says that an answer is not to be kept, by the browser of a shared computer above all.</summary>
internal sealed class NeverKept : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers.CacheControl = "no-store";

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
