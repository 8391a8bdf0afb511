using Diapason.Learning.Interests;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>What people wait for: how many, where, until when. Who they are is not said before a session opens for them.</summary>
internal sealed class ListsModel(ReadLists lists, IOfferNames offer, SessionWords words) : PageModel
{
    public SessionWords Words => words;

    public IReadOnlyList<SeenList> Lists { get; private set; } = [];

    public OfferNames Names { get; private set; } = OfferNames.None;

    public async Task OnGetAsync(CancellationToken cancel) => (Lists, Names) = (await lists.OpenAsync(cancel), await offer.ReadAsync(cancel));
}
