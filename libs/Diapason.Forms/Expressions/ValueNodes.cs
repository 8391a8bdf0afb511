namespace Diapason.Forms;

/// <summary>Words or a number, as they are written.</summary>
internal sealed class LiteralNode(ExpressionValue value, int position) : ExpressionNode(position)
{
    /// <summary>What it says, which the reader of another spelling may set right.</summary>
    public ExpressionValue Value { get; set; } = value;

    public override ExpressionType Type => Value.Type;

    public override ExpressionValue Evaluate(in AnswerScope scope) => Value;

    public override void Write(ExpressionWriter writer) => writer.Literal(Value);
}

/// <summary><c>${q}</c>: the answer as a form has it, the empty text when there is none.</summary>
internal sealed class AnswerNode(VariableReference reference) : ExpressionNode(reference.Position)
{
    public VariableReference Reference => reference;

    public override ExpressionType Type => reference.Type;

    public override ExpressionValue Evaluate(in AnswerScope scope) => scope.Value(reference);

    public override void Write(ExpressionWriter writer) => writer.Answer(reference);
}

/// <summary><c>.</c>: the value being judged.</summary>
internal sealed class SelfNode(int position) : ExpressionNode(position)
{
    public override ExpressionType Type => ExpressionType.Any;

    public override ExpressionValue Evaluate(in AnswerScope scope) => scope.Self;

    public override void Write(ExpressionWriter writer) => writer.Add(".");
}

/// <summary>A column of the list of choices, in a filter: known only choice by choice.</summary>
internal sealed class ColumnNode(string name, int position) : ExpressionNode(position)
{
    public string Name => name;

    /// <summary>What the column says of the choice at hand; <see langword="null"/> while there is none.</summary>
    public ExpressionValue? Value { get; set; }

    public override ExpressionType Type => ExpressionType.Any;

    public override ExpressionValue Evaluate(in AnswerScope scope) => Value ?? ExpressionValue.Empty;

    public override void Write(ExpressionWriter writer)
    {
        if (Value is { } value) writer.Literal(value);
        else writer.Add(name);
    }
}

/// <summary>A number's opposite.</summary>
internal sealed class MinusNode(ExpressionNode inner, int position) : ExpressionNode(position)
{
    public ExpressionNode Inner => inner;

    public override IEnumerable<ExpressionNode> Operands => [inner];

    public override ExpressionType Type => ExpressionType.Number;

    public override ExpressionValue Evaluate(in AnswerScope scope) => ExpressionValue.Of(-inner.Evaluate(scope).AsNumber());

    public override void Check(ExpressionCheck check)
    {
        check.All(inner);
        check.Number(inner);
    }

    public override void Write(ExpressionWriter writer) => writer.Around("-", inner);
}

/// <summary><c>+ - * div mod</c>.</summary>
internal sealed class ArithmeticNode(string sign, ExpressionNode left, ExpressionNode right) : ExpressionNode(left.Position)
{
    public override IEnumerable<ExpressionNode> Operands => [left, right];

    public override ExpressionType Type => ExpressionType.Number;

    public override ExpressionValue Evaluate(in AnswerScope scope)
    {
        var (a, b) = (left.Evaluate(scope).AsNumber(), right.Evaluate(scope).AsNumber());
        return ExpressionValue.Of(sign switch { "+" => a + b, "-" => a - b, "*" => a * b, "div" => a / b, _ => a % b });
    }

    public override void Check(ExpressionCheck check)
    {
        check.All(left, right);
        check.Number(left);
        check.Number(right);
    }

    public override void Write(ExpressionWriter writer) => writer.Both(sign is "+" or "-" ? Sum : Product, $" {sign} ", left, right, isStrict: true);
}
