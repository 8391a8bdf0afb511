namespace Diapason.Forms;

/// <summary>A day (<c>date</c>), kept as <c>2026-11-29</c>.</summary>
public sealed class DateQuestion : WrittenQuestion
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "date";

    // Before or after, a finger slipped on the year.
    internal static readonly DateOnly Earliest = new(1900, 1, 1);
    internal static readonly DateOnly Latest = new(2100, 12, 31);

    internal DateQuestion(QuestionSource source)
        : base(source)
    {
        (Min, Max) = (source.Map.OptionalDate("min") ?? Earliest, source.Map.OptionalDate("max") ?? Latest);
        if (Min > Max) source.Refuse("min", "wrong_bounds");
    }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The first day allowed.</summary>
    public DateOnly Min { get; }

    /// <summary>The last day allowed.</summary>
    public DateOnly Max { get; }

    internal override (DateOnly Min, DateOnly Max) DayBounds => (Min, Max);

    internal override int Weight => 12;

    private protected override VariableType Type => VariableType.Date;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    internal override bool Allows(AnswerValue value) => WrittenDate.TryParse(value.Text, out var day) && day >= Min && day <= Max;

    private protected override void TakeWritten(PageCheck check, Field field, string written)
    {
        if (!WrittenDate.TryRead(written, out var day)) check.Refuse(field, FieldProblemCodes.NotADate);
        else if (day < Min || day > Max) check.RefuseRange<DateOnly>(field, FieldProblemCodes.DateOutOfRange, Min, Max);
        else check.Keep(field, AnswerValue.Of(WrittenDate.Format(day)));
    }
}
