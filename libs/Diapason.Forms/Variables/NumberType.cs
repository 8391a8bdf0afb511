using System.Globalization;

namespace Diapason.Forms;

/// <summary>A number, written with a point in files and with the reader's decimal mark on a page.</summary>
public sealed class NumberType : VariableType
{
    internal NumberType()
    {
    }

    /// <inheritdoc/>
    public override string Word => "number";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Say(Variable variable, AnswerValue value, string language) => [WrittenNumber.Write(value.Number, language)];

    /// <inheritdoc/>
    public override AnswerValue? Read(Variable variable, string written) =>
        decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? AnswerValue.Of(number) : null;

    /// <inheritdoc/>
    public override T Accept<T>(IVariableTypeVisitor<T> visitor) => visitor.Visit(this);
}
