namespace Diapason.Forms;

/// <summary>What a condition sees: the answers, less those of questions that are not shown.</summary>
internal readonly ref struct AnswerScope(AnswerSet answers, ReadOnlySpan<bool> shown)
{
    private readonly ReadOnlySpan<bool> _shown = shown;

    public AnswerValue Read(VariableReference reference)
    {
        // An answer given before its question was routed away must not decide anything any more.
        if (reference.Question is { } question && !_shown.IsEmpty && !_shown[question.Index]) return default;
        return answers[reference.Code];
    }
}

/// <summary>A variable named in a condition, bound to its question once the questionnaire is read.</summary>
internal sealed class VariableReference(string code, int position)
{
    public string Code => code;

    public int Position => position;

    public Question? Question { get; set; }
}

/// <summary>One operation of a parsed condition. Evaluating allocates nothing.</summary>
internal abstract class ConditionNode
{
    public abstract Truth Evaluate(in AnswerScope scope);

    protected static Truth Of(bool value) => value ? Truth.True : Truth.False;
}

internal sealed class AndNode(ConditionNode left, ConditionNode right) : ConditionNode
{
    public override Truth Evaluate(in AnswerScope scope)
    {
        var first = left.Evaluate(scope);
        return first == Truth.False ? first : (Truth)Math.Min((int)first, (int)right.Evaluate(scope));
    }
}

internal sealed class OrNode(ConditionNode left, ConditionNode right) : ConditionNode
{
    public override Truth Evaluate(in AnswerScope scope)
    {
        var first = left.Evaluate(scope);
        return first == Truth.True ? first : (Truth)Math.Max((int)first, (int)right.Evaluate(scope));
    }
}

internal sealed class NotNode(ConditionNode inner) : ConditionNode
{
    public override Truth Evaluate(in AnswerScope scope) => Truth.True - (int)inner.Evaluate(scope);
}

/// <summary>Equality with one of several codes or words; a variable of several codes matches when it holds one of them.</summary>
internal sealed class OneOfNode(VariableReference variable, string[] texts) : ConditionNode
{
    public VariableReference Variable => variable;

    public IReadOnlyList<string> Texts => texts;

    public override Truth Evaluate(in AnswerScope scope)
    {
        var value = scope.Read(variable);
        if (!value.IsAnswered) return Truth.Unknown;
        foreach (var text in texts)
            if (value.Selects(text)) return Truth.True;
        return Truth.False;
    }
}

/// <summary>Equality with one of several numbers.</summary>
internal sealed class OneOfNumbersNode(VariableReference variable, decimal[] numbers) : ConditionNode
{
    public override Truth Evaluate(in AnswerScope scope)
    {
        var value = scope.Read(variable);
        if (!value.IsAnswered) return Truth.Unknown;
        return Of(value.Kind == AnswerKind.Number && Array.IndexOf(numbers, value.Number) >= 0);
    }
}

/// <summary>An order between a numeric variable and a number.</summary>
internal sealed class OrderNode(VariableReference variable, string sign, decimal bound) : ConditionNode
{
    public override Truth Evaluate(in AnswerScope scope)
    {
        var value = scope.Read(variable);
        if (value.Kind != AnswerKind.Number) return Truth.Unknown;
        var order = value.Number.CompareTo(bound);
        return Of(sign switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 });
    }
}

/// <summary><c>answered(x)</c>: never unknown.</summary>
internal sealed class AnsweredNode(VariableReference variable) : ConditionNode
{
    public override Truth Evaluate(in AnswerScope scope) => Of(scope.Read(variable).IsAnswered);
}
