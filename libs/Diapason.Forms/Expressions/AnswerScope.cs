namespace Diapason.Forms;

/// <summary>What an expression sees: the answers, less those of questions that are not shown; what was calculated from them; the moment; the value judged.</summary>
internal readonly ref struct AnswerScope
{
    public required AnswerSet Answers { get; init; }

    /// <summary>Question by question; empty when every one is taken as shown.</summary>
    public ReadOnlySpan<bool> Shown { get; init; }

    public CalculatedValues? Calculated { get; init; }

    /// <summary>The moment, in the time of the place; <see langword="null"/> when nobody said.</summary>
    public DateTime? Now { get; init; }

    /// <summary>The value being judged, for <c>.</c>.</summary>
    public ExpressionValue Self { get; init; }

    public AnswerValue Read(VariableReference reference)
    {
        // An answer given before its question was routed away must not decide anything any more.
        if (reference.Question is { } question && !Shown.IsEmpty && !Shown[question.Index]) return default;
        return reference.Variable?.Question is { Calculation: { } value } worked ? worked.Of(Work(value)) : Answers[reference.Code];
    }

    public ExpressionValue Value(VariableReference reference)
    {
        return reference.Calculation is { } calculation ? Work(calculation) : Of(Read(reference), reference.Variable);
    }

    /// <summary>What a calculation gives, worked out once.</summary>
    public ExpressionValue Work(Calculation calculation) => Calculated?.Of(calculation, this) ?? calculation.Value.Root.Evaluate(this);

    /// <summary>The value of a variable as expressions have it.</summary>
    public static ExpressionValue Of(AnswerValue value, Variable? variable)
    {
        return value.Kind switch
        {
            AnswerKind.Number => ExpressionValue.Of((double)value.Number),
            AnswerKind.Codes => ExpressionValue.Of(value.Codes),
            AnswerKind.Text when variable?.Type is DateType && DayText.TryRead(value.Text, out var days) => ExpressionValue.OfDays(days),
            AnswerKind.Text => ExpressionValue.Of(value.Text),
            // What is ticked is a code, "I don't know" like the others.
            AnswerKind.Missing when MissingCodes.CanBeChosen(value.Missing) && variable?.Type.IsCoded != false => ExpressionValue.Of(MissingCodes.Of(value.Missing)),
            _ => ExpressionValue.Empty,
        };
    }
}

/// <summary>What each calculation gave for one person: worked out when first asked for, since everything it asks about is then decided.</summary>
internal sealed class CalculatedValues(int count)
{
    private readonly ExpressionValue?[] _values = new ExpressionValue?[count];

    public ExpressionValue Of(Calculation calculation, in AnswerScope scope) => _values[calculation.Index] ??= calculation.Value.Root.Evaluate(scope);
}
