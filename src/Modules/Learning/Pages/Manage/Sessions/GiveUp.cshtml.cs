using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>Asks before somebody’s place is given up in their name: the next person is called at once.</summary>
internal sealed class GiveUpModel(ReadSessions read, AnswerForPlace answer, DiapasonDb db) : PageModel
{
    public SeenSession Seen { get; private set; } = null!;

    public Registration Place { get; private set; } = null!;

    public string Called => PeopleModel.Called(Place);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid place, CancellationToken cancel)
    {
        if (!await FindAsync(id, place, cancel)) return NotFound();
        return Seen.IsToLeave(Place) ? Page() : this.SeeOther(LearningLinks.People(id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid place, CancellationToken cancel)
    {
        if (!await FindAsync(id, place, cancel)) return NotFound();
        return Seen.IsToLeave(Place) ? this.Answer(await answer.LeaveAsync(Place, isByStaff: true, cancel), LearningLinks.People(id).With("done", "left")) : this.SeeOther(LearningLinks.People(id));
    }

    private async Task<bool> FindAsync(Guid id, Guid place, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await read.FindAsync(id, cancel) is not { } seen || await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == place && r.SessionId == id, cancel) is not { } who) return false;
        (Seen, Place) = (seen, who);
        return true;
    }
}
