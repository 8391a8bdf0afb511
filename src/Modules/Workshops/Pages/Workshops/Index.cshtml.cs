using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Workshops.Pages.Workshops;

/// <summary>Where the number of a room is typed, and what was said on former days.</summary>
[EnableRateLimiting(Platform.Security.RateLimits.Submissions)]
internal sealed class IndexModel(ReadWorkshops read, CurrentCouncil council) : PageModel
{
    [BindProperty]
    public string? Room { get; set; }

    public IReadOnlyList<SeenWorkshop> Published { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ListAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ListAsync(cancel)) return NotFound();
        var room = string.Concat((Room ?? "").Where(char.IsAsciiDigit));
        if (room.Length != 6) return this.Refuse(Problem.Invalid("room.slip", nameof(Room)));
        if (await read.InRoomAsync(room, cancel) is not { } seen) return this.Refuse(Problem.Invalid("room.unknown", nameof(Room)));
        if (seen.Workshop.State == WorkshopState.Closed) return this.Refuse(Problem.Lost("room.closed", ("title", seen.Content.Title.Here)));
        return this.SeeOther(WorkshopsLinks.Join(room));
    }

    private async Task<bool> ListAsync(CancellationToken cancel)
    {
        if (council.OrNull is null) return false;
        Published = [.. (await read.AllAsync(cancel)).Where(w => w.Workshop.IsPublished)];
        return true;
    }
}
