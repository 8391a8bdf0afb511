using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Writing;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>Asks before a draft is put away; takes one out again.</summary>
internal sealed class ArchiveModel(DiapasonDb db, ArchiveDraft archive, Texts<ConsultationsModule> texts) : PageModel
{
    public string Title { get; private set; } = "";

    public bool IsAway { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id) => MoveAsync(id, isAway: true);

    public Task<IActionResult> OnPostTakeOutAsync(Guid id) => MoveAsync(id, isAway: false);

    private async Task<IActionResult> MoveAsync(Guid id, bool isAway) => await FindAsync(id)
        ? this.Answer(await archive.RunAsync(id, isAway, HttpContext.RequestAborted), ConsultationsLinks.Questionnaires.With("done", isAway ? "archived" : "taken_out")) : NotFound();

    private async Task<bool> FindAsync(Guid id)
    {
        if (await db.Set<QuestionnaireDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, HttpContext.RequestAborted) is not { } draft) return false;
        (Title, IsAway) = (draft.Title.IsEmpty ? texts["writing.untitled"] : draft.Title.Here, draft.ArchivedAt is not null);
        return true;
    }
}
