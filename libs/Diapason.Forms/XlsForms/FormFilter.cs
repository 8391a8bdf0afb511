namespace Diapason.Forms;

/// <summary>Turns the filter of a list of choices into a condition for each choice: what its columns say takes the place of their names.</summary>
internal sealed class FormFilter(FormExpression filter, SheetColumns columns)
{
    private readonly IReadOnlyList<ColumnNode> _columns = [.. Columns(filter.Parsed.Root)];

    /// <summary>The columns it looks at.</summary>
    public IEnumerable<string> Names => _columns.Select(column => column.Name.ToLowerInvariant()).Distinct();

    /// <summary>Whether the sheet of choices has them all.</summary>
    public bool IsWhole => Names.All(name => name == "name" || columns.Has(name));

    /// <summary>When a choice is offered; empty for always, <see langword="null"/> for never.</summary>
    public string? When(FormChoice choice)
    {
        foreach (var column in _columns) column.Value = ExpressionValue.Of(Cell(choice, column.Name.ToLowerInvariant()));
        var (known, node) = Settle(filter.Parsed.Root);
        return known is { } holds ? holds ? "" : null : ExpressionWriter.Write(node);
    }

    private string Cell(FormChoice choice, string column) => column == "name" ? choice.Name : choice.Source is { } row ? columns.Cell(row, column) : "";

    // What rests on no answer is decided now.
    private (bool? Known, ExpressionNode Node) Settle(ExpressionNode node) => node switch
    {
        OrNode or => Joined(or.Left, or.Right, true, (left, right) => new OrNode(left, right)),
        AndNode and => Joined(and.Left, and.Right, false, (left, right) => new AndNode(left, right)),
        NotNode not => Settle(not.Inner) is var (known, inner) && known is { } holds ? (!holds, not) : (null, new NotNode(inner, not.Position)),
        EqualNode { Left: ColumnNode column, Right: AnswerNode answer } equal => Compared(equal, column, answer),
        EqualNode { Left: AnswerNode answer, Right: ColumnNode column } equal => Compared(equal, column, answer),
        CallNode { Function.Name: "selected", Arguments: [AnswerNode answer, ColumnNode column] } call => Code(answer, column) is { } code ? (null, new CallNode(call.Function, [answer, code], call.Position)) : (false, call),
        _ when !HasAnswer(node) => (node.Decide(new AnswerScope { Answers = AnswerSet.Empty }) == Truth.True, node),
        _ => (null, node),
    };

    private (bool? Known, ExpressionNode Node) Joined(ExpressionNode left, ExpressionNode right, bool settles, Func<ExpressionNode, ExpressionNode, ExpressionNode> join)
    {
        var ((one, first), (two, second)) = (Settle(left), Settle(right));
        if (one == settles || two == settles) return (settles, first);
        return (one, two) switch
        {
            (null, null) => (null, join(first, second)),
            (null, _) => (null, first),
            (_, null) => (null, second),
            _ => (!settles, first),
        };
    }

    private (bool? Known, ExpressionNode Node) Compared(EqualNode equal, ColumnNode column, AnswerNode answer) =>
        Code(answer, column) is { } code ? (null, new EqualNode(answer, code, equal.IsNegated)) : (equal.IsNegated, equal);

    // The column holds the names of another list's choices, which have their codes here.
    private LiteralNode? Code(AnswerNode answer, ColumnNode column)
    {
        var (name, list) = (column.Value!.Value.AsText(), filter.RestsOn.First(named => named.Code == answer.Reference.Code).List);
        return list is null || name.Length == 0 ? new(ExpressionValue.Of(name), column.Position) : list.CodeOf(name) is { } code ? new(ExpressionValue.Of(code), column.Position) : null;
    }

    private static bool HasAnswer(ExpressionNode node) => node is AnswerNode || node.Operands.Any(HasAnswer);

    private static IEnumerable<ColumnNode> Columns(ExpressionNode node) => node is ColumnNode column ? [column] : node.Operands.SelectMany(Columns);
}
