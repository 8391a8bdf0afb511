using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Workshops.Joining;

/// <summary>The addresses that a mail holds: a job has no request to read them from.</summary>
internal sealed class CardLinks(LinkGenerator links)
{
    private const string Language = "{language}";

    /// <summary>What is kept of the request: <c>https://host/{language}/c/council</c>; empty when the public address is not set.</summary>
    public static string HeadOf(HttpRequest request, PublicAddress site)
    {
        var pathBase = request.PathBase.Value ?? "";
        return site.For(request) is { } head ? $"{head}/{Language}{(pathBase.IndexOf('/', 1) is var end and > 0 ? pathBase[end..] : "")}" : "";
    }

    public string Of(string head, string language, PageLink link) => head.Replace(Language, language, StringComparison.Ordinal) + link.AddressOrNull(links, default);
}
