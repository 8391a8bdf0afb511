namespace Diapason.Forms;

/// <summary>What a function or an operator wants of a value.</summary>
internal enum Wanted
{
    Any,
    Number,
    Codes,
    Date,
}

/// <summary>Looks for what can never make sense. What may turn out well, such as words that may hold figures, is left to the evaluation.</summary>
internal sealed class ExpressionCheck
{
    public List<ExpressionFault> Faults { get; } = [];

    public void All(params ReadOnlySpan<ExpressionNode> nodes)
    {
        foreach (var node in nodes) node.Check(this);
    }

    public void Want(Wanted wanted, ExpressionNode node)
    {
        if (wanted == Wanted.Number) Number(node);
        else if (wanted == Wanted.Codes) Require(node.Type is not (ExpressionType.Boolean or ExpressionType.Date), node);
        else if (wanted == Wanted.Date) Require(node.Type is not (ExpressionType.Boolean or ExpressionType.Set) && (Words(node) is not { } words || MayBeNumber(words)), node);
    }

    public void Number(ExpressionNode node) => Require(node.Type != ExpressionType.Set && (Words(node) is not { } words || MayBeNumber(words)), node);

    public void Ordered(ExpressionNode node)
    {
        if (Words(node) is { } words && !MayBeNumber(words)) Faults.Add(new("condition_order_of_words", node.Position, words));
        else Require(node.Type != ExpressionType.Set, node);
    }

    /// <summary>A number or a day is never equal to words that hold none; nothing at all is the empty text.</summary>
    public void Comparable(ExpressionNode node, ExpressionNode with)
    {
        if (node.Type is ExpressionType.Number or ExpressionType.Date && Words(with) is { } words && !MayBeNumber(words)) Faults.Add(new("condition_type", with.Position, words));
    }

    private static string? Words(ExpressionNode node) => node is LiteralNode { Value.Type: ExpressionType.Text } literal ? literal.Value.AsText() : null;

    private static bool MayBeNumber(string words) => string.IsNullOrWhiteSpace(words) || !double.IsNaN(ExpressionValue.Of(words).AsNumber());

    private void Require(bool fits, ExpressionNode node)
    {
        if (!fits) Faults.Add(new("condition_type", node.Position, Words(node) ?? (node as AnswerNode)?.Reference.Code ?? ""));
    }
}
