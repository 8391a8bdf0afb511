namespace Diapason.Forms;

/// <summary>
/// An expression on answers, parsed once: <c>${status} = 'employee' and selected(${tools}, 'chat')</c>. XLSForm's language, and what conditions say of a
/// variable by its bare name. One that is bound to no questionnaire takes every variable as it finds it.
/// </summary>
public sealed class Expression
{
    private Expression(string text, ExpressionNode root, ParsedParts parts) => (Text, Root, Parts) = (text, root, parts);

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>What it gives, as far as it is known before it is evaluated.</summary>
    public ExpressionType Type => Root.Type;

    /// <summary>The codes of the variables it asks about, in order, possibly repeated.</summary>
    public IEnumerable<string> Variables => Parts.References.Select(reference => reference.Code);

    internal ExpressionNode Root { get; }

    internal ParsedParts Parts { get; }

    /// <summary>Parses an expression; false with what is wrong and where. Never throws, whatever the text.</summary>
    public static bool TryParse(string text, out Expression? expression, out ExpressionFault fault) => TryParse(text, ExpressionUse.Judges, out expression, out fault);

    /// <summary>Parses an expression.</summary>
    /// <exception cref="FormatException">The text is no expression; the message gives a stable code and the position from zero.</exception>
    public static Expression Parse(string text) =>
        TryParse(text, out var expression, out var fault) ? expression! : throw new FormatException($"{fault.Code} at {fault.Position}");

    /// <summary>Evaluates over answers alone, taking every variable as shown.</summary>
    /// <param name="answers">The answers of one person.</param>
    /// <param name="now">The moment, in the time of the place; without one, <c>today()</c> is no day.</param>
    /// <param name="self">The value being judged, for <c>.</c>.</param>
    public ExpressionValue Evaluate(AnswerSet answers, DateTime? now = null, ExpressionValue self = default) =>
        Root.Evaluate(new AnswerScope { Answers = answers, Now = now, Self = self });

    /// <summary>Whether it holds, over answers alone.</summary>
    public Truth Decide(AnswerSet answers, DateTime? now = null) => Root.Decide(new AnswerScope { Answers = answers, Now = now });

    /// <summary>What can never make sense in it, such as words in a sum: each with its place.</summary>
    public IReadOnlyList<ExpressionFault> Faults()
    {
        var check = new ExpressionCheck();
        Root.Check(check);
        return check.Faults;
    }

    /// <summary>The expression in XLSForm's language alone. A condition that is unknown is not true there either.</summary>
    public string ToXlsForm() => ExpressionWriter.Write(Root);

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static bool TryParse(string text, ExpressionUse use, out Expression? expression, out ExpressionFault fault)
    {
        var parser = new ExpressionParser(text, use);
        var root = parser.Parse(out fault);
        expression = root is null ? null : new(text, root, parser.Parts);
        return root is not null;
    }
}
