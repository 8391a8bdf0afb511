using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Diapason.Workshops.Saying;
using Diapason.Workshops.Synthesis;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Workshops.Pages.Workshops;

/// <summary>Everyone may read it: each idea with its words, its tables and where it went; then what the room chose.</summary>
internal sealed class IdeasModel(ReadWorkshops read, ReadSynthesis synthesis, ReadTally tally, IAuthorizationService authorization, Texts<WorkshopsModule> texts, CurrentCouncil council) : PageModel
{
    public SeenWorkshop Seen { get; private set; } = null!;

    public WorkshopSynthesis Synthesis { get; private set; } = null!;

    /// <summary>What the facilitator let the room see, and nothing else.</summary>
    public IReadOnlyList<(ActivityContent Activity, Tally Tally)> Chosen { get; private set; } = [];

    public string Said(int count) => Tally.IsSmall(count) ? texts["screen.small", Tally.Small] : count.ToString(System.Globalization.CultureInfo.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (council.OrNull is null || await read.FindAsync(code, cancel) is not { } seen) return NotFound();
        // The same evening, those who lead read the report that everyone will read.
        if (!seen.Workshop.IsPublished && !(await authorization.AuthorizeAsync(User, WorkshopsPolicy.Lead)).Succeeded) return NotFound();
        (Seen, Synthesis) = (seen, await synthesis.RunAsync(seen.Workshop.Id, cancel));
        var chosen = new List<(ActivityContent, Tally)>();
        foreach (var activity in seen.Content.Activities.Where(a => seen.Workshop.IsRevealed(a.Code) && ActivityKinds.Of(a).Choices > 0))
            if (await tally.RunAsync(seen, activity, cancel) is { IsShown: true } counted) chosen.Add((activity, counted));
        Chosen = chosen;
        return Page();
    }
}
