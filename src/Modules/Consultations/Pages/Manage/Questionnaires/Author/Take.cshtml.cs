using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Writing;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>A section that can be copied whole or by its questions.</summary>
internal sealed record TakeGroup(string Title, IReadOnlyList<Choice> Choices);

/// <summary>Chooses questions of the bank, of another draft or of a version, to be copied into this one.</summary>
internal sealed class TakeModel(DiapasonDb db, FindDraft find, TakeQuestions take, DraftWords words, Texts<ConsultationsModule> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid From { get; set; }

    public DraftState State { get; private set; } = null!;

    /// <summary>What the questions come after.</summary>
    public string AfterName => words.Name(State.Draft, After);

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<TakeGroup> Groups { get; private set; } = [];

    private DraftPlace After => State.Draft.Where(DraftPlace.Parse(At)) is var place && State.Draft.Has(place) ? place : DraftPlace.Heading;

    public IReadOnlyList<string> Typed(int group) => Request.HasFormContentType ? [.. Request.Form[Field(group)].OfType<string>()] : [];

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int seen)
    {
        if (!await FindAsync(id)) return NotFound();
        DraftPlace[] places = [.. Groups.Index().SelectMany(group => Typed(group.Index)).Select(DraftPlace.Parse)];
        var taken = await take.RunAsync(id, seen, After, (From, places), HttpContext.RequestAborted);
        if (!taken.IsDone) return this.Refuse(taken);
        var (change, what) = taken.Value;
        return this.SeeOther(ConsultationsLinks.EditDraft(id, change.Place.ToString()).With("done", "taken").With("count", what.Questions).With("rules", what.RulesLeft > 0 ? what.RulesLeft : null).With("since", change.Since));
    }

    private static string Field(int group) => string.Create(CultureInfo.InvariantCulture, $"take.{group}");

    private async Task<bool> FindAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return false;
        State = state;
        Sources = await SourcesAsync(id, HttpContext.RequestAborted);
        if (From == Guid.Empty && Sources.Count > 0) From = Guid.Parse(Sources[0].Value);
        if (Sources.Any(one => one.Value == From.ToString()) && await find.TextAsync(From, HttpContext.RequestAborted) is { } source) Groups = [.. source.Sections.Select(section => Group(source, section)).Where(group => group.Choices.Count > 1)];
        return true;
    }

    // The bank first, then what is being written, then versions.
    private async Task<IReadOnlyList<Choice>> SourcesAsync(Guid id, CancellationToken cancel)
    {
        var drafts = await db.Set<QuestionnaireDraft>().AsNoTracking().Where(d => d.Id != id && d.ArchivedAt == null).OrderByDescending(d => d.IsBank).ThenByDescending(d => d.CreatedAt).Select(d => new { d.Id, d.Title, d.IsBank }).ToListAsync(cancel);
        var versions = await db.Set<StoredQuestionnaire>().AsNoTracking().OrderByDescending(q => q.CreatedAt).Select(q => new { q.Id, q.Version, q.Definition }).ToListAsync(cancel);
        return
        [
            .. drafts.Select(d => new Choice(d.Id.ToString(), d.IsBank ? d.Title.Here : texts["writing.copy_draft", d.Title.Here])),
            .. versions.Select(q => new Choice(q.Id.ToString(), texts["writing.copy_version", ReadDraft.From(q.Definition).Draft?.Title.Here ?? "", q.Version])),
        ];
    }

    // A page asks for consent once, first: it is not copied.
    private TakeGroup Group(Draft source, DraftSection section)
    {
        var questions = section.Pages.SelectMany(page => page.Questions.Where(question => question.Kind != ConsentQuestion.Word).Select(question => DraftPlace.Of(page, question)));
        var title = section.Title.IsEmpty ? section.Code : section.Title.Here;
        return new(title, [new(DraftPlace.Of(section).ToString(), texts["take.section", title]), .. questions.Select(place => new Choice(place.ToString(), DraftWords.Title(source, place), texts["writing.kind." + ((DraftQuestion)source.Find(place)!).Kind]))]);
    }
}
