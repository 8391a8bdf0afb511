using System.Globalization;
using System.Security.Claims;
using Diapason.Accounts.Contracts;
using Diapason.Accounts.Pages;
using Diapason.Accounts.SecondStep;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diapason.Accounts.SignIn;

/// <summary>
/// The cookie of a session. Its row and its account are read at every request that carries it, so that a session ended, a role withdrawn or an
/// account erased counts at once, on every machine, for two short reads that only signed-in people cost.
/// </summary>
internal static class AccountCookie
{
    /// <summary>Noted on a request whose session could not be compared with its account.</summary>
    private static readonly object DatabaseAway = new();

    /// <summary>Noted on a request whose cookie names a session that was ended.</summary>
    private static readonly object Ended = new();

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication(AccountPrincipal.Scheme).AddCookie(AccountPrincipal.Scheme, Configure).AddCookie(PendingSignIn.Scheme, pending =>
        {
            Shape(pending, PendingSignIn.Scheme);
            (pending.ExpireTimeSpan, pending.SlidingExpiration) = (PendingSignIn.Life, false);
            pending.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        });
        foreach (var scheme in new[] { AccountPrincipal.Scheme, PendingSignIn.Scheme })
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IHostEnvironment>((options, environment) =>
                options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always);
    }

    private static void Shape(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        // Languages and councils are path bases: without this the session would be lost from one to the next.
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        Shape(options, AccountPrincipal.Scheme);
        options.ExpireTimeSpan = SessionRows.Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = ValidateAsync;
        // The page says what follows. The handler's own redirect would repeat an address no header can hold, or the host of the request.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        options.Events.OnRedirectToLogin = AskAsync;
        // Who is signed in and may not see a page is told so, where it stands.
        options.Events.OnRedirectToAccessDenied = RefuseAsync;
    }

    /// <summary>Who may not see a page yet is led to what is missing; a form that was sent is kept on the way.</summary>
    private static async Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> refused)
    {
        var http = refused.HttpContext;
        if (http.User.MustEnrol() && HttpMethods.IsGet(refused.Request.Method)) refused.Response.Redirect(Enrolment(http));
        else if (http.User.MustEnrol() && KeptForm.IsTooLarge(refused.Request)) refused.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else if (!http.User.MustEnrol() || await InterruptedForm.OfAsync(refused.Request) is not { } form || !await InterruptedSignIn.TryAskForTelephoneAsync(http, form))
            refused.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <summary>Leads to the page that signs in; a form that was sent is kept on the way.</summary>
    private static async Task AskAsync(RedirectContext<CookieAuthenticationOptions> asked)
    {
        var http = asked.HttpContext;
        if (http.Items.ContainsKey(DatabaseAway)) asked.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        // Sent elsewhere without a word, it would be lost in silence.
        else if (KeptForm.IsTooLarge(asked.Request)) asked.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else if (await InterruptedForm.OfAsync(asked.Request) is not { } form || !await InterruptedSignIn.TryShowAsync(http, form, http.RequestServices.GetRequiredService<PublicAddress>().For(asked.Request) is not null))
            asked.Response.Redirect(new Uri(asked.RedirectUri).PathAndQuery + (http.Items.ContainsKey(Ended) ? "&ended=1" : ""));
    }

    private static string Enrolment(HttpContext http) => AccountsLinks.Telephone.With("returnUrl", (http.Request.PathBase + http.Request.Path + http.Request.QueryString).ToString())
        .AddressOrNull(http.RequestServices.GetRequiredService<LinkGenerator>(), http.Request.PathBase)!;

    private static async Task ValidateAsync(CookieValidatePrincipalContext session)
    {
        ClaimsPrincipal? now;
        try
        {
            now = await ReadAsync(session);
        }
        catch (Exception failure) when (DatabaseFailure.IsIn(failure))
        {
            // For this request nobody is signed in: public pages are shown, the others say that they cannot be. The cookie stays.
            session.HttpContext.RequestServices.GetRequiredService<ILogger<Session>>().LogError(failure, "A session could not be compared with its account");
            session.HttpContext.Items[DatabaseAway] = true;
            session.RejectPrincipal();
            return;
        }

        if (now is null)
        {
            session.HttpContext.Items[Ended] = true;
            session.RejectPrincipal();
            await session.HttpContext.SignOutAsync(AccountPrincipal.Scheme);
            return;
        }

        if (AccountPrincipal.SameClaims(now, session.Principal!)) return;
        AccountPrincipal.Carry(session.Principal!, now);
        session.ReplacePrincipal(now);
        session.ShouldRenew = true;
    }

    /// <summary>The account as it is now; null when its session has ended.</summary>
    private static async Task<ClaimsPrincipal?> ReadAsync(CookieValidatePrincipalContext session) =>
        Guid.TryParse(session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var accountId) && session.Principal.SessionCode() is { } code
            ? await session.HttpContext.RequestServices.GetRequiredService<AccountPrincipal>().OfAsync(accountId, code, session.Principal.IsMultiFactor(), session.HttpContext.RequestAborted)
            : null;
}
