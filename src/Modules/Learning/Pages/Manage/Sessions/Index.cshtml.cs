using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>Every session of the council, those to come first.</summary>
internal sealed class IndexModel(ReadSessions read, IOfferNames offer, SessionWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<SeenSession> Sessions { get; private set; } = [];

    public OfferNames Names { get; private set; } = OfferNames.None;

    public SessionWords Words => words;

    public async Task OnGetAsync(CancellationToken cancel) => (Sessions, Names) = (await read.AllAsync(cancel), await offer.ReadAsync(cancel));
}
