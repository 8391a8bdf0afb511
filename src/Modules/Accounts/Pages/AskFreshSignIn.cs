using System.Collections.Concurrent;
using System.Reflection;
using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Accounts.Pages;

/// <summary>
/// Stands before the pages marked <see cref="FreshSignInAttribute"/>. To open one, the person goes by the page that asks who they are. A form already
/// filled comes back with one box more: sent again with it, it does what it was going to do. It is in the way of every page, and makes nothing for those
/// that do not ask: what it needs is found when it is needed.
/// </summary>
internal sealed class AskFreshSignIn : IAsyncPageFilter
{
    private const string View = "/Pages/Accounts/Shared/AskAgain.cshtml";

    private static readonly ConcurrentDictionary<Type, FreshSignInAttribute?> _asking = new();

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (http, page) = (context.HttpContext, context.HandlerInstance);
        if (Asks(page.GetType()) is not { } asks || page is not PageModel model)
        {
            await next();
            return;
        }

        var (isFresh, isPost) = (Need<FreshSignIn>(http).IsFresh(http.User), HttpMethods.IsPost(http.Request.Method));
        if (isPost && isFresh) await SendAsync(model, next);
        else if (isPost) await TakeAsync(context, model, next);
        else if (HeldForm.Of(model) is { } held) context.Result = await ShowAsync(model, held.Fields, [], StatusCodes.Status200OK);
        else if (isFresh || !asks.ToOpen)
        {
            if (HeldForm.IsLost(model)) model.ModelState.AddModelError("", Need<Texts<AccountsModule>>(http)["again.lost"]);
            await next();
        }
        else context.Result = new LocalRedirectResult(model.Url.To(AccountsLinks.Confirm.With("returnUrl", (http.Request.PathBase + http.Request.Path + http.Request.QueryString).ToString())));
    }

    private static FreshSignInAttribute? Asks(Type page) => _asking.GetOrAdd(page, static type => type.GetCustomAttribute<FreshSignInAttribute>());

    private static T Need<T>(HttpContext http) where T : notnull => http.RequestServices.GetRequiredService<T>();

    private static async Task TakeAsync(PageHandlerExecutingContext context, PageModel model, PageHandlerExecutionDelegate next)
    {
        var (http, cancel) = (context.HttpContext, context.HttpContext.RequestAborted);
        if (!http.Request.HasFormContentType)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        var said = http.Request.Form.TryGetValue(nameof(AskedAgain.AgainPassword), out var password)
            ? await Need<ProveAgain>(http).RunAsync(http.User.AccountId(), password.ToString(), cancel)
            : null;
        if (said is { IsDone: true }) await SendAsync(model, next);
        else if (KeptForm.Posted(model.Request) is not { } fields) context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        else if (said is not null) context.Result = await ShowAsync(model, fields, [.. said.Problems.Select(problem => model.Say(problem))], StatusCodes.Status422UnprocessableEntity);
        else context.Result = HeldForm.TryHold(model, fields) is { } address ? model.SeeOther(address) : await ShowAsync(model, fields, [], StatusCodes.Status403Forbidden);
    }

    private static Task<PageHandlerExecutedContext> SendAsync(PageModel model, PageHandlerExecutionDelegate next)
    {
        HeldForm.Forget(model);
        return next();
    }

    /// <summary>The form once more, as hidden fields: another page would have lost it.</summary>
    private static async Task<IActionResult> ShowAsync(PageModel model, IReadOnlyList<KeyValuePair<string, string>> fields, IReadOnlyList<string> wrong, int status)
    {
        var (me, fresh) = (model.User.AccountId(), Need<FreshSignIn>(model.HttpContext));
        var state = new ModelStateDictionary();
        foreach (var sentence in wrong) state.AddModelError(nameof(AskedAgain.AgainPassword), sentence);
        var hasPassword = await Need<DiapasonDb>(model.HttpContext).Set<Account>().AnyAsync(a => a.Id == me && a.PasswordHash != null, model.HttpContext.RequestAborted);
        model.Response.Headers.CacheControl = "no-store";
        return new ViewResult
        {
            ViewName = View,
            StatusCode = status,
            ViewData = new ViewDataDictionary(model.MetadataProvider, state) { Model = new AskedAgain(fields, hasPassword, (int)fresh.Window.TotalMinutes) { IsKnown = fresh.IsFresh(model.User) } },
        };
    }
}

/// <summary>A form that waits for its sender to say who they are.</summary>
/// <param name="Fields">What was posted, secrets aside.</param>
/// <param name="HasPassword">Otherwise they come in by a link, sent from the page that asks.</param>
/// <param name="Minutes">How long a sign-in counts as fresh.</param>
public sealed record AskedAgain(IReadOnlyList<KeyValuePair<string, string>> Fields, bool HasPassword, int Minutes)
{
    /// <summary>They have said it since, by a link in another tab.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Never written back.</summary>
    public string? AgainPassword { get; init; }
}
