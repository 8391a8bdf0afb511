namespace Diapason.Forms;

/// <summary>Works out a function from its arguments.</summary>
internal delegate ExpressionValue FunctionBody(ReadOnlySpan<ExpressionValue> given, in AnswerScope scope);

/// <summary>A function: what it wants, how often, and what it gives. The last of <paramref name="Wants"/> stands for all that may follow.</summary>
internal sealed record ExpressionFunction(string Name, int Least, int Most, ExpressionType Gives, Wanted[] Wants, FunctionBody Body)
{
    /// <summary>As many arguments as one likes.</summary>
    public const int Many = 200;

    public Wanted WantedAt(int index) => Wants.Length == 0 ? Wanted.Any : Wants[Math.Min(index, Wants.Length - 1)];
}

/// <summary>A call of a function.</summary>
internal sealed class CallNode(ExpressionFunction function, IReadOnlyList<ExpressionNode> arguments, int position) : ExpressionNode(position)
{
    public ExpressionFunction Function => function;

    public IReadOnlyList<ExpressionNode> Arguments => arguments;

    public override IEnumerable<ExpressionNode> Operands => arguments;

    // What gives back one of its branches is of their type.
    public override ExpressionType Type => function.Name == "if" && arguments[1].Type == arguments[2].Type ? arguments[1].Type : function.Gives;

    public override ExpressionValue Evaluate(in AnswerScope scope)
    {
        var given = new ExpressionValue[arguments.Count];
        for (var i = 0; i < given.Length; i++) given[i] = arguments[i].Evaluate(scope);
        return function.Body(given, scope);
    }

    public override void Check(ExpressionCheck check)
    {
        foreach (var (i, argument) in arguments.Index())
        {
            check.All(argument);
            check.Want(function.WantedAt(i), argument);
        }

        if (function.Name is "format-date" or "format-date-time" && arguments[1] is LiteralNode pattern && DayText.Format(0, pattern.Value.AsText()) is null)
            check.Faults.Add(new("condition_date_pattern", pattern.Position, pattern.Value.AsText()));
    }

    public override void Write(ExpressionWriter writer) => writer.Call(function.Name, arguments);
}
