using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Questionnaires;

/// <summary>One draft of the list.</summary>
internal sealed record DraftLine(Guid Id, string Title, DateTime At);

/// <summary>One version, and the campaigns that ask it.</summary>
internal sealed record VersionLine(Guid Id, string Code, string Title, string Version, IReadOnlyList<string> Campaigns);

/// <summary>The council's questionnaires: those being written, and the versions that campaigns ask.</summary>
internal sealed class QuestionnairesModel(DiapasonDb db, StartDraft start, IAuthorizationService authorization, Texts<ConsultationsModule> texts) : PageModel
{
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];

    /// <summary>Drafts that were put away.</summary>
    public IReadOnlyList<DraftLine> Away { get; private set; } = [];

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public bool Writes { get; private set; }

    /// <summary>What was just done, told once after the redirect.</summary>
    public string? Done => Request.Query["done"].ToString() is "version" or "planned" or "words" or "archived" or "taken_out" ? texts["writing.done." + Request.Query["done"]] : null;

    /// <summary>Opens the bank of questions, made on the first day.</summary>
    public async Task<IActionResult> OnPostBankAsync() =>
        (await authorization.AuthorizeAsync(User, null, WritingPolicy.Author)).Succeeded ? this.SeeOther(ConsultationsLinks.EditDraft(await start.BankAsync(HttpContext.RequestAborted))) : Forbid();

    public async Task OnGetAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Writes = (await authorization.AuthorizeAsync(User, null, WritingPolicy.Author)).Succeeded;
        var drafts = await (from draft in db.Set<QuestionnaireDraft>()
                            join revision in db.Set<DraftRevision>() on new { DraftId = draft.Id, Number = draft.Head } equals new { revision.DraftId, revision.Number }
                            where !draft.IsBank
                            orderby revision.At descending
                            select new { draft.Id, draft.Title, revision.At, draft.ArchivedAt }).AsNoTracking().ToListAsync(cancel);
        var lines = drafts.ToLookup(d => d.ArchivedAt is not null, d => new DraftLine(d.Id, d.Title.IsEmpty ? texts["writing.untitled"] : d.Title.Here, d.At));
        (Drafts, Away) = ([.. lines[false]], [.. lines[true]]);
        var campaigns = (await db.Set<Campaign>().AsNoTracking().Select(c => new { c.QuestionnaireId, c.Title }).ToListAsync(cancel)).ToLookup(c => c.QuestionnaireId, c => c.Title.Here);
        var versions = await db.Set<StoredQuestionnaire>().AsNoTracking().OrderByDescending(q => q.CreatedAt).ThenBy(q => q.Version).ToListAsync(cancel);
        Versions = [.. versions.Select(q => new VersionLine(q.Id, q.Code, ReadDraft.From(q.Definition).Draft is { Title.IsEmpty: false } draft ? draft.Title.Here : q.Code, q.Version, [.. campaigns[q.Id]]))];
    }
}
