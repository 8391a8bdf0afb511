using Diapason.Consultations.Answering;
using Diapason.Forms;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Paper;

/// <summary>Something on a sheet that cannot be kept as it is.</summary>
/// <param name="MayDrop">The sheet may be kept without it: on paper nobody can be asked again.</param>
internal sealed record SheetProblem(Field Field, string Message, bool MayDrop);

/// <summary>A sheet as it was typed: what it answers, and all that is wrong with it, beside its cell.</summary>
internal sealed record SheetReading(AnswerSet Answers, IReadOnlyList<SheetProblem> Problems)
{
    public bool MayBeKept(bool isDropping) => Problems.All(problem => isDropping && problem.MayDrop);
}

/// <summary>Reads a typed sheet by the rules of the pages themselves, page after page. Nothing typed is left out in silence.</summary>
internal sealed class ReadSheet(Texts<ConsultationsModule> texts)
{
    /// <summary>Typed in a cell for what the paper does not let one read: kept as passed.</summary>
    private const string Illegible = "?";

    public SheetReading Run(PaperForm form, (Questionnaire Questionnaire, Screens Screens) asked, Func<string, string> written)
    {
        Func<string, string> typed = name => written(name) is { } text && text.Trim() != Illegible ? text : "";
        var cells = form.Cells.ToDictionary(cell => cell.Field.Name, StringComparer.Ordinal);
        var (answers, problems) = (AnswerSet.Empty, new List<SheetProblem>());
        foreach (var page in asked.Questionnaire.Pages)
        {
            var route = asked.Questionnaire.RouteFor(answers);
            foreach (var question in page.Questions) problems.AddRange(Unread(route, question, cells, typed));
            if (!route.Shows(page)) continue;
            var post = PagePost.Read(page, route, name => cells.TryGetValue(name, out var cell) ? cell.Read(typed(name)) ?? [] : []);
            problems.AddRange(post.Problems.Where(problem => !problems.Exists(known => ReferenceEquals(known.Field, problem.Field)))
                .Select(problem => new SheetProblem(problem.Field, FieldMessages.Say(problem, asked.Screens.Of(page)), !ConsentPage.Is(page))));
            answers = answers.Merge(post.Answers);
        }

        return new(asked.Questionnaire.RouteFor(answers).Complete(), problems);
    }

    /// <summary>What is in the cells of one question that it cannot take: a number that is no choice's, or anything where nothing was asked.</summary>
    private IEnumerable<SheetProblem> Unread(Route route, Question question, Dictionary<string, PaperCell> cells, Func<string, string> typed)
    {
        foreach (var field in question.Fields)
        {
            if (!cells.TryGetValue(field.Name, out var cell) || string.IsNullOrWhiteSpace(typed(field.Name))) continue;
            if (!route.Shows(question)) yield return new(field, texts["sheet.not_asked"], true);
            else if (cell.Read(typed(field.Name)) is null) yield return new(field, cell.Choices.Count == 1 ? texts["sheet.not_one"] : texts["sheet.not_a_code", cell.Choices.Count], !question.IsConsent);
        }
    }
}
