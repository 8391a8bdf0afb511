using Diapason.Platform.Councils;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Diapason.Platform.Language;

/// <summary>
/// Moves the language (<c>/fr</c>, <c>/en</c>, <c>/iu</c>…), then <c>/c/{council}</c>, from the path to the path base, and sets culture and council from
/// them. A page asked without a language, or in one that its council does not offer, is redirected: by cookie, then Accept-Language, then the council's first.
/// </summary>
internal sealed class AddressPrefixes(RequestDelegate next, CouncilDirectory councils)
{
    public const string Cookie = "diapason.language";

    /// <summary>First segments that have no language: assets, probes, verification and machine addresses.</summary>
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal) { "_content", "_framework", "lib", "health", "dev", "api", "favicon.ico", "favicon.svg", "robots.txt" };

    public async Task InvokeAsync(HttpContext context, CurrentCouncil current)
    {
        var request = context.Request;
        var first = FirstSegment(request.Path);
        var isNeutral = Neutral.Contains(first);
        var isSaid = !isNeutral && (await councils.LanguagesAsync(context.RequestAborted)).Contains(first);
        if (isSaid) Move(request, first);
        var path = request.PathBase + request.Path;
        var isKnown = await ChooseCouncilAsync(request, current, context.RequestAborted);
        var offered = current.Languages;
        if (isNeutral || (isSaid && offered.Contains(first)))
        {
            Languages.Use(isNeutral ? Preferred(request, offered) : first);
        }
        else if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Vary = "Accept-Language, Cookie";
            var rest = isSaid ? path.ToUriComponent()[(first.Length + 1)..] : path.ToUriComponent();
            context.Response.Redirect($"/{Preferred(request, offered)}{rest}{request.QueryString.ToUriComponent()}");
            return;
        }
        else
        {
            Languages.Use(Preferred(request, offered));
        }

        if (!isKnown) request.Path = "/errors/404";
        await next(context);
    }

    /// <summary>False when the address names a council that does not exist.</summary>
    private async ValueTask<bool> ChooseCouncilAsync(HttpRequest request, CurrentCouncil current, CancellationToken cancel)
    {
        if (FirstSegment(request.Path) != "c")
        {
            current.Set(await councils.DefaultAsync(cancel));
            return true;
        }

        var language = request.PathBase;
        Move(request, "c");
        var slug = FirstSegment(request.Path);
        var council = await councils.FindAsync(slug, cancel);
        if (council is null)
        {
            // The page that says so is the default council's, and its links must lead somewhere.
            request.PathBase = language;
            current.Set(await councils.DefaultAsync(cancel));
            return false;
        }

        Move(request, slug);
        current.Set(council);
        return true;
    }

    private static void Move(HttpRequest request, string segment)
    {
        request.PathBase = request.PathBase.Add("/" + segment);
        var rest = request.Path.Value![(segment.Length + 1)..];
        request.Path = rest.Length == 0 ? "/" : rest;
    }

    private static string FirstSegment(PathString path)
    {
        var value = path.Value;
        if (value is not { Length: > 1 }) return "";
        var end = value.IndexOf('/', 1);
        return end < 0 ? value[1..] : value[1..end];
    }

    private static string Preferred(HttpRequest request, IReadOnlyList<string> offered)
    {
        if (request.Cookies[Cookie] is { } chosen && offered.Contains(chosen)) return chosen;
        var accepted = request.GetTypedHeaders().AcceptLanguage;
        var best = accepted
            .Where(l => l.Quality is null or > 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(offered.Contains);
        return best ?? offered[0];
    }
}
