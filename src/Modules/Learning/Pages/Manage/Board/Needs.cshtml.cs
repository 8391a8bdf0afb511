using Diapason.Learning.Board;
using Diapason.Needs.Contracts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Manage.Board;

/// <summary>What people ask for that nobody offers yet.</summary>
internal sealed class NeedsModel(ReadBoard board) : PageModel
{
    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public OfferNames Names { get; private set; } = OfferNames.None;

    public async Task OnGetAsync(CancellationToken cancel) => (Rows, Names) = await board.RunAsync(cancel);
}
