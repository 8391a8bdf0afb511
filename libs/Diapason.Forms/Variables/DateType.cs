namespace Diapason.Forms;

/// <summary>A day, written <c>2026-11-29</c> in files and in words on a page: <c>29 novembre 2026</c>, <c>November 29, 2026</c>.</summary>
public sealed class DateType : VariableType
{
    internal DateType()
    {
    }

    /// <inheritdoc/>
    public override string Word => "date";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Say(Variable variable, AnswerValue value, string language) =>
        [WrittenDate.TryParse(value.Text, out var day) ? WrittenDate.InWords(day, language) : value.Text];

    /// <inheritdoc/>
    public override AnswerValue? Read(Variable variable, string written) => WrittenDate.TryParse(written, out _) ? AnswerValue.Of(written) : null;

    /// <inheritdoc/>
    public override T Accept<T>(IVariableTypeVisitor<T> visitor) => visitor.Visit(this);
}
