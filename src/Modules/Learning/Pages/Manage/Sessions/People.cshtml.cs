using Diapason.Design;
using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>Who comes, who was offered a place, who waits; and what is done for who has no mail.</summary>
internal sealed class PeopleModel(ReadSessions read, DiapasonDb db, SignUp signUp, AnswerForPlace answer, SessionWords words, PublicAddress site, CurrentCouncil council) : PageModel
{
    private const string Told = "learning.code";
    private Dictionary<string, string> _certified = [];

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public SignUpForm Input { get; set; } = new();

    public SeenSession Seen { get; private set; } = null!;

    public IReadOnlyList<Registration> People { get; private set; } = [];

    /// <summary>Only those who have no mail and are to be told by telephone.</summary>
    [BindProperty(SupportsGet = true, Name = "call")]
    public bool IsToCall { get; set; }

    public IReadOnlyList<Registration> Shown => IsToCall ? [.. People.Where(IsCalled)] : People;

    /// <summary>They have, or wait for, a place in a session that is not over, and only a number.</summary>
    public bool IsCalled(Registration who) => who.Email.Length == 0 && Seen.IsToLeave(who);

    /// <summary>As it is written on the certificate of somebody who has one.</summary>
    public string NameOn(Registration who) => _certified.GetValueOrDefault(who.Certificate, "");

    public int There => People.Count(who => who.Attendance != 0);

    /// <summary>The code of whoever was just signed up, to be read out to them; shown once.</summary>
    public string? CodeToTell { get; private set; }

    public SessionWords Words => words;

    public IReadOnlyList<Choice> InLanguages => [.. council.Languages.Select(l => new Choice(l, Languages.NameOf(l)))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        CodeToTell = TempData[Told] as string;
        Input = new SignUpForm { Key = SecretCode.New(), Language = Languages.Current };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var form = Input.Trimmed();
        if (form.Problems(council.Languages, isByStaff: true) is { Count: > 0 } problems) return this.Refuse(Outcome.Of(problems), nameof(Input));
        var outcome = await signUp.RunAsync(Seen.Session, form, LetterLinks.HeadOf(Request, site), isByStaff: true, cancel);
        if (!outcome.IsDone) return this.Refuse(outcome, nameof(Input));
        TempData[Told] = SecretCodes.Write(PlaceCode.OfPlaces, outcome.Value);
        var hash = SecretCode.Hash(outcome.Value);
        var waits = await db.Set<Registration>().AnyAsync(r => r.CodeHash == hash && r.State == PlaceState.Waiting, cancel);
        return this.SeeOther(LearningLinks.People(id).With("done", waits ? "waits" : "signed"));
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid id, Guid place, CancellationToken cancel) => ActAsync(id, place, who => answer.ConfirmAsync(who, isByStaff: true, cancel), "confirmed", cancel);

    /// <summary>How a person is called on this page: their name, or what they left to be reached.</summary>
    public static string Called(Registration who) => who.Name.Length > 0 ? who.Name : who.Email.Length > 0 ? who.Email : who.Phone;

    private async Task<IActionResult> ActAsync(Guid id, Guid place, Func<Registration, Task<Outcome>> act, string done, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || People.SingleOrDefault(p => p.Id == place) is not { } who) return NotFound();
        Input = new SignUpForm { Key = SecretCode.New(), Language = Languages.Current };
        return this.Answer(await act(who), LearningLinks.People(id).With("done", done));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await read.FindAsync(id, cancel) is not { } seen) return false;
        Seen = seen;
        People = await db.Set<Registration>().AsNoTracking().Where(r => r.SessionId == id).OrderBy(r => r.Ordinal).ToListAsync(cancel);
        _certified = await db.Set<Certificate>().Where(c => c.SessionId == id).ToDictionaryAsync(c => c.Code, c => c.Name, cancel);
        return true;
    }
}
