using Diapason.Consultations.Contracts;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Consultations.Invitations;

/// <summary>The addresses that a mail holds. A refusal's is sealed and needs no list: it works as long as there is a server, whatever became of the addresses.</summary>
internal sealed class InvitationAddresses(LinkGenerator links)
{
    private const string Language = "{language}";

    /// <summary>What a wave keeps of the request that began it: <c>https://host/{language}/c/council</c>. Null when the public address is not set.</summary>
    public static string? HeadOf(HttpRequest request, PublicAddress site)
    {
        var pathBase = request.PathBase.Value ?? "";
        return site.For(request) is { } head ? $"{head}/{Language}{(pathBase.IndexOf('/', 1) is var end and > 0 ? pathBase[end..] : "")}" : null;
    }

    public string Link(string head, string language, string slug, string token) => Whole(head, language, ConsultationsLinks.Invited(slug, token));

    public string Unsubscribe(string head, string language, string slug, string seal) => Whole(head, language, ConsultationsLinks.Unsubscribe(slug, seal));

    /// <summary>The whole address of a page in a person's language.</summary>
    public string Of(string head, string language, PageLink link) => Whole(head, language, link);

    private string Whole(string head, string language, PageLink link) => head.Replace(Language, language, StringComparison.Ordinal) + link.AddressOrNull(links, default);
}
