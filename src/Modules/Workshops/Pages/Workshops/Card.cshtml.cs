using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Front;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Joining;
using Diapason.Workshops.Preparing;
using Diapason.Workshops.Saying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Pages.Workshops;

/// <summary>Somebody’s card: their code, what they said word for word, what becomes of it, and how to take it back.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
internal sealed class CardModel(CardSeals seals, ReadWorkshops read, TakeBack takeBack, LeaveAddress leave, DeviceCodes device, DiapasonDb db, Mailer mailer, PublicAddress site, CurrentCouncil council) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public bool Consent { get; set; }

    public string Seal { get; private set; } = "";

    public string Code { get; private set; } = "";

    public Participant Participant { get; private set; } = null!;

    public SeenWorkshop Seen { get; private set; } = null!;

    public IReadOnlyList<Contribution> Words { get; private set; } = [];

    public int Chosen { get; private set; }

    public IReadOnlyDictionary<Guid, Idea> Ideas { get; private set; } = new Dictionary<Guid, Idea>();

    /// <summary>Where no mail leaves, no address is asked.</summary>
    public bool CanWrite => mailer.CanSend && site.For(Request) is not null && !Seen.Workshop.IsPublished;

    public bool IsOnDevice => device.Read(CardCode.OnDevice).Any(held => SecretCode.Matches(held, Participant.CodeHash));

    /// <summary>What became of the words of a card: its idea, or the one into which this was merged.</summary>
    public Idea? IdeaOf(Contribution card) =>
        card.IdeaId is { } id && Ideas.TryGetValue(id, out var idea) ? idea.MergedInto is { } into && Ideas.TryGetValue(into, out var other) ? other : idea : null;

    public async Task<IActionResult> OnGetAsync(string seal, CancellationToken cancel) => await FindAsync(seal, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWordsAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        await takeBack.WordsAsync(Participant, cancel);
        return this.SeeOther(WorkshopsLinks.Card(seal).With("done", "words"));
    }

    public async Task<IActionResult> OnPostAllAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        await takeBack.AllAsync(Participant, cancel);
        return this.SeeOther(WorkshopsLinks.Code.With("done", "all"));
    }

    public async Task<IActionResult> OnPostAddressAsync(string seal, CancellationToken cancel) =>
        await FindAsync(seal, cancel) ? this.Answer(await leave.RunAsync(Seen.Workshop, Email, Consent, CardLinks.HeadOf(Request, site), cancel), WorkshopsLinks.Card(seal).With("done", "address")) : NotFound();

    public async Task<IActionResult> OnPostForgetAddressAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        await leave.ForgetAsync(Seen.Workshop, Email, cancel);
        return this.SeeOther(WorkshopsLinks.Card(seal).With("done", "forgotten"));
    }

    private async Task<bool> FindAsync(string seal, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (council.OrNull is null || await seals.OpenAsync(seal, cancel) is not { } opened || await read.FindAsync(opened.Participant.WorkshopId, cancel) is not { } seen) return false;
        (Seal, Participant, Seen, Code) = (seal, opened.Participant, seen, SecretCodes.Write(CardCode.OfCards, opened.Code));
        var mine = db.Set<Contribution>().AsNoTracking().Where(c => c.ParticipantId == Participant.Id);
        Words = await mine.Where(c => c.Words != "").OrderBy(c => c.Activity).ThenBy(c => c.Id).ToListAsync(cancel);
        Chosen = await mine.CountAsync(c => c.Words == "", cancel);
        if (seen.Workshop.IsPublished) Ideas = await db.Set<Idea>().AsNoTracking().Where(i => i.WorkshopId == seen.Workshop.Id).ToDictionaryAsync(i => i.Id, cancel);
        return true;
    }
}
