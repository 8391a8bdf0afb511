using System.Reflection;
using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>
/// Stands before the pages marked <see cref="FreshSignInAttribute"/>. To open one, the person goes by the page that asks who they are. A form already
/// filled is given back with one box more: sent again with it, it does what it was going to do.
/// </summary>
internal sealed class AskFreshSignIn(FreshSignIn fresh, ProveAgain prove, DiapasonDb db) : IAsyncPageFilter
{
    private const string View = "/Pages/Accounts/Shared/AskAgain.cshtml";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (http, page) = (context.HttpContext, context.HandlerInstance);
        if (page.GetType().GetCustomAttribute<FreshSignInAttribute>() is not { } asks || page is not PageModel model || fresh.IsFresh(http.User)) await next();
        else if (HttpMethods.IsPost(http.Request.Method)) await TakeAsync(context, model, next);
        else if (!asks.ToOpen) await next();
        else context.Result = new LocalRedirectResult(model.Url.To(AccountsLinks.Confirm.With("returnUrl", (http.Request.PathBase + http.Request.Path + http.Request.QueryString).ToString())));
    }

    private async Task TakeAsync(PageHandlerExecutingContext context, PageModel model, PageHandlerExecutionDelegate next)
    {
        var (http, cancel) = (context.HttpContext, context.HttpContext.RequestAborted);
        var said = http.Request.HasFormContentType && http.Request.Form.TryGetValue(nameof(AskedAgain.AgainPassword), out var password)
            ? await prove.RunAsync(http.User.AccountId(), password.ToString(), cancel)
            : null;
        if (said is { IsDone: true }) await next();
        else context.Result = await GiveBackAsync(model, said?.Problems.Select(problem => model.Say(problem)).ToList() ?? [], cancel);
    }

    /// <summary>The form once more, as hidden fields: another page would have lost it.</summary>
    private async Task<IActionResult> GiveBackAsync(PageModel model, List<string> wrong, CancellationToken cancel)
    {
        var me = model.User.AccountId();
        // A form too long to be given back is refused plainly; its page still holds it, one step back.
        if (KeptForm.Posted(model.Request) is not { } fields) return new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        var state = new ModelStateDictionary();
        foreach (var sentence in wrong) state.AddModelError(nameof(AskedAgain.AgainPassword), sentence);
        var asked = new AskedAgain(fields, await db.Set<Account>().AnyAsync(a => a.Id == me && a.PasswordHash != null, cancel), (int)fresh.Window.TotalMinutes);
        model.Response.Headers.CacheControl = "no-store";
        return new ViewResult
        {
            ViewName = View,
            StatusCode = wrong.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status403Forbidden,
            ViewData = new ViewDataDictionary(model.MetadataProvider, state) { Model = asked },
        };
    }
}

/// <summary>A form that waits for its sender to say who they are.</summary>
/// <param name="Fields">What was posted, secrets aside.</param>
/// <param name="HasPassword">Otherwise they come in by a link, sent from the page that asks.</param>
/// <param name="Minutes">How long a sign-in counts as fresh.</param>
public sealed record AskedAgain(IReadOnlyList<KeyValuePair<string, string>> Fields, bool HasPassword, int Minutes)
{
    /// <summary>Never written back.</summary>
    public string? AgainPassword { get; init; }
}
