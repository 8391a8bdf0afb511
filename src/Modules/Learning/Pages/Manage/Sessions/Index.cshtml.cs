using Diapason.Learning.Interests;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>Every session of the council, those to come first.</summary>
internal sealed class IndexModel(ReadSessions read, ReadLists lists, IOfferNames offer, SessionWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<SeenSession> Sessions { get; private set; } = [];

    public OfferNames Names { get; private set; } = OfferNames.None;

    public SessionWords Words => words;

    /// <summary>How many lists of interest are open.</summary>
    public int Lists { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => (Sessions, Names, Lists) = (await read.AllAsync(cancel), await offer.ReadAsync(cancel), (await lists.OpenAsync(cancel)).Count);
}
