using Diapason.Consultations.Answering;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Diapason.Yaml;
using Draft = Diapason.Forms.Draft;

namespace Diapason.Consultations.Writing;

/// <summary>What a draft must be to become a version: a sound questionnaire, in the council's languages, that asks for consent first and stays within bounds.</summary>
internal sealed class WritingRules(CurrentCouncil council)
{
    public const int MostQuestions = 300;
    public const int MostOptions = 200;
    public const int LongestText = 5000;

    public IReadOnlyList<DraftLack> Lacks(Draft draft)
    {
        var check = CheckDraft.Of(draft);
        var lacks = check.Problems.Select(problem => new DraftLack(problem.Place, Code(problem.Problem), problem.Problem.Facts)).ToList();
        foreach (var language in council.Languages.Except(draft.Languages)) lacks.Add(new(DraftPlace.Heading, "questionnaire.kit_language_missing", [("language", language)]));
        if (draft.Sections is [{ Pages: [{ Questions: [_, ..] } first, ..] }, ..] && first.Questions is not [{ Kind: ConsentQuestion.Word }]) lacks.Add(new(DraftPlace.Of(first), "questionnaire.consent_not_first", []));
        else if (check.Questionnaire is { } questionnaire && !ConsentPage.Is(questionnaire.Pages[0])) lacks.Add(new(DraftPlace.Heading, "questionnaire.consent_not_first", []));
        return lacks;
    }

    /// <summary>The bound that a draft passes; null within bounds.</summary>
    public static Problem? TooMuch(Draft draft)
    {
        if (draft.Questions.Count() > MostQuestions) return Problem.Invalid("writing.too_many_questions", null, ("questions", MostQuestions));
        var lists = draft.Lists.Select(list => list.Options).Concat(draft.Questions.SelectMany(one => one.Question.Scales.Values.Select(scale => scale.Options)));
        return lists.Any(options => options.Count > MostOptions) ? Problem.Invalid("writing.too_many_options", null, ("options", MostOptions)) : null;
    }

    // Those any file can have are told by the platform.
    private static string Code(YamlProblem problem) => (YamlCodes.All.Contains(problem.Code) ? "kit." : "questionnaire.") + problem.Code;
}
