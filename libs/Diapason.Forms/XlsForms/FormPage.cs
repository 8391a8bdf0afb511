namespace Diapason.Forms;

/// <summary>A page of the questionnaire in the making.</summary>
internal sealed class FormPage(string code, IReadOnlyList<string> when)
{
    public string Code => code;

    /// <summary>The conditions of the groups around it.</summary>
    public IReadOnlyList<string> When => when;

    public IReadOnlyList<(string Key, object Value)> Title { get; init; } = [];

    /// <summary>What it is called where it has no title and no only question to bear the words of.</summary>
    public IReadOnlyList<(string Key, object Value)> Spare { get; init; } = [];

    public List<IReadOnlyList<(string Key, object Value)>> Questions { get; } = [];

    public IReadOnlyList<(string Key, object Value)> Keys =>
        [("code", code), ("title", Title.Count > 0 || Bears(Questions) ? Title : Spare), ("when", Joined(when)), ("questions", Questions.ToList<object>())];

    // What is worked out is not seen, and bears a page's title only where nothing else is on it.
    private static bool Bears(List<IReadOnlyList<(string Key, object Value)>> questions) =>
        questions.Where(question => !question.Any(pair => pair is { Key: "kind", Value: CalculatedQuestion.Word })).ToList() is var seen && (seen.Count == 0 || (seen is [var only] && only.Any(pair => pair.Key == "title")));

    public static string Joined(IReadOnlyList<string> conditions) => conditions switch
    {
        [] => "",
        [var only] => only,
        _ => string.Join(" and ", conditions.Select(condition => $"({condition})")),
    };
}

/// <summary>A section in the making.</summary>
internal sealed record FormSection(string Code, IReadOnlyList<(string Key, object Value)> Title, FormGroup? Group)
{
    public List<FormPage> Pages { get; } = [];

    public IReadOnlyList<(string Key, object Value)> Keys => [("code", Code), ("title", Title), ("pages", Pages.Select(page => (object)page.Keys).ToList())];
}
