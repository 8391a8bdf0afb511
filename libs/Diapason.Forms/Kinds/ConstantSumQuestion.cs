using Diapason.Text;

namespace Diapason.Forms;

/// <summary>A total shared between options (<c>constant_sum</c>): 100 points, a week's hours. One number an option; what is left blank beside others is nought.</summary>
public sealed class ConstantSumQuestion : Question
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "constant_sum";

    private const int MostDecimals = 6;

    internal ConstantSumQuestion(QuestionSource source)
        : base(source)
    {
        var map = source.Map;
        var options = OptionsReader.Find(map, "options", source.Context);
        Items = [.. options.Select(option => new QuestionItem(option.Code, option.Label))];
        (Total, Tolerance, Decimals, Unit) = (map.OptionalNumber("total") ?? 100, map.OptionalNumber("tolerance") ?? 0, map.OptionalWhole("decimals", 0, MostDecimals, 0), map.OptionalSaid("unit"));
        if (options.Any(option => option.Other || option.Exclusive || option.When is not null || option.Image is not null)) source.Refuse("options", "option_out_of_place");
        if (Total <= 0 || decimal.Round(Total, Decimals) != Total) source.Refuse("total", "wrong_bounds");
        if (Tolerance < 0 || (Total > 0 && Tolerance >= Total)) source.Refuse("tolerance", "wrong_bounds");
    }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionItem> Items { get; }

    /// <summary>What is shared.</summary>
    public decimal Total { get; }

    /// <summary>How far from the total the sum may be.</summary>
    public decimal Tolerance { get; }

    /// <summary>How many decimals a number may have.</summary>
    public int Decimals { get; }

    /// <inheritdoc/>
    public override LocalizedText Unit { get; }

    /// <inheritdoc/>
    public override bool IsOneAnswer => true;

    /// <inheritdoc/>
    public override bool IsArranged => true;

    /// <inheritdoc/>
    public override Field? MissingMark => Fields is [.., { IsMissingMark: true } mark] ? mark : null;

    /// <summary>The fields of numbers, one an option.</summary>
    public IEnumerable<Field> Parts => Fields.Where(one => !one.IsMissingMark);

    /// <summary>A number as a page of a language writes it.</summary>
    public static string Say(decimal number, string language) => WrittenNumber.Write(number, language);

    internal override (decimal? Min, decimal? Max, int Decimals) NumberBounds => (0, Total, Decimals);

    internal override int Weight => 10 * Math.Max(1, Items.Count);

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    internal override bool Allows(AnswerValue value) => value.Number >= 0 && value.Number <= Total + Tolerance;

    internal override void Take(PageCheck check)
    {
        if (!check.TakeMark(MissingMark, out var missing)) return;
        var isBlank = Parts.All(field => string.IsNullOrWhiteSpace(check.FirstOf(field)));
        if (missing != MissingKind.None && !isBlank) check.Refuse(MissingMark!, FieldProblemCodes.ExclusiveWithOthers);
        else if (isBlank && missing == MissingKind.None && Required) check.Refuse(Fields[0], FieldProblemCodes.Required);
        else if (isBlank) Keep(check, Parts.Select(_ => AnswerValue.Of(missing == MissingKind.None ? MissingKind.Skipped : missing)));
        else TakeNumbers(check);
    }

    private protected override IEnumerable<Field> MakeFields()
    {
        var variables = Items.Select(item => new Variable(Named(item.Code), VariableType.Number, this, []) { Item = item }).ToList();
        foreach (var variable in variables) yield return new(variable.Code, variable, []);
        if (MissingOptions.Count > 0 && variables.Count > 0) yield return new(Named(FieldNames.Missing), variables[0], MissingOptions) { IsMissingMark = true };
    }

    private void TakeNumbers(PageCheck check)
    {
        var numbers = new List<decimal>();
        var isRead = true;
        foreach (var field in Parts)
        {
            var number = 0m;
            isRead &= check.FirstOf(field) is not { } written || string.IsNullOrWhiteSpace(written) || TryRead(check, field, written, out number);
            numbers.Add(number);
        }

        if (!isRead) return;
        if (Math.Abs(numbers.Sum() - Total) > Tolerance) check.Refuse(Fields[0], FieldProblemCodes.SumWrong, ("total", Total), ("sum", numbers.Sum()));
        else Keep(check, numbers.Select(AnswerValue.Of));
    }

    private bool TryRead(PageCheck check, Field field, string written, out decimal number)
    {
        if (!WrittenNumber.TryRead(written, Unit, out number, out var decimals)) return check.Refuse(field, FieldProblemCodes.NotANumber);
        if (decimals > 0 && Decimals == 0) return check.Refuse(field, FieldProblemCodes.NotAnInteger);
        if (decimals > Decimals) return check.Refuse(field, FieldProblemCodes.TooManyDecimals, ("decimals", Decimals));
        if (Allows(AnswerValue.Of(number))) return true;
        return check.Refuse(field, FieldProblemCodes.OutOfRange, ("min", 0m), ("max", Total + Tolerance));
    }

    private void Keep(PageCheck check, IEnumerable<AnswerValue> values)
    {
        foreach (var (field, value) in Parts.Zip(values)) check.Keep(field, value);
    }
}
