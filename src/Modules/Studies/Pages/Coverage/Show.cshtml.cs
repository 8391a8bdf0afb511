using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Studies.Coverage;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Studies.Pages.Coverage;

/// <summary>Who has answered by segment against the frame, and who is missing, at this moment; for administrators and analysts of the council.</summary>
internal sealed class ShowModel(StudyShelf shelf, CurrentCouncil council, TimeProvider clock) : PageModel
{
    /// <summary>A category this far behind the frame is said to be missing.</summary>
    private const double Behind = 0.02;

    public StudyState? State { get; private set; }

    /// <summary>More answers can still be asked for.</summary>
    public bool IsOpen => State?.Campaign.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Open;

    public bool IsReady => shelf.IsReady;

    /// <summary>The categories furthest behind the frame, the worst first.</summary>
    public IReadOnlyList<CategoryCoverage> Missing { get; private set; } = [];

    /// <summary>The council's other campaigns.</summary>
    public IEnumerable<StudyState> Others => shelf.All(council.Id).Where(s => s.Campaign.Id != State?.Campaign.Id);

    public async Task<IActionResult> OnGetAsync([FromRoute] string? campaign, CancellationToken cancel)
    {
        State = await shelf.FindAsync(council.Id, campaign, cancel);
        if (State is null && campaign is not null && shelf.IsReady) return NotFound();
        Missing = State is null ? [] : Furthest(State.Coverage);
        return Page();
    }

    /// <summary>The categories behind the frame, the worst first.</summary>
    public static IReadOnlyList<CategoryCoverage> Furthest(FieldCoverage coverage) =>
        [.. coverage.Margins.SelectMany(m => m.Categories).Where(c => Gap(c.Fill) < -Behind).OrderBy(c => Gap(c.Fill))];

    /// <summary>Share of the answers less share of the frame.</summary>
    public static double Gap(MarginFill fill) => fill.Share - (fill.Category.Share / 100);
}
