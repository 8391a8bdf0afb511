using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Studies.Following;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Studies.Pages.Portrait;

/// <summary>Every portrait of the council, the newest first: none loses its address when another begins.</summary>
[SameForEveryone]
internal sealed class IndexModel(StudyShelf shelf, CurrentCouncil council, TimeProvider clock) : PageModel
{
    public IReadOnlyList<StudyState> Studies { get; private set; } = [];

    public bool IsReady => shelf.IsReady;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (council.OrNull is null) return NotFound();
        // Just after a start, waits a moment for what is read first.
        await shelf.FindAsync(council.Id, null, cancel);
        Studies = shelf.All(council.Id);
        return Page();
    }

    public string StateKey(StudyState study) => study.Campaign.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Open ? "portraits.open" : "portraits.closed";

    public static string Opened(StudyState study) => study.Campaign.OpensAt?.LocalDay ?? "";
}
