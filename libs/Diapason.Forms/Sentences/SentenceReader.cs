namespace Diapason.Forms;

/// <summary>Reads a tree as sentences; gives up at the first operation that no list can say.</summary>
internal sealed class SentenceReader(Func<string, SentenceSubject?> subject)
{
    public SentenceGroup? Read(ExpressionNode root) => Group(root, node => IsJoined(node) ? Inner(node) : Leaf(node));

    // A group within the rule holds sentences only; one sentence may take several comparisons, and is no group.
    private SentencePart? Inner(ExpressionNode node) => Group(node, part => IsJoined(part) ? Only(Group(part, Leaf)) : Leaf(part)) is { } group ? Only(group) ?? (SentencePart)group : null;

    private static Sentence? Only(SentenceGroup? group) => group is { Parts: [Sentence only] } ? only : null;

    private static bool IsJoined(ExpressionNode node) => node is AndNode or OrNode;

    private static SentenceGroup? Group(ExpressionNode root, Func<ExpressionNode, SentencePart?> read)
    {
        var (parts, joining) = (new List<SentencePart>(), root is OrNode ? Joining.Any : Joining.All);
        foreach (var node in Chain(root, joining))
        {
            if (read(node) is not { } part) return null;
            if (parts.Count > 0 && SentenceRuns.Join(parts[^1], part, joining) is { } longer) parts[^1] = longer;
            else parts.Add(part);
        }

        return new(parts.Count == 1 ? Joining.All : joining, parts);
    }

    private static IEnumerable<ExpressionNode> Chain(ExpressionNode node, Joining joining) => (node, joining) switch
    {
        (AndNode both, Joining.All) => Chain(both.Left, joining).Concat(Chain(both.Right, joining)),
        (OrNode either, Joining.Any) => Chain(either.Left, joining).Concat(Chain(either.Right, joining)),
        _ => [node],
    };

    private Sentence? Leaf(ExpressionNode node) => node switch
    {
        AmongTextsNode among => About(among.Reference)?.Among(among.Texts),
        AmongNumbersNode among => About(among.Reference)?.AmongNumbers(among.Numbers),
        WantedOrderNode order => About(order.Reference)?.Ordered(order.Sign, order.Bound),
        AnsweredNode answered => About(answered.Reference)?.Said(SentenceOperator.IsAnswered),
        NotNode not => Leaf(not.Inner) is { } inner ? SentenceRuns.Negate(inner) : null,
        EqualNode { Left: AnswerNode answer } equal => AboutForm(answer)?.Equal(equal.Right, equal.IsNegated),
        EqualNode { Right: AnswerNode answer } equal => AboutForm(answer)?.Equal(equal.Left, equal.IsNegated),
        OrderNode order => Order(order.Left, order.Sign, order.Right) ?? Order(order.Right, Turned(order.Sign), order.Left),
        CallNode { Function.Name: "selected", Arguments: [AnswerNode answer, LiteralNode code] } => AboutForm(answer)?.Selected(code.Value),
        _ => null,
    };

    private Sentence? Order(ExpressionNode left, string sign, ExpressionNode right) => left switch
    {
        AnswerNode answer => AboutForm(answer)?.Ordered(sign, right),
        CallNode { Function.Name: "count-selected", Arguments: [AnswerNode answer] } when right is LiteralNode { Value.Type: ExpressionType.Number } count => AboutForm(answer)?.Counted(sign, count.Value.AsNumber()),
        _ => null,
    };

    private static string Turned(string sign) => sign switch { "<" => ">", "<=" => ">=", ">" => "<", _ => "<=" };

    // A value that is worked out has no answer of its own: named barely, it is always unknown.
    private SentenceAbout? About(VariableReference reference) => subject(reference.Code) is { IsCalculated: false } found ? new(found, false) : null;

    private SentenceAbout? AboutForm(AnswerNode answer) => subject(answer.Reference.Code) is { } found ? new(found, true) : null;
}
