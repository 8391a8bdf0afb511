namespace Diapason.Forms;

/// <summary><c>and</c>, after Kleene: false when either is.</summary>
internal sealed class AndNode(ExpressionNode left, ExpressionNode right) : TruthNode(left.Position)
{
    public ExpressionNode Left => left;

    public ExpressionNode Right => right;

    public override IEnumerable<ExpressionNode> Operands => [left, right];

    public override bool MayBeUnknown => left.MayBeUnknown || right.MayBeUnknown;

    public override Truth Decide(in AnswerScope scope)
    {
        var first = left.Decide(scope);
        return first == Truth.False ? first : (Truth)Math.Min((int)first, (int)right.Decide(scope));
    }

    public override void Check(ExpressionCheck check) => check.All(left, right);

    public override void Write(ExpressionWriter writer) => writer.Both(And, " and ", left, right);

    public override void WriteFalse(ExpressionWriter writer)
    {
        if (MayBeUnknown) writer.Neither(Or, " or ", left, right);
        else base.WriteFalse(writer);
    }
}

/// <summary><c>or</c>, after Kleene: true when either is.</summary>
internal sealed class OrNode(ExpressionNode left, ExpressionNode right) : TruthNode(left.Position)
{
    public ExpressionNode Left => left;

    public ExpressionNode Right => right;

    public override IEnumerable<ExpressionNode> Operands => [left, right];

    public override bool MayBeUnknown => left.MayBeUnknown || right.MayBeUnknown;

    public override Truth Decide(in AnswerScope scope)
    {
        var first = left.Decide(scope);
        return first == Truth.True ? first : (Truth)Math.Max((int)first, (int)right.Decide(scope));
    }

    public override void Check(ExpressionCheck check) => check.All(left, right);

    public override void Write(ExpressionWriter writer) => writer.Both(Or, " or ", left, right);

    public override void WriteFalse(ExpressionWriter writer)
    {
        if (MayBeUnknown) writer.Neither(And, " and ", left, right);
        else base.WriteFalse(writer);
    }
}

/// <summary><c>not</c>: what is unknown stays so.</summary>
internal sealed class NotNode(ExpressionNode inner, int position) : TruthNode(position)
{
    public ExpressionNode Inner => inner;

    public override IEnumerable<ExpressionNode> Operands => [inner];

    public override bool MayBeUnknown => inner.MayBeUnknown;

    public override Truth Decide(in AnswerScope scope) => Truth.True - (int)inner.Decide(scope);

    public override void Check(ExpressionCheck check) => check.All(inner);

    public override void Write(ExpressionWriter writer)
    {
        if (MayBeUnknown) inner.WriteFalse(writer);
        else writer.Call("not", inner);
    }

    public override void WriteFalse(ExpressionWriter writer)
    {
        if (MayBeUnknown) inner.Write(writer);
        else base.WriteFalse(writer);
    }
}
