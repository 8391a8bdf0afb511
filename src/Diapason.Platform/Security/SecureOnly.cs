using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Platform.Security;

/// <summary>
/// Outside Development pages are read over https alone: over plain HTTP no cookie is kept, and no form could be sent. They are answered by a sentence (426) and
/// not by a redirect, which would turn for ever where a proxy does not say that it was https.
/// </summary>
internal sealed class SecureOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.IsHttps || !IsPage(context)) return next(context);
        context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        context.Response.Headers.Upgrade = "TLS/1.3, HTTP/1.1";
        return Task.CompletedTask;
    }

    /// <summary>The page that says so is one too.</summary>
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null;
}
