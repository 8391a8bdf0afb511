namespace Diapason.Forms;

/// <summary>
/// What a questionnaire's own language asks of a variable by its bare name. A comparison with something unanswered is unknown, where a form's
/// <c>${q}</c> would compare with the empty text.
/// </summary>
internal abstract class WantingNode(VariableReference reference) : TruthNode(reference.Position)
{
    public VariableReference Reference => reference;

    public override bool MayBeUnknown => true;

    /// <summary>Writes that there is an answer, which "I don't know" is not.</summary>
    protected IEnumerable<Action<ExpressionWriter>> Answered =>
        reference.TickedMissing.Prepend("").Select<string, Action<ExpressionWriter>>(code => writer => writer.Compare(reference, " != ", ExpressionValue.Of(code)));
}

/// <summary>Equality with one of several codes or words; a variable of several codes matches when it holds one of them.</summary>
internal sealed class AmongTextsNode(VariableReference reference, string[] texts) : WantingNode(reference)
{
    public IReadOnlyList<string> Texts => texts;

    public override Truth Decide(in AnswerScope scope)
    {
        var value = scope.Read(Reference);
        if (!value.IsAnswered) return Truth.Unknown;
        foreach (var text in texts)
            if (value.Selects(text)) return Truth.True;
        return Truth.False;
    }

    public override void Write(ExpressionWriter writer) => writer.Chain(Or, " or ", texts.Select<string, Action<ExpressionWriter>>(text => w => Is(w, text)));

    public override void WriteFalse(ExpressionWriter writer) => writer.Chain(And, " and ", Answered.Concat(texts.Select<string, Action<ExpressionWriter>>(text => w => IsNot(w, text))));

    private void Is(ExpressionWriter writer, string text)
    {
        if (Reference.Type == ExpressionType.Set) writer.Selected(Reference, text);
        else writer.Compare(Reference, " = ", ExpressionValue.Of(text));
    }

    private void IsNot(ExpressionWriter writer, string text)
    {
        if (Reference.Type == ExpressionType.Set) writer.Call("not", inner => inner.Selected(Reference, text));
        else writer.Compare(Reference, " != ", ExpressionValue.Of(text));
    }
}

/// <summary>Equality with one of several numbers.</summary>
internal sealed class AmongNumbersNode(VariableReference reference, double[] numbers) : WantingNode(reference)
{
    public IReadOnlyList<double> Numbers => numbers;

    public override Truth Decide(in AnswerScope scope)
    {
        var value = scope.Read(Reference);
        if (!value.IsAnswered) return Truth.Unknown;
        return Of(value.Kind == AnswerKind.Number && Array.IndexOf(numbers, (double)value.Number) >= 0);
    }

    public override void Write(ExpressionWriter writer) => writer.Chain(Or, " or ", Compared(" = "));

    public override void WriteFalse(ExpressionWriter writer) => writer.Chain(And, " and ", Answered.Concat(Compared(" != ")));

    private IEnumerable<Action<ExpressionWriter>> Compared(string sign) =>
        numbers.Select<double, Action<ExpressionWriter>>(number => writer => writer.Compare(Reference, sign, ExpressionValue.Of(number)));
}

/// <summary>An order between a number or a day and a bound.</summary>
internal sealed class WantedOrderNode(VariableReference reference, string sign, ExpressionValue bound) : WantingNode(reference)
{
    private readonly double _bound = bound.AsNumber();

    public string Sign => sign;

    public ExpressionValue Bound => bound;

    public override Truth Decide(in AnswerScope scope)
    {
        var number = scope.Read(Reference).IsAnswered ? scope.Value(Reference).AsNumber() : double.NaN;
        return double.IsNaN(number) ? Truth.Unknown : Of(OrderNode.Holds(sign, number, _bound));
    }

    public override void Write(ExpressionWriter writer) => writer.Compare(Reference, $" {sign} ", bound);

    public override void WriteFalse(ExpressionWriter writer) =>
        writer.Compare(Reference, sign switch { "<" => " >= ", "<=" => " > ", ">" => " <= ", _ => " < " }, bound);
}

/// <summary><c>answered(x)</c>: true or false, and written out either way as the others are.</summary>
internal sealed class AnsweredNode(VariableReference reference) : WantingNode(reference)
{
    public override Truth Decide(in AnswerScope scope) => Of(scope.Read(Reference).IsAnswered);

    public override void Write(ExpressionWriter writer) => writer.Chain(And, " and ", Answered);

    public override void WriteFalse(ExpressionWriter writer) => writer.Chain(Or, " or ", Reference.TickedMissing.Prepend("")
        .Select<string, Action<ExpressionWriter>>(code => w => w.Compare(Reference, " = ", ExpressionValue.Of(code))));
}
