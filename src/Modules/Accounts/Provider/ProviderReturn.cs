using Diapason.Accounts.SignIn;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Diapason.Accounts.Provider;

/// <summary>What happens on the way to the provider and back. Whatever goes wrong leads to the sign-in page, which says it in a sentence beside the other ways in.</summary>
internal static class ProviderReturn
{
    /// <summary>Where the second step is asked, kept with the way back.</summary>
    public const string Second = "second";

    /// <summary>The key under which the sign-in page is told what went wrong.</summary>
    public const string Told = "provider";

    public const string Failed = "failed";
    public const string Away = "away";
    public const string Refused = "refused";

    public static OpenIdConnectEvents Events => new()
    {
        OnRedirectToIdentityProvider = GoAsync,
        OnTokenValidated = came =>
        {
            // The standard lets a token fetched over TLS go unsigned; ours is always compared with the published keys.
            if (!came.Options.TokenValidationParameters.ValidAlgorithms.Contains(came.SecurityToken.Header.Alg)) came.Fail("The token is not signed by a published key.");
            return Task.CompletedTask;
        },
        OnTicketReceived = TakeAsync,
        OnAccessDenied = denied =>
        {
            Back(denied.HttpContext, denied.Properties, Refused);
            denied.HandleResponse();
            return Task.CompletedTask;
        },
        OnRemoteFailure = failed =>
        {
            // Its message may quote what was sent.
            failed.HttpContext.RequestServices.GetRequiredService<ILogger<SignInWithProvider>>().LogWarning("A sign-in by the provider failed ({Failure})", failed.Failure?.GetType().Name);
            Back(failed.HttpContext, failed.Properties, Failed);
            failed.HandleResponse();
            return Task.CompletedTask;
        },
    };

    private static Task GoAsync(RedirectContext asked)
    {
        asked.ProtocolMessage.RedirectUri = asked.HttpContext.RequestServices.GetRequiredService<PublicAddress>().Shown(asked.Request) + ProviderScheme.Return;
        return Task.CompletedTask;
    }

    private static async Task TakeAsync(TicketReceivedContext came)
    {
        var outcome = await came.HttpContext.RequestServices.GetRequiredService<SignInWithProvider>().RunAsync(came.Principal!, came.HttpContext.RequestAborted);
        var properties = came.Properties!;
        properties.RedirectUri ??= came.ReturnUri;
        if (!outcome.IsDone) Back(came.HttpContext, properties, outcome.Refusal!.Code.Split('.')[1]);
        else came.Response.Redirect(outcome.Value ? properties.Items[Second]! : properties.RedirectUri!);
        came.HandleResponse();
    }

    /// <summary>To the sign-in page from which one left; to that of this address when nobody knows any more.</summary>
    private static void Back(HttpContext http, AuthenticationProperties? properties, string told)
    {
        var page = properties?.RedirectUri ?? http.Request.PathBase + "/account/sign-in";
        http.Response.Redirect($"{page}{(page.Contains('?') ? '&' : '?')}{Told}={told}");
    }
}
