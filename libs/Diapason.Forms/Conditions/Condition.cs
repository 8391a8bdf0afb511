namespace Diapason.Forms;

/// <summary>The three values of a condition. A comparison with something unanswered is neither true nor false.</summary>
public enum Truth
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>It cannot be told: something it asks about has no answer.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    True,
}

/// <summary>
/// A condition on answers, parsed once: <c>status = 'employee' and not (age in ('a55_64', 'a65'))</c>. Follows Kleene's
/// three-valued logic; something is shown only when its condition is <see cref="Truth.True"/>.
/// </summary>
public sealed class Condition
{
    internal Condition(string text, ConditionNode root, ConditionParts parts)
    {
        Text = text;
        Root = root;
        References = parts.References;
        Comparisons = parts.Comparisons;
    }

    /// <summary>The condition as it was written.</summary>
    public string Text { get; }

    /// <summary>The codes of the variables it asks about, in order, possibly repeated.</summary>
    public IEnumerable<string> Variables => References.Select(reference => reference.Code);

    internal ConditionNode Root { get; }

    internal IReadOnlyList<VariableReference> References { get; }

    /// <summary>Every comparison with codes, to be checked against the options.</summary>
    internal IReadOnlyList<OneOfNode> Comparisons { get; }

    /// <summary>Parses a condition.</summary>
    /// <exception cref="FormatException">The text is not a condition; the message gives the position and a stable code.</exception>
    public static Condition Parse(string text) =>
        TryParse(text, out var condition, out var error) ? condition! : throw new FormatException($"{error.Code} at {error.Position}");

    /// <summary>Evaluates over answers alone, taking every variable as shown.</summary>
    public Truth Evaluate(AnswerSet answers) => Root.Evaluate(new(answers, default));

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static bool TryParse(string text, out Condition? condition, out ConditionError error) =>
        new ConditionParser(text).TryParse(out condition, out error);
}

/// <summary>Where a condition's text stops making sense (a position from zero), and a stable code telling why.</summary>
internal readonly record struct ConditionError(string Code, int Position);

/// <summary>What a parser met on its way.</summary>
internal sealed record ConditionParts(IReadOnlyList<VariableReference> References, IReadOnlyList<OneOfNode> Comparisons);
