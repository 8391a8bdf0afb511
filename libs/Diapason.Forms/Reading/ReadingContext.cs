namespace Diapason.Forms;

/// <summary>What every part of the reading shares.</summary>
internal sealed class ReadingContext(ProblemLog log)
{
    public ProblemLog Log => log;

    /// <summary>The languages every text must have.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["fr", "en"];

    /// <summary>The shared lists of options.</summary>
    public Dictionary<string, IReadOnlyList<Option>> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>The labels of the missing kinds a person can choose.</summary>
    public Dictionary<MissingKind, Option> MissingOptions { get; } = [];

    /// <summary>The line of each condition, for the checks made once everything is read.</summary>
    public List<PlacedCondition> Conditions { get; } = [];

    /// <summary>The line where each question starts.</summary>
    public Dictionary<Question, long> QuestionLines { get; } = [];

    /// <summary>The line where each section starts.</summary>
    public Dictionary<Section, long> SectionLines { get; } = [];

    /// <summary>The line where each page starts.</summary>
    public Dictionary<Page, long> PageLines { get; } = [];
}

/// <summary>A condition with its line.</summary>
internal sealed record PlacedCondition(Condition Condition, long Line);
