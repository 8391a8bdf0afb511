using System.Globalization;

namespace Diapason.Forms;

/// <summary>Turns a constraint into the bounds of a question, where it says nothing else: <c>. &gt;= 1 and . &lt;= 6</c>.</summary>
internal static class FormBounds
{
    /// <summary>The keys that say the same; <see langword="null"/> when some part of the constraint is no bound of this kind.</summary>
    public static IReadOnlyList<(string Key, object Value)>? Of(ExpressionNode root, string kind)
    {
        var bounds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in Parts(root))
        {
            if (part is not OrderNode order || Bound(order, kind) is not { } bound || !bounds.TryAdd(bound.Key, bound.Value)) return null;
        }

        return [.. bounds.Select(bound => (bound.Key, (object)bound.Value))];
    }

    private static IEnumerable<ExpressionNode> Parts(ExpressionNode node) => node is AndNode both ? Parts(both.Left).Concat(Parts(both.Right)) : [node];

    private static (string Key, string Value)? Bound(OrderNode order, string kind)
    {
        if (IsFixed(order.Left)) return Bound(new OrderNode(Turned(order.Sign), order.Right, order.Left), kind);
        if (!IsFixed(order.Right)) return null;
        var (value, isLeast) = (order.Right.Evaluate(new AnswerScope { Answers = AnswerSet.Empty }), order.Sign is ">" or ">=");
        var isStrict = order.Sign is "<" or ">";
        return (kind, order.Left) switch
        {
            (NumberQuestion.Word, SelfNode) => Whole(value.AsNumber(), isLeast, isStrict, -1e15) is { } number ? (isLeast ? "min" : "max", number) : null,
            ("decimal", SelfNode) when !isStrict && Math.Abs(value.AsNumber()) < 1e15 => (isLeast ? "min" : "max", NumberText.Write(value.AsNumber())),
            (DateQuestion.Word, SelfNode) => Day(value.AsDays(), isLeast, isStrict) is { } day ? (isLeast ? "min" : "max", day) : null,
            (MultipleQuestion.Word, CallNode { Function.Name: "count-selected", Arguments: [SelfNode] }) => Whole(value.AsNumber(), isLeast, isStrict, 0) is { } count ? (isLeast ? "min" : "max", count) : null,
            (ShortTextQuestion.Word or LongTextQuestion.Word, CallNode { Function.Name: "string-length", Arguments: [SelfNode] }) when !isLeast => Whole(value.AsNumber(), false, isStrict, 1) is { } most ? ("max_length", most) : null,
            _ => null,
        };
    }

    private static bool IsFixed(ExpressionNode node) => node is LiteralNode || (node is MinusNode minus && IsFixed(minus.Inner)) || node is CallNode { Function.Name: "date", Arguments: [LiteralNode] };

    private static string Turned(string sign) => sign switch { "<" => ">", "<=" => ">=", ">" => "<", _ => "<=" };

    private static string? Whole(double number, bool isLeast, bool isStrict, double fewest)
    {
        if (double.IsNaN(number) || Math.Abs(number) > 1e15) return null;
        var bound = isLeast ? Math.Ceiling(number) : Math.Floor(number);
        if (isStrict && bound == number) bound += isLeast ? 1 : -1;
        return bound >= fewest ? bound.ToString("0", CultureInfo.InvariantCulture) : null;
    }

    private static string? Day(double days, bool isLeast, bool isStrict) =>
        Whole(days, isLeast, isStrict, -1e9) is { } whole && DayText.Moment(double.Parse(whole, CultureInfo.InvariantCulture)) is { } day ? WrittenDate.Format(DateOnly.FromDateTime(day)) : null;
}
