using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Diapason.Accounts.SignIn;

/// <summary>
/// The cookie of a session. It is compared with the account at every request that carries it, so that a role withdrawn, a password changed
/// or an account erased counts at once, on every machine, for two short reads that only signed-in people cost.
/// </summary>
internal static class AccountCookie
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication(AccountPrincipal.Scheme).AddCookie(AccountPrincipal.Scheme, Configure);
        services.AddOptions<CookieAuthenticationOptions>(AccountPrincipal.Scheme).Configure<IHostEnvironment>((options, environment) =>
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always);
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = AccountPrincipal.Scheme;
        // Languages and councils are path bases: without this the session would be lost from one to the next.
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = ValidateAsync;
        // The page says what follows. The handler's own redirect would repeat an address no header can hold, or the host of the request.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        options.Events.OnRedirectToLogin = asked =>
        {
            asked.Response.Redirect(new Uri(asked.RedirectUri).PathAndQuery);
            return Task.CompletedTask;
        };
        // Who is signed in and may not see a page is told so, where it stands.
        options.Events.OnRedirectToAccessDenied = refused =>
        {
            refused.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext session)
    {
        var principals = session.HttpContext.RequestServices.GetRequiredService<AccountPrincipal>();
        var id = session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var now = Guid.TryParse(id, CultureInfo.InvariantCulture, out var accountId)
            ? await principals.OfAsync(accountId, session.HttpContext.RequestAborted)
            : null;
        if (now is null || !AccountPrincipal.SameStamp(now, session.Principal!))
        {
            session.RejectPrincipal();
            await session.HttpContext.SignOutAsync(AccountPrincipal.Scheme);
            return;
        }

        if (AccountPrincipal.SameClaims(now, session.Principal!)) return;
        AccountPrincipal.CarryLink(session.Principal!, now);
        session.ReplacePrincipal(now);
        session.ShouldRenew = true;
    }
}
