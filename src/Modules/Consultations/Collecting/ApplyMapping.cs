using Diapason.Consultations.Answering;
using Diapason.Forms;
using Diapason.Tables;

namespace Diapason.Consultations.Collecting;

/// <summary>
/// Reads the rows of a sheet into answers, by the rules of the pages themselves. What a page would refuse is a problem beside its cell and leaves its answer out; what
/// was asked of nobody there is marked as not asked, and is no silence.
/// </summary>
internal sealed class ApplyMapping
{
    private readonly Questionnaire _questionnaire;
    private readonly CollectedTable _table;
    private readonly AnswerMapping _mapping;
    private readonly ColumnReaders _columns;
    private readonly HashSet<Page> _dependent;

    public ApplyMapping(Questionnaire questionnaire, CollectedTable table, AnswerMapping mapping)
    {
        (_questionnaire, _table, _mapping) = (questionnaire, table, mapping);
        _columns = ColumnReaders.Of(questionnaire, table, mapping);
        _dependent = [.. questionnaire.Pages.Where(DependsOnOthers)];
    }

    /// <summary>What is wrong with the mapping itself: nothing can be read with it.</summary>
    public IReadOnlyList<CollectedProblem> Wrong => _columns.Wrong;

    public CollectedRow Read(TableRow row)
    {
        if (_table.IsText && row.Cells.Count != _table.Columns.Count) return Out(row, CollectedProblem.At(row.Line, "", CollectedProblem.RowWidth));
        var problems = new List<CollectedProblem>();
        var language = Language(row, problems);
        var given = new Dictionary<Variable, GivenValue>(ReferenceEqualityComparer.Instance);
        foreach (var reader in _columns.All)
        {
            if (!given.TryGetValue(reader.Variable, out var value)) given[reader.Variable] = value = new GivenValue();
            if (reader.Take(row, value, _table.IsText) is { } problem) problems.Add(problem);
        }

        var answers = Post(row, given, problems);
        var route = _questionnaire.RouteFor(answers);
        if (!GivenAnswers.Any(route)) return problems.Exists(problem => !problem.IsNothing) ? new(row.Line, language, null, problems) : Out(row, CollectedProblem.At(row.Line, "", CollectedProblem.RowEmpty));
        return new(row.Line, language, Kept(row, route, given, problems), problems);
    }

    private static CollectedRow Out(TableRow row, CollectedProblem why) => new(row.Line, "", null, [why]);

    /// <summary>Page after page, as a person would send them.</summary>
    private AnswerSet Post(TableRow row, Dictionary<Variable, GivenValue> given, List<CollectedProblem> problems)
    {
        var (answers, route) = (AnswerSet.Empty, _questionnaire.RouteFor(AnswerSet.Empty));
        var isBehind = false;
        foreach (var page in _questionnaire.Pages)
        {
            if (isBehind && _dependent.Contains(page)) (route, isBehind) = (_questionnaire.RouteFor(answers), false);
            if (!route.Shows(page)) continue;
            var fields = page.Questions.SelectMany(question => question.Fields).DistinctBy(field => field.Name).ToDictionary(field => field.Name, StringComparer.Ordinal);
            var post = PagePost.Read(page, route, name => fields.TryGetValue(name, out var field) && given.TryGetValue(field.Variable, out var value) ? value.Post(field) : []);
            problems.AddRange(post.Problems.Where(problem => problem.Code != FieldProblemCodes.Required).Select(problem => Broken(row, problem, given)));
            (answers, isBehind) = (answers.Merge(post.Answers), true);
        }

        return answers;
    }

    // What somebody wrote in their own words is not repeated.
    private CollectedProblem Broken(TableRow row, FieldProblem problem, Dictionary<Variable, GivenValue> given)
    {
        var variable = problem.Field.Variable;
        var value = variable.Type is TextType ? "" : given.GetValueOrDefault(variable)?.Text ?? "";
        return CollectedProblem.At(row.Line, _columns.ColumnOf(problem.Field), CollectedProblem.BreaksRule, value) with { Rule = problem };
    }

    private AnswerSet Kept(TableRow row, Route route, Dictionary<Variable, GivenValue> given, List<CollectedProblem> problems)
    {
        var kept = route.Complete();
        var over = new List<KeyValuePair<string, AnswerValue>>();
        foreach (var variable in _questionnaire.Variables)
        {
            var said = given.GetValueOrDefault(variable);
            if (said is null && !_columns.IsWorkedOut(variable)) over.Add(new(variable.Code, AnswerValue.Of(MissingKind.NotAsked)));
            else if (kept[variable.Code].Missing == MissingKind.NotAsked)
            {
                if (said is { IsAnswered: true } && !variable.IsSaidAgain) problems.Add(CollectedProblem.At(row.Line, _columns.ColumnOf(variable), CollectedProblem.RoutedAway));
            }
            else if (said is { IsAnswered: false, Missing: MissingKind.NotAsked }) over.Add(new(variable.Code, AnswerValue.Of(MissingKind.NotAsked)));
            else if (said is { Text: { } text } && ColumnReaders.IsKeptBeside(variable) && variable.Read(text) is { } own) over.Add(new(variable.Code, own));
        }

        return kept.Merge(AnswerSet.From(over));
    }

    private string Language(TableRow row, List<CollectedProblem> problems)
    {
        if (_columns.Language is not { } column || row.Cells.ElementAtOrDefault(column.At)?.Trim() is not { Length: > 0 } cell) return _mapping.Language;
        var language = column.Mapping.Values.FirstOrDefault(value => value.From == cell) is { } said ? said.To : cell;
        if (_questionnaire.Heading.Languages.Contains(language)) return language;
        problems.Add(CollectedProblem.At(row.Line, column.Mapping.Column, CollectedProblem.LanguageUnknown, cell));
        return _mapping.Language;
    }

    private static bool DependsOnOthers(Page page) => page.When is not null || page.Section.When is not null
        || page.Questions.Any(question => question.When is not null || question.Constraint is not null || question.IsWorkedOut || question.Filtered.Count > 0);
}
