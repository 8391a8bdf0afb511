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
/// A condition on answers, parsed once: <c>status = 'employee' and not (age in ('a55_64', 'a65'))</c>, or an <see cref="Expression"/> of XLSForm. Follows
/// Kleene's three-valued logic; something is shown only when its condition is <see cref="Truth.True"/>.
/// </summary>
public sealed class Condition
{
    internal Condition(Expression expression) => Expression = expression;

    /// <summary>What decides it.</summary>
    public Expression Expression { get; }

    /// <summary>The condition as it was written.</summary>
    public string Text => Expression.Text;

    /// <summary>The codes of the variables it asks about, in order, possibly repeated.</summary>
    public IEnumerable<string> Variables => Expression.Variables;

    internal ExpressionNode Root => Expression.Root;

    /// <summary>The variables it rests on, those that its calculations rest on included; known once the questionnaire is read.</summary>
    internal IReadOnlyList<Variable> RestsOn { get; set; } = [];

    /// <summary>Parses a condition.</summary>
    /// <exception cref="FormatException">The text is not a condition; the message gives the position and a stable code.</exception>
    public static Condition Parse(string text) =>
        TryParse(text, out var condition, out var error) ? condition! : throw new FormatException($"{error.Code} at {error.Position}");

    /// <summary>Evaluates over answers alone, taking every variable as shown.</summary>
    public Truth Evaluate(AnswerSet answers) => Expression.Decide(answers);

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static bool TryParse(string text, out Condition? condition, out ExpressionFault error)
    {
        var isRead = Expression.TryParse(text, ExpressionUse.Decides, out var expression, out error);
        condition = isRead ? new(expression!) : null;
        return isRead;
    }
}
