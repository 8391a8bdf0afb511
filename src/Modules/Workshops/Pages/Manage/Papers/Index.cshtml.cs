using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Workshops.Pages.Manage.Papers;

/// <summary>The workshops that have sheets of paper to be typed: all that a note-taker sees.</summary>
internal sealed class IndexModel(ReadWorkshops read) : PageModel
{
    public IReadOnlyList<SeenWorkshop> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        All = [.. (await read.AllAsync(cancel)).Where(w => w.Workshop.State is WorkshopState.Open or WorkshopState.Closed && w.Workshop.Sheets > 0)];
}
