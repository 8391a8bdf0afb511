namespace Diapason.Forms;

/// <summary>A variable named in an expression, bound to its questionnaire once that is read.</summary>
internal sealed class VariableReference(string code, int position)
{
    /// <summary>The code, which the reader of another spelling may set right.</summary>
    public string Code { get; set; } = code;

    public int Position => position;

    public Variable? Variable { get; set; }

    public Calculation? Calculation { get; set; }

    public Question? Question => Variable?.Question;

    /// <summary>What it gives, as far as it is known.</summary>
    public ExpressionType Type => Variable?.Type switch
    {
        _ when Calculation is { } calculation => calculation.Value.Type,
        NumberType => ExpressionType.Number,
        DateType => ExpressionType.Date,
        ChoicesType or RankingType => ExpressionType.Set,
        null => ExpressionType.Any,
        _ => ExpressionType.Text,
    };

    /// <summary>The missing kinds that are choices beside its options: a person who ticks one ticked a code.</summary>
    public IEnumerable<string> TickedMissing =>
        Variable is { Type.IsCoded: true } variable ? variable.Question.MissingOptions.Select(option => option.Code) : [];
}
