using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
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

    /// <summary>A title stands in lists, mails and the trail.</summary>
    public const int LongestTitle = 300;

    public IReadOnlyList<DraftLack> Lacks(Draft draft)
    {
        var check = CheckDraft.Of(draft);
        var lacks = check.Problems.Select(problem => new DraftLack(problem.Place, Code(problem.Problem), problem.Problem.Facts)).ToList();
        foreach (var language in council.Languages.Except(draft.Languages)) lacks.Add(new(DraftPlace.Heading, "questionnaire.kit_language_missing", [("language", language)]));
        if (draft.Sections is [{ Pages: [{ Questions: [_, ..] } first, ..] }, ..] && first.Questions is not [{ Kind: ConsentQuestion.Word }]) lacks.Add(new(DraftPlace.Of(first), "questionnaire.consent_not_first", []));
        lacks.AddRange(Awaited(draft));
        if (check.Questionnaire is { } questionnaire) lacks.AddRange(Completeness.Of(questionnaire).Select(finding => Told(draft, finding)));
        return lacks;
    }

    /// <summary>What would go wrong once people answer, at the thing it is about.</summary>
    public static DraftLack Told(Draft draft, Finding finding) =>
        new(At(draft, finding.Place), "finding." + finding.Code, [.. finding.Facts, ("code", finding.Place.Code)]) { IsWarning = finding.Severity == FindingSeverity.Warns };

    private static DraftPlace At(Draft draft, FindingPlace place)
    {
        var question = place.Part == FindingPart.Question ? place.Code : place.Question;
        if (question.Length > 0) return draft.Questions.Where(one => one.Question.Code == question).Select(one => DraftPlace.Of(one.Page, one.Question)).FirstOrDefault(DraftPlace.Heading);
        // A page that is met one item at a time has a dash and the item after its code.
        var found = new DraftPlace(place.Part == FindingPart.Section ? DraftPlaceKind.Section : DraftPlaceKind.Page, place.Code.Split('-')[0]);
        return place.Part is FindingPart.Section or FindingPart.Page && draft.Has(found) ? found : DraftPlace.Heading;
    }

    /// <summary>The bound that a draft passes; null within bounds.</summary>
    public static Problem? TooMuch(Draft draft)
    {
        if (draft.Questions.Count() > MostQuestions) return Problem.Invalid("writing.too_many_questions", null, ("questions", MostQuestions));
        var lists = draft.Lists.Select(list => list.Options).Concat(draft.Questions.SelectMany(one => one.Question.Scales.Values.Select(scale => scale.Options)));
        return lists.Any(options => options.Count > MostOptions) ? Problem.Invalid("writing.too_many_options", null, ("options", MostOptions)) : null;
    }

    // Images that a file named and nobody has sent yet.
    private static IEnumerable<DraftLack> Awaited(Draft draft) =>
        from held in draft.Lists.Select(list => (Place: new DraftPlace(DraftPlaceKind.List, list.Code), list.Options)).Concat(draft.Questions.SelectMany(one => one.Question.Scales.Values.Select(scale => (Place: DraftPlace.Of(one.Page, one.Question), scale.Options))))
        from option in held.Options
        let image = option.Value(OptionRows.Image)
        where image.Length > 0 && OptionImage.IsName(image) && !OptionImage.IsKeptName(image)
        select new DraftLack(held.Place, "questionnaire.image_awaited", [("image", image), ("option", option.Label.Here)]);

    // Those any file can have are told by the platform.
    private static string Code(YamlProblem problem) => (YamlCodes.All.Contains(problem.Code) ? "kit." : "questionnaire.") + problem.Code;
}
