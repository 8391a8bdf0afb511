namespace Diapason.Forms;

/// <summary><c>=</c> and <c>!=</c> between any two values.</summary>
internal sealed class EqualNode(ExpressionNode left, ExpressionNode right, bool isNegated) : TruthNode(left.Position)
{
    public ExpressionNode Left => left;

    public ExpressionNode Right => right;

    public bool IsNegated => isNegated;

    public override IEnumerable<ExpressionNode> Operands => [left, right];

    public override Truth Decide(in AnswerScope scope) => Of(left.Evaluate(scope).Matches(right.Evaluate(scope)) != isNegated);

    public override void Check(ExpressionCheck check)
    {
        check.All(left, right);
        check.Comparable(left, right);
        check.Comparable(right, left);
    }

    public override void Write(ExpressionWriter writer) => writer.Both(Equality, isNegated ? " != " : " = ", left, right, isStrict: true);
}

/// <summary><c>&lt; &lt;= &gt; &gt;=</c> between two numbers or days.</summary>
internal sealed class OrderNode(string sign, ExpressionNode left, ExpressionNode right) : TruthNode(left.Position)
{
    public string Sign => sign;

    public ExpressionNode Left => left;

    public ExpressionNode Right => right;

    public override IEnumerable<ExpressionNode> Operands => [left, right];

    public static bool Holds(string sign, double a, double b) => sign switch { "<" => a < b, "<=" => a <= b, ">" => a > b, _ => a >= b };

    public override Truth Decide(in AnswerScope scope) => Of(Holds(sign, left.Evaluate(scope).AsNumber(), right.Evaluate(scope).AsNumber()));

    public override void Check(ExpressionCheck check)
    {
        check.All(left, right);
        check.Ordered(left);
        check.Ordered(right);
    }

    public override void Write(ExpressionWriter writer) => writer.Both(Order, $" {sign} ", left, right, isStrict: true);
}
