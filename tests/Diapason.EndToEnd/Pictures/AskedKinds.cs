using Diapason.Forms;

namespace Diapason.EndToEnd.Pictures;

/// <summary>Every kind of question on a page of its own (<c>Kit/questionnaire.yaml</c>), first refused, then answered. The consent is the start page.</summary>
internal static class AskedKinds
{
    // What the page says of saving itself comes when it comes.
    private const string Area = "#answers > :not([data-keep])";

    public static readonly IReadOnlyList<Sheet> Sheets =
    [
        new(Eyes.Respondent, Bringing.ToStart(refused: false), new Subject("question-consent", Area) { Kind = ConsentQuestion.Word }),
        new(Eyes.Respondent, Bringing.ToStart(refused: true), new Subject("question-consent-error", Area) { Kind = ConsentQuestion.Word, IsError = true }),
        .. Asked(SingleQuestion.Word, SingleQuestion.Word),
        .. Asked(SingleQuestion.Word, "single_list"),
        .. Asked(SingleQuestion.Word, "single_images"),
        .. Asked(MultipleQuestion.Word, MultipleQuestion.Word),
        .. Asked(StatementsQuestion.Word, StatementsQuestion.Word),
        .. Asked(StatementsQuestion.Word, "statements_grid"),
        .. Asked(PilesQuestion.Word, PilesQuestion.Word),
        .. Asked(PairedQuestion.Word, PairedQuestion.Word),
        .. Asked(RankingQuestion.Word, RankingQuestion.Word),
        .. Asked(ConstantSumQuestion.Word, ConstantSumQuestion.Word, wrong: "80", right: "100"),
        new(Eyes.Respondent, Bringing.ToQuestion(CalculatedQuestion.Word), new Subject("question-calculated", Area) { Kind = CalculatedQuestion.Word }),
        .. Asked(NumberQuestion.Word, NumberQuestion.Word, wrong: "douze", right: "12,5"),
        .. Asked(DateQuestion.Word, DateQuestion.Word, wrong: "2031-01-01", right: "2027-02-01"),
        .. Asked(ShortTextQuestion.Word, ShortTextQuestion.Word, wrong: "", right: "Un correcteur"),
        .. Asked(LongTextQuestion.Word, LongTextQuestion.Word, wrong: "", right: "Décider de ce qui se joue sur scène, et signer à ma place."),
        new(Eyes.Respondent, Bringing.ToQuestion(NoteQuestion.Word), new Subject("question-note", Area) { Kind = NoteQuestion.Word }),
    ];

    private static IEnumerable<Sheet> Asked(string kind, string page, string wrong = "", string right = "")
    {
        var name = "question-" + page.Replace('_', '-');
        yield return new(Eyes.Respondent, Bringing.ToRefused(page, wrong), new Subject(name + "-error", Area) { Kind = kind, IsError = true });
        yield return new(Eyes.Respondent, Bringing.ToAnswered(page, right), new Subject(name, Area) { Kind = kind });
    }
}
