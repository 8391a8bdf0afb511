using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Diapason.Platform.Security;

/// <summary>
/// The headers every answer carries. No inline script or style passes, nothing is loaded from elsewhere, nobody frames us, and what somebody
/// sees while signed in is not kept by the browser of a shared computer.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly StringValues Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
    private static readonly StringValues Framed = Policy.ToString().Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
    private static readonly StringValues Framing = $"{Policy}; frame-src 'self'";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Referrer = "same-origin";
    private static readonly StringValues Features = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
    private static readonly StringValues SameOrigin = "same-origin";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: the error handler clears what was set before it.
        context.Response.OnStarting(Apply, context);
        return next(context);
    }

    private static StringValues PolicyOf(EndpointMetadataCollection? metadata) =>
        metadata?.GetMetadata<ForeignDocument>() is not null ? ForeignDocument.Policy
        : metadata?.GetMetadata<FramedByHouseAttribute>() is not null ? Framed
        : metadata?.GetMetadata<FramesHouseAttribute>() is not null ? Framing
        : Policy;

    private static Task Apply(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(context.GetEndpoint()?.Metadata);
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = Referrer;
        headers["Permissions-Policy"] = Features;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        if (headers.CacheControl.Count == 0 && context.User.Identity?.IsAuthenticated == true) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
