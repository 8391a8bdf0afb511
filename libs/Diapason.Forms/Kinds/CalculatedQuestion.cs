namespace Diapason.Forms;

/// <summary>A value worked out from earlier answers (<c>calculated</c>): shown or not, kept with the answers when they are sent, a variable like any other.</summary>
public sealed class CalculatedQuestion : Question
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "calculated";

    private static readonly Dictionary<string, VariableType> Types = new(StringComparer.Ordinal)
    {
        [VariableType.Number.Word] = VariableType.Number,
        [VariableType.Text.Word] = VariableType.Text,
        [VariableType.Date.Word] = VariableType.Date,
    };

    internal CalculatedQuestion(QuestionSource source)
        : base(source, Asking.WorkedOut)
    {
        IsShown = source.Map.Flag("shown");
        var type = source.Map.OptionalText("type") ?? VariableType.Number.Word;
        if (!Types.ContainsKey(type)) source.Refuse("type", "unknown_type");
        Type = Types.GetValueOrDefault(type, VariableType.Number);
        Calculation = ConditionReader.ReadValue(source.Map, Code, source.Context);
    }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>Whether people see what it gives.</summary>
    public bool IsShown { get; }

    /// <inheritdoc/>
    public override bool IsSeen => IsShown;

    /// <inheritdoc/>
    public override bool IsWorkedOut => true;

    /// <summary>What it holds: a number, words or a day.</summary>
    public VariableType Type { get; }

    /// <summary>How it is worked out.</summary>
    public Expression Value => Calculation!.Value;

    internal override Calculation? Calculation { get; }

    internal override int Weight => IsShown ? 5 : 0;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    internal override void Take(PageCheck check)
    {
    }

    // What is no number, no day or no word at all is skipped.
    internal override AnswerValue Of(ExpressionValue value) => Type switch
    {
        NumberType => value.AsNumber() is var number && Math.Abs(number) < 1e15 ? AnswerValue.Of((decimal)number) : AnswerValue.Of(MissingKind.Skipped),
        DateType => DayText.Moment(value.AsDays()) is { } moment ? AnswerValue.Of(WrittenDate.Format(DateOnly.FromDateTime(moment))) : AnswerValue.Of(MissingKind.Skipped),
        _ => value.AsText() is { Length: > 0 } text ? AnswerValue.Of(text) : AnswerValue.Of(MissingKind.Skipped),
    };

    private protected override IEnumerable<Field> MakeFields() => [];

    private protected override IEnumerable<Variable> KeptBeside() => [new(Code, Type, this, [])];
}
