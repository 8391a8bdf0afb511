using Diapason.Platform.Data;
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

/// <summary>The facilitator’s script: what is open, what comes next, what the room sees.</summary>
internal sealed class LeadModel(ReadWorkshops read, LeadRoom lead, ArrangeActivities arrange, DiapasonDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public SeenWorkshop Seen { get; private set; } = null!;

    public int WordsToRead { get; private set; }

    public int Words { get; private set; }

    /// <summary>How many people answered each activity.</summary>
    public IReadOnlyDictionary<string, int> Answered { get; private set; } = new Dictionary<string, int>();

    /// <summary>The activity after the open one; the first when none is open yet.</summary>
    public ActivityContent? Next => Seen.Content.Activities.SkipWhile(a => Seen.Open is { } open && a.Code != open.Code).Skip(Seen.Open is null ? 0 : 1).FirstOrDefault(a => Seen.Open is not null || !Answered.ContainsKey(a.Code));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    /// <summary>As a kit’s file, to be changed elsewhere or given to another council.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(System.Text.Encoding.UTF8.GetBytes(WorkshopFile.Of(Seen.Workshop.Code, Seen.Content)), "application/yaml; charset=utf-8", $"{Seen.Workshop.Code}.yaml");
    }

    public Task<IActionResult> OnPostOpenRoomAsync(Guid id, Guid seen, CancellationToken cancel) => ActAsync(id, () => lead.OpenRoomAsync(id, seen, cancel), "opened", cancel);

    public Task<IActionResult> OnPostCloseRoomAsync(Guid id, Guid seen, CancellationToken cancel) => ActAsync(id, () => lead.CloseRoomAsync(id, seen, cancel), "closed", cancel);

    public Task<IActionResult> OnPostOpenAsync(Guid id, Guid seen, string activity, CancellationToken cancel) => ActAsync(id, () => lead.OpenActivityAsync(id, seen, activity, cancel), "activity_opened", cancel);

    public Task<IActionResult> OnPostCloseAsync(Guid id, Guid seen, CancellationToken cancel) => ActAsync(id, () => lead.CloseActivityAsync(id, seen, cancel), "activity_closed", cancel);

    public Task<IActionResult> OnPostRevealAsync(Guid id, Guid seen, string activity, CancellationToken cancel) => ActAsync(id, () => lead.RevealAsync(id, seen, activity, isShown: true, cancel), "revealed", cancel);

    public Task<IActionResult> OnPostConcealAsync(Guid id, Guid seen, string activity, CancellationToken cancel) => ActAsync(id, () => lead.RevealAsync(id, seen, activity, isShown: false, cancel), "concealed", cancel);

    public Task<IActionResult> OnPostUpAsync(Guid id, Guid seen, string activity, CancellationToken cancel) => ActAsync(id, () => arrange.UpAsync(id, seen, activity, cancel), "moved", cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, Guid seen, string activity, CancellationToken cancel) => ActAsync(id, () => arrange.RemoveAsync(id, seen, activity, cancel), "removed", cancel);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, string done, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        return this.Answer(await act(), WorkshopsLinks.Lead(id).With("done", done));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await read.FindAsync(id, cancel) is not { } seen) return false;
        Seen = seen;
        var of = db.Set<Contribution>().Where(c => c.WorkshopId == id);
        (Words, WordsToRead) = (await of.CountAsync(c => c.Words != "", cancel), await of.CountAsync(c => c.State == ContributionState.Waiting, cancel));
        Answered = await of.Select(c => new { c.Activity, c.ParticipantId }).Distinct().GroupBy(c => c.Activity).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return true;
    }
}
