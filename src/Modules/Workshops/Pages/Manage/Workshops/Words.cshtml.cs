using Diapason.Design;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Leading;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Pages.Manage.Workshops;

/// <summary>Words to be read before they are on the wall; those kept from it, with their reason and how many there are of each.</summary>
internal sealed class WordsModel(ReadWorkshops read, ReadOverWords readOver, DiapasonDb db, Texts<WorkshopsModule> texts) : PageModel
{
    private const int Most = 100;

    public SeenWorkshop Seen { get; private set; } = null!;

    public IReadOnlyList<Contribution> Waiting { get; private set; } = [];

    public IReadOnlyList<Contribution> Hidden { get; private set; } = [];

    public int Shown { get; private set; }

    public IReadOnlyList<Choice> Reasons => [.. ReadOverWords.Reasons.Select(reason => new Choice(reason, texts["reason." + reason]))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostShowAsync(Guid id, Guid words, [FromForm(Name = "read")] string? mark, CancellationToken cancel) => ActAsync(id, () => readOver.ShowAsync(id, words, mark ?? "", cancel), cancel);

    public Task<IActionResult> OnPostHideAsync(Guid id, Guid words, [FromForm(Name = "read")] string? mark, string? reason, CancellationToken cancel) => ActAsync(id, () => readOver.HideAsync(id, words, mark ?? "", reason ?? "", cancel), cancel);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var outcome = await act();
        // What is refused is shown beside what is there now.
        if (!outcome.IsDone) await FindAsync(id, cancel);
        return this.Answer(outcome, WorkshopsLinks.Words(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await read.FindAsync(id, cancel) is not { } seen) return false;
        Seen = seen;
        var words = db.Set<Contribution>().AsNoTracking().Where(c => c.WorkshopId == id && c.Words != "");
        Waiting = await words.Where(c => c.State == ContributionState.Waiting).OrderBy(c => c.Id).Take(Most).ToListAsync(cancel);
        Hidden = await words.Where(c => c.State == ContributionState.Hidden).OrderBy(c => c.Reason).ThenBy(c => c.Id).ToListAsync(cancel);
        Shown = await words.CountAsync(c => c.State == ContributionState.Shown, cancel);
        return true;
    }
}
