using Diapason.Accounts.Contracts;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Diapason.Accounts.Provider;

/// <summary>Leads to the provider. An address and not a form: our policy lets no form end elsewhere, and nothing is changed before the provider has spoken.</summary>
internal static class ProviderEndpoint
{
    public const string Address = "/account/provider";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<ProviderSettings>() is null) return;
        endpoints.MapGet(Address, async (HttpContext http, LinkGenerator links, ILogger<SignInWithProvider> log, string? returnUrl) =>
        {
            var signIn = AccountsLinks.SignIn.With("returnUrl", returnUrl);
            var way = new AuthenticationProperties { RedirectUri = signIn.AddressOrNull(links, http.Request.PathBase) };
            way.Items[ProviderReturn.Second] = AccountsLinks.SecondStep.With("returnUrl", returnUrl).AddressOrNull(links, http.Request.PathBase);
            try
            {
                await http.ChallengeAsync(ProviderScheme.Name, way);
            }
            catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException && !http.RequestAborted.IsCancellationRequested)
            {
                log.LogWarning("The provider could not be reached ({Failure})", failure.GetType().Name);
                http.Response.Redirect(signIn.With(ProviderReturn.Told, ProviderReturn.Away).AddressOrNull(links, http.Request.PathBase)!);
            }
        }).AllowAnonymous();
    }
}
