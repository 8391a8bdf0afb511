using Diapason.Learning.Contracts;
using Diapason.Learning.Interests;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>One session for those who keep it: where it stands, and what can be done with it.</summary>
internal sealed class SessionModel(ReadSessions read, OpenSession open, CancelSession withdraw, TurnList turn, IOfferNames offer, SessionWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public SeenSession Seen { get; private set; } = null!;

    public OfferNames Names { get; private set; } = OfferNames.None;

    /// <summary>For a draft written from a list: how many people it would call, and how many its format or language leaves there.</summary>
    public (int Called, int Left)? ForList { get; private set; }

    public SessionWords Words => words;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? this.Answer(await open.RunAsync(id, cancel), LearningLinks.Manage(id).With("done", "opened")) : NotFound();

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (Request.Form["sure"] != "yes") return this.Refuse(Platform.Outcomes.Problem.Invalid("session.not_sure", "sure"));
        return this.Answer(await withdraw.RunAsync(id, cancel), LearningLinks.Manage(id).With("done", "cancelled"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await read.FindAsync(id, cancel) is not { } seen) return false;
        (Seen, Names) = (seen, await offer.ReadAsync(cancel));
        if (seen is { Standing: SessionStanding.Draft, Session.ListId: not null }) ForList = await turn.CountAsync(seen.Session, cancel);
        return true;
    }
}
