using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Diapason.Platform.Web;

/// <summary>
/// Compresses pages, but not one that is kept nowhere when its address has a query: such a page may hold a code, it repeats the query in its links, and
/// the length of the two compressed together tells, guess after guess, how much of the code the query resembles (BREACH). Nor a page that tells of a refusal: it repeats the whole address,
/// path included, or what was typed.
/// </summary>
internal sealed class CompressNoSecret(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) => !(IsKeptNowhere(context.Response) && (HasQuery(context) || IsRefusal(context.Response))) && base.ShouldCompressResponse(context);

    /// <summary>On an error page, of the address that was asked for.</summary>
    private static bool HasQuery(HttpContext context) => context.Request.QueryString.HasValue || context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString is { Length: > 0 };

    private static bool IsRefusal(HttpResponse response) => response.StatusCode >= StatusCodes.Status400BadRequest;

    private static bool IsKeptNowhere(HttpResponse response) => response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);
}
