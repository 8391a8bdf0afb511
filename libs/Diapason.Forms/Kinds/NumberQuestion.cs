using Diapason.Text;

namespace Diapason.Forms;

/// <summary>A number (<c>number</c>), with or without the unit printed beside its field.</summary>
public sealed class NumberQuestion : WrittenQuestion
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "number";

    // A decimal keeps 28 figures; ten after the mark leave room for any bound.
    private const int MostDecimals = 10;

    internal NumberQuestion(QuestionSource source)
        : base(source)
    {
        var map = source.Map;
        (Min, Max, Decimals, Unit) = (map.OptionalNumber("min"), map.OptionalNumber("max"), map.OptionalWhole("decimals", 0, MostDecimals, 0), map.OptionalSaid("unit"));
        if (Min > Max) source.Refuse("min", "wrong_bounds");
    }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The smallest number allowed.</summary>
    public decimal? Min { get; }

    /// <summary>The largest number allowed.</summary>
    public decimal? Max { get; }

    /// <summary>How many decimals a number may have.</summary>
    public int Decimals { get; }

    /// <inheritdoc/>
    public override LocalizedText Unit { get; }

    internal override (decimal? Min, decimal? Max, int Decimals) NumberBounds => (Min, Max, Decimals);

    internal override int Weight => 10;

    private protected override VariableType Type => VariableType.Number;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    internal override bool Allows(AnswerValue value) => !(value.Number < Min) && !(value.Number > Max);

    private protected override void TakeWritten(PageCheck check, Field field, string written)
    {
        if (!WrittenNumber.TryRead(written, Unit, out var number, out var decimals)) check.Refuse(field, FieldProblemCodes.NotANumber);
        else if (decimals > 0 && Decimals == 0) check.Refuse(field, FieldProblemCodes.NotAnInteger);
        else if (decimals > Decimals) check.Refuse(field, FieldProblemCodes.TooManyDecimals, ("decimals", Decimals));
        else if (!Allows(AnswerValue.Of(number))) check.RefuseRange(field, FieldProblemCodes.OutOfRange, Min, Max);
        else check.Keep(field, AnswerValue.Of(number));
    }
}
