using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Diapason.Platform.Web;

/// <summary>
/// Escaped bytes that are not UTF-8 (<c>%C3%28</c>) reach a form as replacement characters, which its fields refuse by name. The framework
/// leaves the escapes in the text, where nobody could tell them from a percent sign somebody typed.
/// </summary>
internal sealed partial class UnreadableEscapes(RequestDelegate next)
{
    /// <summary>Larger forms are read as the framework reads them: their body is not kept a second time.</summary>
    private const int Largest = 256 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentLength is <= Largest && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            request.EnableBuffering((int)request.ContentLength + 1);
            try
            {
                if (await IsDoubtfulAsync(context)) await ReadAgainAsync(context);
            }
            catch (InvalidDataException)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
        }

        await next(context);
    }

    private static async Task<bool> IsDoubtfulAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return form.Any(field => field.Value.Any(value => value is not null && Escape().IsMatch(value)));
    }

    private static async Task ReadAgainAsync(HttpContext context)
    {
        context.Request.Body.Position = 0;
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8, leaveOpen: true);
        // Two cases of a name are one field, as the framework reads them.
        var fields =
            from pair in (await reader.ReadToEndAsync(context.RequestAborted)).Split('&', StringSplitOptions.RemoveEmptyEntries)
            let at = pair.IndexOf('=', StringComparison.Ordinal)
            let name = at < 0 ? pair : pair[..at]
            let value = at < 0 ? "" : pair[(at + 1)..]
            select (Name: WebUtility.UrlDecode(name), Value: WebUtility.UrlDecode(value));
        var read = fields.GroupBy(field => field.Name, field => field.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field.Key, field => new StringValues([.. field]), StringComparer.OrdinalIgnoreCase);
        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(read)));
    }

    /// <summary>An escaped byte above ASCII that decoding left in the text.</summary>
    [GeneratedRegex("%[89A-Fa-f][0-9A-Fa-f]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
