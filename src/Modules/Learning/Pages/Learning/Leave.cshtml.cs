using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Platform.Councils;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Learning;

/// <summary>Asks before a place is given up or a registration erased: what goes with it cannot be had back.</summary>
internal sealed class LeaveModel(PlaceSeals seals, AnswerForPlace answer, ReadSessions read, SessionWords words, CurrentCouncil council) : PageModel
{
    public string Seal { get; private set; } = "";

    public bool IsErasing { get; private set; }

    public Registration Place { get; private set; } = null!;

    public SeenSession Seen { get; private set; } = null!;

    public SessionWords Words => words;

    public async Task<IActionResult> OnGetAsync(string seal, string act, CancellationToken cancel)
    {
        if (!await FindAsync(seal, act, cancel)) return NotFound();
        // Nothing is left to give up: their page says where they stand.
        return IsErasing || Seen.IsToLeave(Place) ? Page() : this.SeeOther(LearningLinks.Place(seal));
    }

    public async Task<IActionResult> OnPostAsync(string seal, string act, CancellationToken cancel)
    {
        if (!await FindAsync(seal, act, cancel)) return NotFound();
        if (!IsErasing && !Seen.IsToLeave(Place)) return this.SeeOther(LearningLinks.Place(seal));
        if (!IsErasing) return this.Answer(await answer.LeaveAsync(Place, isByStaff: false, cancel), LearningLinks.Place(seal).With("done", "left"));
        await answer.EraseAsync(Place, cancel);
        return this.SeeOther(LearningLinks.Code.With("done", "erased"));
    }

    private async Task<bool> FindAsync(string seal, string act, CancellationToken cancel)
    {
        // What stands here is one person’s.
        Response.Headers.CacheControl = "no-cache, no-store";
        if (council.OrNull is null || await seals.OpenAsync(seal, cancel) is not { } opened || await read.FindAsync(opened.Place.SessionId, cancel) is not { } seen) return false;
        (Seal, IsErasing, Place, Seen) = (seal, act == "erase", opened.Place, seen);
        return true;
    }
}
