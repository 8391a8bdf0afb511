using Diapason.Platform.Councils;
using Diapason.Studies.Coverage;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Studies.Pages.Coverage;

/// <summary>Who has answered by segment against the frame, and who is missing; for administrators and analysts of the council.</summary>
internal sealed class ShowModel(StudyShelf shelf, CurrentCouncil council) : PageModel
{
    /// <summary>A category this far behind the frame is said to be missing.</summary>
    private const double Behind = 0.02;

    public StudyState? State { get; private set; }

    /// <summary>The categories furthest behind the frame, the worst first.</summary>
    public IReadOnlyList<CategoryCoverage> Missing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        State = await shelf.FindAsync(council.Id, cancel);
        Missing = [.. (State?.Coverage.Margins ?? []).SelectMany(m => m.Categories).Where(c => Gap(c.Fill) < -Behind).OrderBy(c => Gap(c.Fill))];
        return Page();
    }

    /// <summary>Share of the answers less share of the frame.</summary>
    public static double Gap(MarginFill fill) => fill.Share - (fill.Category.Share / 100);
}
