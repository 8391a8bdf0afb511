using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Diapason.Platform.Security;

/// <summary>
/// Outside Development every cookie is called <c>__Host-…</c>: a browser takes such a name over https only, for the whole of this host and no other, so that a
/// neighbour under the same domain cannot slip its own answers, session or token to our visitors. The house writes and reads its cookies by their plain names.
/// </summary>
internal sealed class HostCookies(RequestDelegate next)
{
    internal const string Prefix = "__Host-";

    /// <summary>What is sent under a plain name was not written by us: nobody reads it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.Cookie.Count > 0)
        {
            var ours = headers.Cookie.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries)).Where(pair => pair.StartsWith(Prefix, StringComparison.Ordinal)).Select(pair => pair[Prefix.Length..]);
            headers.Cookie = string.Join("; ", ours) is { Length: > 0 } kept ? kept : StringValues.Empty;
        }

        return next(context);
    }

    /// <summary>The other half: every cookie that leaves, or is taken back.</summary>
    public static void Name(CookiePolicyOptions policy)
    {
        policy.OnAppendCookie = cookie => (cookie.CookieName, cookie.CookieOptions.Domain, cookie.CookieOptions.Path) = (Prefix + cookie.CookieName, null, "/");
        policy.OnDeleteCookie = cookie => (cookie.CookieName, cookie.CookieOptions.Domain, cookie.CookieOptions.Path) = (Prefix + cookie.CookieName, null, "/");
    }
}
