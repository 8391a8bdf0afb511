using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Days;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>The list at the door, on a phone: one box a person, one form. Whatever its button, what is ticked and whoever is typed are kept together.</summary>
internal sealed class AttendanceModel(ReadSessions read, MarkAttendance mark, AddWhoCame add, SessionWords words, PublicAddress site, DiapasonDb db) : PageModel
{
    private const string Told = "learning.code";

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Which meeting, from nought.</summary>
    public int Meeting { get; private set; }

    public SeenSession Seen { get; private set; } = null!;

    public IReadOnlyList<Registration> People { get; private set; } = [];

    /// <summary>Those who signed up and have no confirmed place: some of them come.</summary>
    public IReadOnlyList<Registration> Others { get; private set; } = [];

    [BindProperty]
    public CameForm Input { get; set; } = new();

    /// <summary>The code of whoever was just added, to be read out to them; shown once.</summary>
    public string? CodeToTell { get; private set; }

    public SessionWords Words => words;

    /// <summary>Why nobody can be ticked yet, or any more; null when they can.</summary>
    public string? Shut => Seen.Session.State != SessionState.Open ? "attendance.not_open" : Seen.Content.Meetings[Meeting].StartsAt().AddHours(-1) > Seen.Now ? "attendance.early" : null;

    /// <summary>As it was sent; nothing before it is.</summary>
    private Ticks Sent { get; set; } = Ticks.None;

    public bool Was(Registration person) => MarkAttendance.WasAt(person, Meeting);

    public bool IsTicked(Registration person) => Sent.Of(person.Id, Was(person));

    /// <summary>What they left to be reached is not for a phone passed from hand to hand: a name, or their number in the list.</summary>
    public static string Called(Registration who, string unnamed) => who.Name.Length > 0 ? who.Name : unnamed;

    public async Task<IActionResult> OnGetAsync(Guid id, int meeting, CancellationToken cancel)
    {
        if (!await FindAsync(id, meeting, cancel)) return NotFound();
        CodeToTell = TempData[Told] as string;
        Input = new CameForm { Key = SecretCode.New() };
        return Page();
    }

    /// <summary>Somebody who did not sign up.</summary>
    public async Task<IActionResult> OnPostCameAsync(Guid id, int meeting, CancellationToken cancel)
    {
        if (!await FindAsync(id, meeting, cancel)) return NotFound();
        if (Input.Trimmed().Problems() is { Count: > 0 } problems) return this.Refuse(Outcome.Of(problems), nameof(Input));
        var outcome = await add.RunAsync(Seen, Meeting, Input, Sent, LetterLinks.HeadOf(Request, site), cancel);
        if (!outcome.IsDone) return this.Refuse(outcome, nameof(Input));
        TempData[Told] = SecretCodes.Write(PlaceCode.OfPlaces, outcome.Value);
        return this.SeeOther(LearningLinks.Attendance(id, Meeting).With("done", "came"));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int meeting, CancellationToken cancel)
    {
        if (!Input.IsEmpty) return await OnPostCameAsync(id, meeting, cancel);
        if (!await FindAsync(id, meeting, cancel)) return NotFound();
        return this.Answer(await mark.RunAsync(id, Meeting, Sent, cancel), LearningLinks.Attendance(id, Meeting).With("done", "marked"));
    }

    private async Task<bool> FindAsync(Guid id, int meeting, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await read.FindAsync(id, cancel) is not { } seen || meeting < 0 || meeting >= seen.Content.Meetings.Count) return false;
        (Seen, Meeting) = (seen, meeting);
        if (Request.HasFormContentType) Sent = new Ticks(Ids("here"), Ids("before"));
        var all = await db.Set<Registration>().AsNoTracking().Where(r => r.SessionId == id && r.State != PlaceState.Cancelled).OrderBy(r => r.Ordinal).ToListAsync(cancel);
        (People, Others) = (ByName(all.Where(r => r.State == PlaceState.Confirmed)), ByName(all.Where(r => r.State != PlaceState.Confirmed)));
        return true;
    }

    private HashSet<Guid> Ids(string field) => [.. Request.Form[field].Select(one => Guid.TryParse(one, out var who) ? who : Guid.Empty)];

    private static IReadOnlyList<Registration> ByName(IEnumerable<Registration> people) => [.. people.OrderBy(p => p.Name.Length == 0).ThenBy(p => p.Name, StringComparer.CurrentCulture)];
}
