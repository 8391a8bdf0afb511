using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Days;
using Diapason.Learning.Sessions;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>The list at the door, on a phone: one box a person, one button.</summary>
internal sealed class AttendanceModel(ReadSessions read, MarkAttendance mark, SessionWords words, DiapasonDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Which meeting, from nought.</summary>
    public int Meeting { get; private set; }

    public SeenSession Seen { get; private set; } = null!;

    public IReadOnlyList<Registration> People { get; private set; } = [];

    public SessionWords Words => words;

    public bool Was(Registration person) => (person.Attendance >> Meeting & 1) == 1;

    /// <summary>What they left to be reached is not for a phone passed from hand to hand: a name, or their number in the list.</summary>
    public static string Called(Registration who, string unnamed) => who.Name.Length > 0 ? who.Name : unnamed;

    public async Task<IActionResult> OnGetAsync(Guid id, int meeting, CancellationToken cancel) => await FindAsync(id, meeting, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int meeting, CancellationToken cancel)
    {
        if (!await FindAsync(id, meeting, cancel)) return NotFound();
        var present = Request.Form["here"].Select(one => Guid.TryParse(one, out var who) ? who : Guid.Empty).ToHashSet();
        return this.Answer(await mark.RunAsync(id, Meeting, present, cancel), LearningLinks.Attendance(id, Meeting).With("done", "marked"));
    }

    private async Task<bool> FindAsync(Guid id, int meeting, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await read.FindAsync(id, cancel) is not { } seen || meeting < 0 || meeting >= seen.Content.Meetings.Count) return false;
        (Seen, Meeting) = (seen, meeting);
        var people = await db.Set<Registration>().AsNoTracking().Where(r => r.SessionId == id && r.State == PlaceState.Confirmed).OrderBy(r => r.Ordinal).ToListAsync(cancel);
        People = [.. people.OrderBy(p => p.Name.Length == 0).ThenBy(p => p.Name, StringComparer.CurrentCulture)];
        return true;
    }
}
