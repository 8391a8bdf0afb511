using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Writing;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>Starts a questionnaire: blank, or from one there is.</summary>
internal sealed class NewModel(DiapasonDb db, CurrentCouncil council, StartDraft start, Texts<ConsultationsModule> texts) : PageModel
{
    public IReadOnlyList<string> Languages => council.Languages;

    /// <summary>Versions and drafts that can be copied.</summary>
    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public string Typed(string language) => Request.HasFormContentType ? Request.Form["title." + language].ToString().Trim() : "";

    public Task OnGetAsync() => ListAsync();

    public async Task<IActionResult> OnPostBlankAsync()
    {
        await ListAsync();
        var title = LocalizedText.Of(Languages.Select(language => (language, (string?)Typed(language))));
        if (title.IsEmpty) return this.Refuse(Problem.Invalid("writing.title_missing", "title." + Languages[0]));
        if (title.All.FirstOrDefault(text => text.Value.Length > WritingRules.LongestTitle) is { Value: { } longest } text)
            return this.Refuse(Problem.Invalid("writing.text_too_long", "title." + text.Key, ("most", WritingRules.LongestTitle), ("length", longest.Length)));
        return this.SeeOther(ConsultationsLinks.EditDraft(await start.BlankAsync(title, HttpContext.RequestAborted)));
    }

    public async Task<IActionResult> OnPostCopyAsync()
    {
        await ListAsync();
        var copied = await start.CopyAsync(Guid.TryParse(Request.Form["From"], out var of) ? of : Guid.Empty, HttpContext.RequestAborted);
        return copied.IsDone ? this.SeeOther(ConsultationsLinks.EditDraft(copied.Value)) : this.Refuse(copied);
    }

    private async Task ListAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var versions = await db.Set<StoredQuestionnaire>().AsNoTracking().OrderByDescending(q => q.CreatedAt).Select(q => new { q.Id, q.Version, q.Definition }).ToListAsync(cancel);
        var drafts = await db.Set<QuestionnaireDraft>().AsNoTracking().Where(d => d.ArchivedAt == null && !d.IsBank).OrderByDescending(d => d.CreatedAt).Select(d => new { d.Id, d.Title }).ToListAsync(cancel);
        Sources =
        [
            .. versions.Select(q => new Choice(q.Id.ToString(), texts["writing.copy_version", ReadDraft.From(q.Definition).Draft?.Title.Here ?? "", q.Version])),
            .. drafts.Select(d => new Choice(d.Id.ToString(), texts["writing.copy_draft", d.Title.Here])),
        ];
    }
}
