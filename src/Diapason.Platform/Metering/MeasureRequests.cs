using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;

namespace Diapason.Platform.Metering;

/// <summary>
/// Times each request under the template of its route. Of what anybody may open, the first word alone is told: a page of questions, the sending and the receipt are one
/// route, so that no count says when somebody answered.
/// </summary>
internal static class MeasureRequests
{
    /// <summary>Pages that the house keeps drawn never reach a route.</summary>
    private const string Kept = "kept page";
    private const string None = "none";

    public static async Task TimeAsync(HttpContext context, RequestDelegate next)
    {
        var from = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var route = context.Features.Get<RouteName>()?.Name ?? (context.Response.Headers.Age.Count > 0 ? Kept : None);
            Measures.Request(route, context.Response.StatusCode, Stopwatch.GetElapsedTime(from));
        }
    }

    /// <summary>The first route met: the page of an error comes by a second one.</summary>
    public static Task NameRouteAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<RouteName>() is null) context.Features.Set(new RouteName(Of(context.GetEndpoint())));
        return next(context);
    }

    internal static string Of(Endpoint? endpoint)
    {
        if (endpoint is null) return None;
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return "asset";
        if (endpoint is not RouteEndpoint { RoutePattern: var pattern }) return None;
        var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null;
        return "/" + (isOpen ? FirstWord(pattern) : pattern.RawText?.TrimStart('/'));
    }

    private static string? FirstWord(RoutePattern pattern) => pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart word] }, ..] ? word.Content : null;

    private sealed record RouteName(string Name);
}
