namespace Diapason.Forms;

/// <summary>Gives what was posted under a field's name; an empty list when nothing was.</summary>
public delegate IReadOnlyList<string?> PostedFields(string name);

/// <summary>One page as it was posted: its answers, what is to mend, and what was typed.</summary>
public sealed class PagePost
{
    private readonly PostedFields _posted;

    private PagePost(AnswerSet answers, IReadOnlyList<FieldProblem> problems, PostedFields posted)
    {
        Answers = answers;
        Problems = problems;
        _posted = posted;
    }

    /// <summary>
    /// A value for every variable shown on the page, ready to be merged: what is blank is <see cref="MissingKind.Skipped"/>,
    /// so that an answer taken back is taken back in the database too. Fields with a problem are left out.
    /// </summary>
    public AnswerSet Answers { get; }

    /// <summary>What is to mend, in the order of the page.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; }

    /// <summary>Whether there is nothing to mend.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>Reads and checks a posted page. Questions that the route does not show are ignored, whatever was posted for them.</summary>
    public static PagePost Read(Page page, Route route, PostedFields posted)
    {
        var check = new PageCheck(route, posted);
        foreach (var question in page.Questions)
            if (route.Shows(question)) question.Take(check);
        foreach (var question in page.Questions)
            if (route.Shows(question)) check.Judge(question);
        return new(new(check.Answers), check.Problems, posted);
    }

    /// <summary>What was typed or chosen in a field, to show it again as it was.</summary>
    public IReadOnlyList<string> Typed(Field field) => [.. _posted(field.Name).Where(value => !string.IsNullOrEmpty(value))!];

    /// <summary>The first problem of a field, or <see langword="null"/>.</summary>
    public FieldProblem? ProblemOf(Field field)
    {
        foreach (var problem in Problems)
            if (ReferenceEquals(problem.Field, field)) return problem;
        return null;
    }
}
