namespace Diapason.Forms;

/// <summary>One operation of a parsed expression, with the place where it starts.</summary>
internal abstract class ExpressionNode(int position)
{
    /// <summary>How tightly each form binds, loosest first, as XPath has it.</summary>
    public const int Or = 1, And = 2, Equality = 3, Order = 4, Sum = 5, Product = 6, Minus = 7, Whole = 8;

    public int Position => position;

    public abstract ExpressionType Type { get; }

    /// <summary>The operations it is made of, in order.</summary>
    public virtual IEnumerable<ExpressionNode> Operands => [];

    /// <summary>Whether it may be neither true nor false: it holds a comparison that wants an answer.</summary>
    public virtual bool MayBeUnknown => false;

    public abstract ExpressionValue Evaluate(in AnswerScope scope);

    public virtual Truth Decide(in AnswerScope scope) => Of(Evaluate(scope).AsTruth());

    /// <summary>Notes what can never make sense, in this operation and those within.</summary>
    public virtual void Check(ExpressionCheck check)
    {
    }

    /// <summary>Writes it in XLSForm's language; true exactly where it is true.</summary>
    public abstract void Write(ExpressionWriter writer);

    /// <summary>Writes what is true exactly where it is false.</summary>
    public virtual void WriteFalse(ExpressionWriter writer) => writer.Call("not", this);

    protected static Truth Of(bool value) => value ? Truth.True : Truth.False;
}

/// <summary>An operation that is true, false or unknown.</summary>
internal abstract class TruthNode(int position) : ExpressionNode(position)
{
    public sealed override ExpressionType Type => ExpressionType.Boolean;

    public sealed override ExpressionValue Evaluate(in AnswerScope scope) => ExpressionValue.Of(Decide(scope) == Truth.True);

    public abstract override Truth Decide(in AnswerScope scope);
}
