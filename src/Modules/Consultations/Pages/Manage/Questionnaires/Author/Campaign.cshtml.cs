using System.ComponentModel.DataAnnotations;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Writing;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>Prepares a campaign on a version: what it is called and for, under which promise, until when.</summary>
internal sealed class PlanModel(DiapasonDb db, CurrentCouncil council, PlanCampaign plan, Texts<ConsultationsModule> texts) : PageModel
{
    private LocalizedText _title = LocalizedText.Empty;

    [BindProperty, Display(Name = "plan.field.last_day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    public Guid Id { get; private set; }

    public string Title => _title.Here;

    public string Version { get; private set; } = "";

    public IReadOnlyList<string> Languages => council.Languages;

    public string Promised => Request.HasFormContentType ? Request.Form["Anonymity"].ToString() : Word(Anonymity.Anonymous);

    public IReadOnlyList<Choice> Promises => [.. Enum.GetValues<Anonymity>().Select(promise => new Choice(Word(promise), texts["plan.anonymity." + Word(promise)], texts["start.anonymity." + Word(promise)]))];

    /// <summary>A text of the form as it was typed; at first, the questionnaire's title.</summary>
    public string Typed(string field, string language) => Request.HasFormContentType ? Request.Form[$"{field}.{language}"].ToString().Trim() : field == nameof(Title) && _title.Has(language) ? _title.In(language) : "";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Slug = PlanCampaign.Propose(_title);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        if (!ModelState.IsValid) return this.Refused();
        if (Lacking() is { Count: > 0 } lacking) return this.Refuse(Outcome.Of(lacking));
        if (!Enum.TryParse<Anonymity>(Promised, ignoreCase: true, out var promise)) return this.Refuse(Problem.Invalid("plan.anonymity_missing", "Anonymity"));
        var who = StaffMember.Of(User, council.Id)!;
        var made = await plan.RunAsync(new CampaignPlan(id, (Slug ?? "").Trim(), Said("Title"), Said("Purpose"), promise, LastDay) { Runner = who.Holds(Roles.Rfc) ? who.AccountId : null }, HttpContext.RequestAborted);
        if (!made.IsDone) return this.Refuse(made);
        return this.SeeOther(ConsultationsLinks.ManageCampaign(made.Value).With("done", "planned"));
    }

    private List<Problem> Lacking() => [.. new[] { "Title", "Purpose" }.SelectMany(field => Languages.Select(language => Wrong(field, language))).OfType<Problem>()];

    private Problem? Wrong(string field, string language) => Typed(field, language).Length switch
    {
        0 => Problem.Invalid("plan.text_missing", $"{field}.{language}", ("field", texts["plan.field." + field.ToLowerInvariant()]), ("language", Platform.Language.Languages.NameOf(language))),
        > WritingRules.LongestText and var length => Problem.Invalid("writing.text_too_long", $"{field}.{language}", ("most", WritingRules.LongestText), ("length", length)),
        _ => null,
    };

    private LocalizedText Said(string field) => LocalizedText.Of(Languages.Select(language => (language, (string?)Typed(field, language))));

    private static string Word(Anonymity promise) => promise.ToString().ToLowerInvariant();

    private async Task<bool> FindAsync(Guid id)
    {
        if (await db.Set<StoredQuestionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.Id == id, HttpContext.RequestAborted) is not { } stored) return false;
        (Id, Version, _title) = (id, stored.Version, ReadDraft.From(stored.Definition).Draft?.Title ?? LocalizedText.Empty);
        return true;
    }
}
