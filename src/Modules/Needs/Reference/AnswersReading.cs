using Diapason.Text;

namespace Diapason.Needs.Reference;

/// <summary>What the questionnaire's variables and codes mean to this module, as the kit declares it: the engine itself knows no code of a survey.</summary>
internal sealed record AnswersReading
{
    /// <summary>Stands, in the name of a variable, for the code of the task or competency it is about.</summary>
    public const string Place = "{code}";

    public CodedAnswer Status { get; init; } = CodedAnswer.Unasked;
    public CodedAnswer Role { get; init; } = CodedAnswer.Unasked;
    public CodedAnswer Region { get; init; } = CodedAnswer.Unasked;
    public CodedAnswer Discipline { get; init; } = CodedAnswer.Unasked;
    public CodedAnswer Obstacle { get; init; } = CodedAnswer.Unasked;
    public CodedAnswer Link { get; init; } = CodedAnswer.Unasked;
    public CodedAnswer Task { get; init; } = CodedAnswer.Unasked;
    public CodedAnswer Goal { get; init; } = CodedAnswer.Unasked;

    /// <summary>Read when the person says they never use what the council asks about.</summary>
    public CodedAnswer Never { get; init; } = CodedAnswer.Unasked;

    /// <summary>The tasks in which the person says they already use what the council asks about: several choices of one variable.</summary>
    public CodedAnswer Does { get; init; } = CodedAnswer.Unasked;

    /// <summary>What each variable about one task or competency asks, in the questionnaire's own words.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Asked { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>The choices quoted to people, in the questionnaire's own words, by <see cref="Said"/>.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Ticked { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>One choice of one variable: <c>obstacle_self=data</c>.</summary>
    public static string Said(string variable, string code) => $"{variable}={code}";

    /// <summary>The codes of ours that a fact may hold, each in the words of the choice that says it; those whose words are not known are left out.</summary>
    public IReadOnlyList<(string Code, LocalizedText Name)> Named(CodedAnswer fact) =>
    [
        .. from code in fact.Codes.Values.Distinct()
           let words = fact.Codes.Where(c => c.Value == code).SelectMany(c => fact.Variables.Select(variable => Ticked.GetValueOrDefault(Said(variable, c.Key)))).FirstOrDefault(said => said is not null)
           where words is not null
           select (code, words),
    ];

    /// <summary>Into which pile a task was sorted.</summary>
    public ItemAnswer<TaskPile> Pile { get; init; } = new("", new Dictionary<string, TaskPile>());

    /// <summary>Whether a competency matters to the person.</summary>
    public ItemAnswer<bool> Importance { get; init; } = new("", new Dictionary<string, bool>());

    /// <summary>A task as the person sorted it, in the words they read; null when it was not asked about.</summary>
    public LocalizedText? TaskSorted(string task) => Asked.GetValueOrDefault(Pile.VariableOf(task));

    /// <summary>A task as the person ticked it, in the words they read; null when it was not asked about.</summary>
    public LocalizedText? TaskDone(string task) =>
        Does.Codes.Where(c => c.Value == task).SelectMany(c => Does.Variables.Select(variable => Ticked.GetValueOrDefault(Said(variable, c.Key)))).FirstOrDefault(words => words is not null);

    /// <summary>A competency as the person was asked how much it matters, in the words they read; null when it was not asked about.</summary>
    public LocalizedText? CompetencyJudged(string competency) => Asked.GetValueOrDefault(Importance.VariableOf(competency));

    /// <summary>At which level, from 0 to 3, the person stands in a competency.</summary>
    public required ItemAnswer<int> Mastery { get; init; }
}

/// <summary>A fact of the person, asked by one variable, or by several of which each person sees one.</summary>
/// <param name="Codes">From the questionnaire's code to ours.</param>
internal sealed record CodedAnswer(IReadOnlyList<string> Variables, IReadOnlyDictionary<string, string> Codes)
{
    public static readonly CodedAnswer Unasked = new([], new Dictionary<string, string>());

    /// <summary>The variable and the questionnaire's code of that answer, as <see cref="AnswersReading.Said"/> writes it.</summary>
    public string? Said(Func<string, string?> answer) =>
        Variables.Select(variable => (Variable: variable, Code: answer(variable))).Where(said => Codes.ContainsKey(said.Code ?? "")).Select(said => AnswersReading.Said(said.Variable, said.Code!)).FirstOrDefault();

    /// <summary>Our codes for everything that was ticked.</summary>
    public IReadOnlyList<string> ReadAll(Func<string, IReadOnlyList<string>> chosen) =>
        [.. Variables.SelectMany(chosen).Select(code => Codes.GetValueOrDefault(code)).OfType<string>().Distinct()];

    /// <summary>Our code for the first answer that has one.</summary>
    public string? Read(Func<string, string?> answer) => Variables.Select(answer).Select(a => Codes.GetValueOrDefault(a ?? "")).FirstOrDefault(code => code is not null);
}

/// <summary>What was said of each task or competency: one variable each, named after its code.</summary>
internal sealed record ItemAnswer<T>(string Variable, IReadOnlyDictionary<string, T> Codes)
    where T : struct
{
    public string VariableOf(string item) => Variable.Replace(AnswersReading.Place, item, StringComparison.Ordinal);

    public T? Read(Func<string, string?> answer, string item) =>
        Variable.Length > 0 && answer(VariableOf(item)) is { } said && Codes.TryGetValue(said, out var meaning) ? meaning : null;
}
