using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Front;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Joining;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Workshops.Pages.Workshops;

/// <summary>The door of a room: who asks, what is kept, one question. No name, no account.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
internal sealed class JoinModel(ReadWorkshops read, JoinWorkshop join, CardSeals seals, DeviceCodes device, Texts<WorkshopsModule> texts, CurrentCouncil council) : PageModel
{
    [BindProperty]
    public JoinForm Input { get; set; } = new();

    /// <summary>They asked this device to keep their code.</summary>
    [BindProperty]
    public bool Keep { get; set; }

    public SeenWorkshop Seen { get; private set; } = null!;

    public string Council => council.Value.Name.Here;

    public bool IsOpen => Seen.Workshop.State == WorkshopState.Open;

    public IReadOnlyList<Choice> Words => [new(JoinForm.Yes, texts["join.words_yes"], texts["join.words_yes_hint"]), new(JoinForm.No, texts["join.words_no"], texts["join.words_no_hint"])];

    public async Task<IActionResult> OnGetAsync(string room, CancellationToken cancel)
    {
        if (!await FindAsync(room, cancel)) return NotFound();
        Input = new JoinForm { Key = SecretCode.New() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string room, CancellationToken cancel)
    {
        if (!await FindAsync(room, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Refused();
        if (Input.Problems(Seen.Content.Tables) is { Count: > 0 } problems) return this.Refuse(Outcome.Of(problems), nameof(Input));
        var outcome = await join.RunAsync(Seen, Input, cancel);
        if (!outcome.IsDone) return this.Refuse(outcome, nameof(Input));
        if (Keep) device.Keep(CardCode.OnDevice, outcome.Value);
        return this.SeeOther(WorkshopsLinks.Room(seals.Of(outcome.Value)));
    }

    private async Task<bool> FindAsync(string room, CancellationToken cancel)
    {
        if (council.OrNull is null || await read.InRoomAsync(room, cancel) is not { } seen) return false;
        Seen = seen;
        return true;
    }
}
