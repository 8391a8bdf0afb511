using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Stands something in for what a draft lacks, so that it can be looked at before it is complete. Never kept.</summary>
public static class FillDraft
{
    private const int Rounds = 8;

    /// <summary>
    /// The questionnaire a draft would make: a missing text is another language's or three dots, a rule that cannot be followed is left out, and so is a question that cannot be
    /// asked. <see langword="null"/> when nothing is left.
    /// </summary>
    public static DraftCheck? Run(Draft draft)
    {
        var filled = Held(new StandIns(draft.Languages).Of(draft));
        for (var round = 0; round < Rounds; round++)
        {
            var check = CheckDraft.Of(filled);
            if (check.Questionnaire is not null) return check;
            foreach (var problem in check.Problems) filled = Without(filled, problem);
            filled = Held(filled);
        }

        return null;
    }

    /// <summary>One question alone on a page, whatever the rest of the draft is like: as it is shown, without its rule.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="question">The question.</param>
    /// <param name="code">The code it bears there.</param>
    public static Questionnaire? Alone(Draft draft, DraftQuestion question, string code)
    {
        var page = new DraftPage { Code = "page", Texts = DraftPart.NoTexts.SetItem("title", LocalizedText.Of((draft.Languages[0], StandIns.Dots))), Questions = [Bare(QuotesOfDraft.Named(question)) with { Code = code, When = "" }] };
        var alone = draft with { Calculations = [], Lists = [.. draft.Lists.Select(list => list with { Options = Always(list.Options) })], Sections = [new() { Code = "section", Pages = [page] }] };
        return Run(alone)?.Questionnaire;
    }

    // Alone, nothing is there to rest on: every option is offered, nothing is judged, what is worked out is nought.
    private static DraftQuestion Bare(DraftQuestion question) => question with
    {
        Values = question.Kind == CalculatedQuestion.Word ? question.Values.SetItem("value", "0").SetItem("shown", "true").SetItem("type", "number") : question.Values.Remove("constraint"),
        Scales = question.Scales.SetItems(question.Scales.Where(pair => pair.Value.Options.Any(option => option.When.Length > 0))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { Options = Always(pair.Value.Options) }))),
    };

    private static IReadOnlyList<DraftOption> Always(IReadOnlyList<DraftOption> options) => [.. options.Select(option => option with { When = "" })];

    internal static Draft Without(Draft draft, DraftProblem problem)
    {
        var (place, code) = (problem.Place, problem.Problem.Code);
        if (place.Kind == DraftPlaceKind.Calculation) return draft with { Calculations = [.. draft.Calculations.Where(one => one.Code != place.Code)] };
        if (place.Kind == DraftPlaceKind.List) return draft with { Lists = [.. draft.Lists.Where(list => list.Code != place.Code)] };
        if (draft.Find(place) is not { } part) return draft with { Minutes = "", Languages = draft.Languages.Count > 0 ? draft.Languages : [LocalizedText.FrenchCode] };
        if (code.StartsWith("quoted_", StringComparison.Ordinal) && !ReferenceEquals(QuotesOfDraft.Named(part), part)) return draft.With(place, QuotesOfDraft.Named(part));
        if (part is DraftQuestion judged && judged.Value("constraint").Length > 0 && (code.StartsWith("condition_", StringComparison.Ordinal) || code == "rests_on_later")) return draft.With(place, judged with { Values = judged.Values.Remove("constraint") });
        return code.StartsWith("condition_", StringComparison.Ordinal) && part.When.Length > 0 ? draft.With(place, part with { When = "" }) : draft.With(place);
    }

    // A page without questions and a section without pages are nothing to look at.
    internal static Draft Held(Draft draft) => draft with
    {
        Sections = [.. draft.Sections.Select(section => section with { Pages = [.. section.Pages.Where(page => page.Questions.Count > 0)] }).Where(section => section.Pages.Count > 0)],
    };
}
