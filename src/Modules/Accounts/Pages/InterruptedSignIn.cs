using Diapason.Accounts.SignIn;
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
    private const string TelephoneFirst = "/Pages/Accounts/Shared/TelephoneFirst.cshtml";

    /// <summary>Empty: who signs in says who they are.</summary>
    public SignInForm Input { get; init; } = new();

    /// <summary>Answers the request with the page that signs in. False for what is no page: it has no layout to be drawn in.</summary>
    internal static Task<bool> TryShowAsync(HttpContext http, InterruptedForm form, bool canMailLinks) =>
        TryShowAsync(http, View("/Pages/Accounts/Shared/Interrupted.cshtml", new InterruptedSignIn(form, canMailLinks)));

    /// <summary>The same with the page that leads to tying a telephone, for whoever is signed in and lacks only that.</summary>
    internal static Task<bool> TryAskForTelephoneAsync(HttpContext http, InterruptedForm form) => TryShowAsync(http, View(TelephoneFirst, form));

    /// <summary>Once signed in: what was typed, and the button; or first a telephone, for whoever must have one.</summary>
    internal static IActionResult GoOn(PageModel page, InterruptedForm form) => page.User.MustEnrol() ? View(TelephoneFirst, form) : Send(page, form, []);

    /// <summary>What was typed and the button, below the recovery codes when a telephone has just been tied: nothing shows them again.</summary>
    internal static IActionResult Send(PageModel page, InterruptedForm form, IReadOnlyList<string> codes)
    {
        page.Response.Headers.CacheControl = "no-store";
        return View("/Pages/Accounts/Shared/SendInterrupted.cshtml", new SentAgain(form, codes));
    }

    private static async Task<bool> TryShowAsync(HttpContext http, ViewResult view)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ActionDescriptor>() is not { } page) return false;
        http.Response.Headers.CacheControl = "no-store";
        view.StatusCode = StatusCodes.Status403Forbidden;
        await view.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), page));
        return true;
    }

    private static ViewResult View(string name, object model) =>
        new() { ViewName = name, ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model } };
}

/// <summary>A form about to be sent at last.</summary>
/// <param name="Form">What waited.</param>
/// <param name="RecoveryCodes">Those of a telephone tied on the way.</param>
public sealed record SentAgain(InterruptedForm Form, IReadOnlyList<string> RecoveryCodes);
