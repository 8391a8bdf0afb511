using System.Globalization;

namespace Diapason.Forms;

/// <summary>What a constraint says as the bounds of a question, where it says nothing else: <c>. &gt;= 1 and . &lt;= 6</c>.</summary>
/// <param name="Keys">The keys that say the same.</param>
/// <param name="Alone">The codes of the choices that go with no other.</param>
internal sealed record FormBounds(IReadOnlyList<(string Key, object Value)> Keys, IReadOnlyList<string> Alone)
{
    public static FormBounds None { get; } = new([], []);

    /// <summary>The bounds; <see langword="null"/> when some part of the constraint is none of this kind of question.</summary>
    public static FormBounds? Of(ExpressionNode root, string kind, FormList? list)
    {
        var (bounds, alone, excused) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>(), new List<string>());
        var choices = kind == MultipleQuestion.Word ? list : null;
        foreach (var part in Parts(root))
        {
            if (choices is not null && FormAlone.Of(part) is { } code)
            {
                alone.Add(choices.CodeOf(code) ?? "");
                continue;
            }

            var either = choices is null ? null : FormAlone.Excused(part);
            excused.AddRange(either?.Names.Select(name => choices!.CodeOf(name) ?? "") ?? []);
            var bound = (either?.Least ?? part) is OrderNode order ? Bound(order, kind) : Decimals(part, kind);
            if (bound is not { } found || !bounds.TryAdd(found.Key, found.Value)) return null;
        }

        // A choice that needs no company must be one that has none.
        if (alone.Contains("") || excused.Exists(code => !alone.Contains(code))) return null;
        return new([.. bounds.Select(bound => (bound.Key, (object)bound.Value))], [.. alone.Where(code => !MissingCodes.CanBeChosen(MissingCodes.Parse(code)))]);
    }

    // round(., 2) = .
    private static (string Key, string Value)? Decimals(ExpressionNode part, string kind) =>
        kind == "decimal" && part is EqualNode { IsNegated: false, Left: CallNode { Function.Name: "round", Arguments: [SelfNode, LiteralNode digits] }, Right: SelfNode } && Whole(digits.Value.AsNumber(), false, false, 1) is { Length: 1 } places ? ("decimals", places) : null;

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
            (RankingQuestion.Word, CallNode { Function.Name: "count-selected", Arguments: [SelfNode] }) when !isLeast => Whole(value.AsNumber(), false, isStrict, 1) is { } top ? ("top", top) : null,
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
