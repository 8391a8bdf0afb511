using Diapason.Accounts.Contracts;
using Diapason.Accounts.Settings;
using Diapason.Design;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>What a council settles for itself: its name, whom to write to, how long answers are kept, its languages and words, its look.</summary>
[FreshSignIn]
internal sealed class SettingsModel(DiapasonDb db, CurrentCouncil council, ChangeCouncil change, Texts<AccountsModule> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>How many people a row needed before the change just made; null when that did not move.</summary>
    [BindProperty(SupportsGet = true, Name = "people")]
    public int? PeopleBefore { get; set; }

    /// <summary>How many months answers were kept before the change just made; null when that did not move.</summary>
    [BindProperty(SupportsGet = true, Name = "months")]
    public int? MonthsBefore { get; set; }

    /// <summary>What somebody else saved meanwhile, beside what was typed.</summary>
    public IReadOnlyList<SettingsDifference> Differences { get; private set; } = [];

    /// <summary>What somebody else changed and was left as it was here: it is taken into the form.</summary>
    public IReadOnlyList<string> Taken { get; private set; } = [];

    public SettingsSheet Sheet { get; private set; } = null!;

    /// <summary>What was on the page: a change made on another state is refused.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>The page as it was opened, so that a later change by somebody else can be told from one's own.</summary>
    public string Opened { get; private set; } = "";

    public IReadOnlyList<string> Lacking => council.Settings.LackingToOpen;

    public IReadOnlyList<Choice> Accents => [.. Enum.GetNames<CouncilAccent>().Select(name => new Choice(name, texts["settings.accent." + name.ToLowerInvariant()]))];

    public void OnGet()
    {
        (Sheet, Seen) = (SettingsSheet.Of(council.Value), ChangeCouncil.StampOf(council.Value));
        Opened = Sheet.Carry();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        (Sheet, Seen, Opened) = (SettingsSheet.Read(Request.Form), Request.Form["seen"].ToString(), Request.Form["opened"].ToString());
        var (wanted, was) = (Sheet.Change(), council.Settings);
        var outcome = await change.RunAsync(wanted, Seen, cancel);
        if (outcome.Refusal is { Kind: ProblemKind.Lost }) await CompareAsync(cancel);
        return this.Answer(outcome, Saved(was, wanted.Settings), FieldOf, problem => SettingsLabels.At(problem.Field, this.Say(problem), texts));
    }

    /// <summary>Tells what a stronger promise changes.</summary>
    private static PageLink Saved(CouncilSettings was, CouncilSettings now) => AccountsLinks.Settings.With("done", "saved")
        .With("people", now.FewestInRow == was.FewestInRow ? null : was.FewestInRow)
        .With("months", now.RetentionMonths == was.RetentionMonths ? null : was.RetentionMonths);

    /// <summary>Both versions, and the stamp of theirs: saving again is then a choice, not an accident.</summary>
    private async Task CompareAsync(CancellationToken cancel)
    {
        var saved = await db.Set<Council>().AsNoTracking().SingleAsync(c => c.Id == council.Id, cancel);
        var theirs = SettingsSheet.Of(saved);
        Taken = [.. Sheet.TakeFrom(theirs, SettingsSheet.Opened(Opened, Sheet.Languages)).Select(field => SettingsLabels.Of(field, texts) ?? field)];
        Differences = SettingsDifferences.Between(Sheet, theirs, texts);
        (Seen, Opened) = (ChangeCouncil.StampOf(saved), theirs.Carry());
    }

    // A list that is too short or too long is mended in its first place.
    private static string FieldOf(string field) => field == "study.figures" ? "study.figures.0.percent" : field;
}
