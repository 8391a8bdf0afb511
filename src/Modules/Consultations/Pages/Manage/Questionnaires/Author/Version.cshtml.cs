using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>Makes a version of a draft, and leads to its campaign.</summary>
internal sealed class VersionModel(FindDraft find, KeepVersion keep, ChangeWords change, DraftWords words, DifferenceWords differences, Texts<ConsultationsModule> texts) : PageModel
{
    private const int LongestVersion = 40;

    public DraftState State { get; private set; } = null!;

    public string Version { get; private set; } = "";

    /// <summary>What is missing and, once nothing is, what random respondents met.</summary>
    public IReadOnlyList<LackLine> Lacks { get; private set; } = [];

    /// <summary>What a thousand random respondents met; null while something is missing.</summary>
    public WalkReport? Walk { get; private set; }

    /// <summary>What would change of the version that was asked for, when people have answered it.</summary>
    public WordsLook? Look { get; private set; }

    public string Say(DraftDifference one) => differences.Say(one, State.Draft, State.Draft);

    /// <summary>« environ 1 minute », « environ 7 minutes »: less than one is one.</summary>
    public string Minutes(double minutes) => texts.Count("writing.about_minute", "writing.about_minutes", Math.Max(1, (int)Math.Round(minutes)));

    public string NameOf(string page) => words.Name(State.Draft, new(DraftPlaceKind.Page, page));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return NotFound();
        Show(state);
        Version = await keep.ProposeAsync(state.Draft, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return NotFound();
        Show(state);
        Version = Request.Form[KeepVersion.VersionField].ToString().Trim();
        if (Version.Length is 0 or > LongestVersion) return this.Refuse(Problem.Invalid("writing.version_missing", KeepVersion.VersionField));
        var kept = await keep.RunAsync(id, Seen, Version, HttpContext.RequestAborted);
        if (kept.Refusal?.Code == "writing.version_answered") Look = await change.LookAsync(state, Version, HttpContext.RequestAborted);
        return kept.IsDone ? this.SeeOther(ConsultationsLinks.PlanCampaign(kept.Value).With("done", "version")) : this.Refuse(kept);
    }

    public async Task<IActionResult> OnPostWordsAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return NotFound();
        Show(state);
        Version = Request.Form[KeepVersion.VersionField].ToString();
        return this.Answer(await change.RunAsync(id, Seen, Version, HttpContext.RequestAborted), ConsultationsLinks.Questionnaires.With("done", "words"));
    }

    private int Seen => int.TryParse(Request.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    private void Show(DraftState state)
    {
        (State, Lacks) = (state, LackLine.Of(state, words));
        if (!state.IsComplete || CheckDraft.Of(state.Draft).Questionnaire is not { } questionnaire) return;
        Walk = RandomWalks.Of(questionnaire);
        var met = Completeness.Of(questionnaire, Walk).Where(finding => finding.Code is FindingCodes.DeadEnd or FindingCodes.LongerThanSaid);
        Lacks = [.. met.Select(finding => LackLine.Of(state, WritingRules.Told(state.Draft, finding), words)), .. Lacks];
    }
}
