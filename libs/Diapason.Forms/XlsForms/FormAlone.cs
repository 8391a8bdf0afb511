namespace Diapason.Forms;

/// <summary>Reads what a constraint says of a choice that stands alone.</summary>
internal static class FormAlone
{
    /// <summary>The name of the choice in <c>not(selected(., 'none') and count-selected(.) &gt; 1)</c>; <see langword="null"/> for anything else.</summary>
    public static string? Of(ExpressionNode part) =>
        part is NotNode { Inner: AndNode { Left: var left, Right: OrderNode { Sign: ">", Left: CallNode { Function.Name: "count-selected", Arguments: [SelfNode] }, Right: LiteralNode one } } } && one.Value.AsNumber() == 1 ? Name(left) : null;

    /// <summary>The bound and the names of <c>count-selected(.) &gt;= 2 or selected(., 'none')</c>; <see langword="null"/> for anything else.</summary>
    public static (OrderNode Least, IReadOnlyList<string> Names)? Excused(ExpressionNode part)
    {
        var names = new List<string>();
        while (part is OrNode either)
        {
            if (Name(either.Right) is not { } name) return null;
            names.Add(name);
            part = either.Left;
        }

        return names.Count > 0 && part is OrderNode { Sign: ">=" } least ? (least, names) : null;
    }

    private static string? Name(ExpressionNode node) => node is CallNode { Function.Name: "selected", Arguments: [SelfNode, LiteralNode { Value.Type: ExpressionType.Text } name] } ? name.Value.AsText() : null;
}
