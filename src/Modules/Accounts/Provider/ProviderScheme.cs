using Diapason.Platform.Privacy;
using Diapason.Platform.Startup;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Diapason.Accounts.Provider;

/// <summary>Registers the way in by the operator's provider: the code flow of OpenID Connect with PKCE, no token kept, no sign-out from afar.</summary>
internal static class ProviderScheme
{
    public const string Name = "diapason.provider";

    /// <summary>The one address that the provider sends people back to, whatever their language and council.</summary>
    public const string Return = "/account/provider/done";

    private const string Cookies = "diapason.provider-";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IStartupCheck, ProviderSettings.Check>();
        if (ProviderSettings.Of(configuration) is not { } settings) return;
        services.AddSingleton(settings).AddScoped<SignInWithProvider>().AddSingleton(new DeviceCookie(Cookies, "cookie.provider", Life));
        services.AddAuthentication().AddOpenIdConnect(Name, _ => { });
        services.AddOptions<OpenIdConnectOptions>(Name).Configure<IHostEnvironment>((options, environment) => Configure(options, settings, environment.IsDevelopment()));
    }

    private static void Configure(OpenIdConnectOptions options, ProviderSettings settings, bool isDevelopment)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        (options.RequireHttpsMetadata, options.BackchannelTimeout, options.MaxAge) = (!isDevelopment, TimeSpan.FromSeconds(10), TimeSpan.FromHours(12));
        (options.SaveTokens, options.MapInboundClaims, options.GetClaimsFromUserInfoEndpoint) = (false, false, true);
        (options.CallbackPath, options.RemoteSignOutPath, options.SignedOutCallbackPath) = (Return, default, default);
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.ClaimActions.Clear();
        options.ClaimActions.MapUniqueJsonKey("email", "email");
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        // By its published keys alone: a key shared with the provider would be ours to lose.
        options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384];
        (options.RemoteAuthenticationTimeout, options.ProtocolValidator.NonceLifetime) = (Life, Life);
        Shape(options.CorrelationCookie, "state.", isDevelopment);
        Shape(options.NonceCookie, "nonce.", isDevelopment);
        options.Events = ProviderReturn.Events;
    }

    /// <summary>For the whole site: people come back by an address without a language.</summary>
    private static void Shape(CookieBuilder cookie, string name, bool isDevelopment)
    {
        (cookie.Name, cookie.Path, cookie.SameSite, cookie.HttpOnly, cookie.IsEssential) = (Cookies + name, "/", SameSiteMode.Lax, true, true);
        cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
