namespace Diapason.Forms.Tests;

/// <summary>Walks every way through a small questionnaire by trying every answer of every page, through the route alone: what the search and the random walks are checked against.</summary>
internal sealed class EveryWay
{
    private readonly Questionnaire _form;

    public EveryWay(Questionnaire form)
    {
        _form = form;
        Walk(form.RouteFor(AnswerSet.Empty), null, "");
    }

    public HashSet<string> Ways { get; } = [];

    public HashSet<string> Pages { get; } = [];

    public HashSet<string> Questions { get; } = [];

    /// <summary>Conditions that did not hold for someone who came to where they stand.</summary>
    public HashSet<Condition> Failed { get; } = new(ReferenceEqualityComparer.Instance);

    private void Walk(Route route, Page? last, string way)
    {
        var page = last is null ? route.First : route.After(last);
        if (page is null)
        {
            Ways.Add(way);
            End(route);
            return;
        }

        Pages.Add(page.Code);
        foreach (var question in page.Questions.Where(route.Shows)) Questions.Add(question.Code);
        var fields = page.Questions.Where(route.Shows).SelectMany(question => question.Fields).ToList();
        foreach (var post in Posts(fields, 0))
        {
            var read = PagePost.Read(page, route, name => post.GetValueOrDefault(name, []));
            if (read.IsValid) Walk(_form.RouteFor(route.Answers.Merge(read.Answers)), page, way + page.Code + " ");
        }
    }

    private void End(Route route)
    {
        var answers = route.Answers.Without(route.RoutedAway.Select(variable => variable.Code));
        foreach (var page in _form.Pages)
        {
            if (Fails(page.Section.When, answers) || Fails(page.When, answers)) continue;
            foreach (var question in page.Questions) Fails(question.When, answers);
        }
    }

    private bool Fails(Condition? condition, AnswerSet answers) => condition is not null && condition.Evaluate(answers) != Truth.True && Failed.Add(condition) | true;

    private static IEnumerable<Dictionary<string, string[]>> Posts(List<Field> fields, int at)
    {
        if (at == fields.Count)
        {
            yield return [];
            yield break;
        }

        foreach (var rest in Posts(fields, at + 1))
            foreach (var values in Values(fields[at]))
                yield return new(rest) { [fields[at].Name] = values };
    }

    private static IEnumerable<string[]> Values(Field field)
    {
        if (field.Variable.Type == VariableType.Choices) return Enumerable.Range(0, 1 << field.Choices.Count).Select(set => field.Choices.Where((_, i) => (set >> i & 1) == 1).Select(option => option.Code).ToArray());
        if (field.Choices.Count > 0) return field.Choices.Select(option => new[] { option.Code }).Prepend([]);
        return field.Variable.Question is NumberQuestion number ? Enumerable.Range((int)number.Min!.Value, (int)(number.Max!.Value - number.Min.Value) + 1).Select(value => new[] { $"{value}" }).Prepend([]) : [[], ["x"], ["y"]];
    }
}
