using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Accounts.Pages;

/// <summary>The pages on which a form waits for its sender to sign in, then to send it.</summary>
/// <param name="Form">What waits.</param>
/// <param name="CanMailLinks">Otherwise nobody comes in by a link.</param>
public sealed record InterruptedSignIn(InterruptedForm Form, bool CanMailLinks)
{
    /// <summary>Empty: who signs in says who they are.</summary>
    public SignInForm Input { get; init; } = new();

    /// <summary>Answers the request with the page that signs in. False for what is no page: it has no layout to be drawn in.</summary>
    internal static async Task<bool> TryShowAsync(HttpContext http, InterruptedForm form, bool canMailLinks)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ActionDescriptor>() is not { } page) return false;
        http.Response.Headers.CacheControl = "no-store";
        var view = View("/Pages/Accounts/Shared/Interrupted.cshtml", new InterruptedSignIn(form, canMailLinks));
        view.StatusCode = StatusCodes.Status403Forbidden;
        await view.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), page));
        return true;
    }

    /// <summary>Once signed in: what was typed, and the button.</summary>
    internal static IActionResult Send(PageModel page, InterruptedForm form)
    {
        page.Response.Headers.CacheControl = "no-store";
        return View("/Pages/Accounts/Shared/SendInterrupted.cshtml", form);
    }

    private static ViewResult View(string name, object model) =>
        new() { ViewName = name, ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model } };
}
