using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>What every part of the reading shares.</summary>
internal sealed class ReadingContext
{
    /// <summary>The shared lists of options.</summary>
    public Dictionary<string, IReadOnlyList<Option>> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>The labels of the missing kinds a person can choose.</summary>
    public Dictionary<MissingKind, Option> MissingOptions { get; } = [];

    /// <summary>Each condition with its place, for the checks made once everything is read.</summary>
    public List<PlacedCondition> Conditions { get; } = [];

    /// <summary>Each expression with its place; calculations first, in their order.</summary>
    public List<PlacedExpression> Expressions { get; } = [];

    /// <summary>Whether a question could not be read: what a condition says of it cannot be judged.</summary>
    public bool HasLostQuestions { get; set; }

    /// <summary>Where each section, page and question was read.</summary>
    public Dictionary<object, YamlMap> Places { get; } = new(ReferenceEqualityComparer.Instance);
}

/// <summary>A condition, read under <c>when:</c>.</summary>
internal sealed record PlacedCondition(Condition Condition, YamlMap Place)
{
    public void Report(string code, params ReadOnlySpan<(string Name, object? Value)> facts) => Place.ReportAt("when", code, facts);
}

/// <summary>An expression, read under a key of a mapping.</summary>
internal sealed record PlacedExpression(Expression Expression, YamlMap Place, string Key)
{
    /// <summary>The calculation it is the value of; <see langword="null"/> for one that decides.</summary>
    public Calculation? Calculation { get; init; }
}
