namespace Diapason.Forms;

/// <summary>How expressions use one variable: which values they tell apart.</summary>
internal sealed class VariableUse
{
    /// <summary>What it is compared with.</summary>
    public List<ExpressionValue> Literals { get; } = [];

    /// <summary>Whether some operation looks further than whether it is, or comes before, one of the literals.</summary>
    public bool IsLoose { get; set; }

    /// <summary>Whether its choices are counted.</summary>
    public bool IsCounted { get; set; }
}

/// <summary>Finds how expressions use each variable, calculations unfolded.</summary>
internal sealed class VariableUses
{
    private readonly Dictionary<Variable, VariableUse> _uses = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Calculation> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the day decides something.</summary>
    public bool IsTimed { get; private set; }

    public VariableUse Of(Variable variable) => _uses.TryGetValue(variable, out var use) ? use : _uses[variable] = new();

    public void Add(ExpressionNode node)
    {
        switch (node)
        {
            case AmongTextsNode among: Compare(among.Reference, among.Texts.Select(ExpressionValue.Of)); break;
            case AmongNumbersNode among: Compare(among.Reference, among.Numbers.Select(ExpressionValue.Of)); break;
            case WantedOrderNode order: Compare(order.Reference, [order.Bound], order.Reference.Type is not (ExpressionType.Number or ExpressionType.Date)); break;
            case EqualNode { Left: AnswerNode answer } equal when Fixed(equal.Right) is { } value: Equal(answer.Reference, value); break;
            case EqualNode { Right: AnswerNode answer } equal when Fixed(equal.Left) is { } value: Equal(answer.Reference, value); break;
            case OrderNode { Left: AnswerNode answer } order when Fixed(order.Right) is { } value: Compare(answer.Reference, [value], answer.Reference.Type is not (ExpressionType.Number or ExpressionType.Date)); break;
            case OrderNode { Right: AnswerNode answer } order when Fixed(order.Left) is { } value: Compare(answer.Reference, [value], answer.Reference.Type is not (ExpressionType.Number or ExpressionType.Date)); break;
            case CallNode { Function.Name: "selected", Arguments: [AnswerNode answer, LiteralNode code] } when answer.Reference.Variable?.Type.IsCoded == true: Compare(answer.Reference, [ExpressionValue.Of(code.Value.AsText().Trim())]); break;
            case CallNode { Function.Name: "count-selected", Arguments: [AnswerNode { Reference.Variable: { Type: ChoicesType or RankingType } variable }] }: Of(variable).IsCounted = true; break;
            case AnswerNode answer: Compare(answer.Reference, [], isLoose: true); break;
            default: Each(node); break;
        }
    }

    private void Each(ExpressionNode node)
    {
        IsTimed |= node is CallNode { Function.Name: "today" or "now" };
        foreach (var operand in node.Operands) Add(operand);
    }

    // Several choices equal to a text are equal to all of it.
    private void Equal(VariableReference reference, ExpressionValue value)
    {
        var isBlank = value.Type == ExpressionType.Text && value.AsText().Length == 0;
        var isFigure = value.Type != ExpressionType.Text && reference.Type is not (ExpressionType.Number or ExpressionType.Date);
        Compare(reference, isBlank ? [] : [value], !isBlank && (isFigure || reference.Type == ExpressionType.Set));
    }

    private void Compare(VariableReference reference, IEnumerable<ExpressionValue> values, bool isLoose = false)
    {
        if (reference.Calculation is { } calculation && _seen.Add(calculation)) Add(calculation.Value.Root);
        if (reference.Variable is not { } variable) return;
        if (variable.Question.Calculation is { } worked && _seen.Add(worked)) Add(worked.Value.Root);
        Of(variable).Literals.AddRange(values);
        Of(variable).IsLoose |= isLoose;
    }

    private static ExpressionValue? Fixed(ExpressionNode node) => node switch
    {
        LiteralNode literal => literal.Value,
        MinusNode { Inner: LiteralNode } or CallNode { Function.Name: "date", Arguments: [LiteralNode] } => node.Evaluate(new AnswerScope { Answers = AnswerSet.Empty }),
        _ => null,
    };
}
