using Diapason.Consultations.Contracts;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Consultations.Reaching;

/// <summary>Whole addresses of a consultation, to be written in messages and printed.</summary>
internal sealed class CampaignAddresses(PublicAddress site, LinkGenerator links)
{
    private static readonly char[] Marks = ['/', '-', '?', '=', '.'];

    /// <summary>The first page in a language of the screen; without one, each reader meets it in their own.</summary>
    /// <param name="request">Says the council, where addresses name it.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="language">Null on paper: a shorter address, and one poster for whoever passes.</param>
    /// <param name="link">The code of an association's link; null for none.</param>
    public string Of(HttpRequest request, CampaignFacts campaign, string? language, string? link) => site.Shown(request) + Here(request, ConsultationsLinks.StartBy(campaign.Slug, link), language);

    /// <summary>Any other page of the campaign, on this site, in a language that may not be the screen's.</summary>
    public string Here(HttpRequest request, PageLink page, string? language)
    {
        // The path base is the language, then the council when its address names it.
        var pathBase = request.PathBase.Value ?? "";
        var rest = pathBase.IndexOf('/', 1) is var end and > 0 ? pathBase[end..] : "";
        return page.AddressOrNull(links, language is null ? rest : $"/{language}{rest}")!;
    }

    /// <summary>The same to be printed large: a line breaks after a mark, never in a word.</summary>
    public static IHtmlContent Breakable(string address)
    {
        var (letters, written, from) = (InLetters(address), new HtmlContentBuilder(), 0);
        for (var at = letters.IndexOfAny(Marks); at >= 0; at = letters.IndexOfAny(Marks, from))
        {
            written.Append(letters[from..(at + 1)]).AppendHtml("<wbr>");
            from = at + 1;
        }

        return written.Append(letters[from..]);
    }

    /// <summary>As it is read aloud and typed.</summary>
    public static string InLetters(string address) => address[(address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..];
}
