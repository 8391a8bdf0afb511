namespace Diapason.Forms;

/// <summary>Words, kept as they were written.</summary>
public sealed class TextType : VariableType
{
    internal TextType()
    {
    }

    /// <inheritdoc/>
    public override string Word => "text";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Say(Variable variable, AnswerValue value, string language) => [value.Text];

    /// <inheritdoc/>
    public override AnswerValue? Read(Variable variable, string written) => AnswerValue.Of(written);

    /// <inheritdoc/>
    public override T Accept<T>(IVariableTypeVisitor<T> visitor) => visitor.Visit(this);
}
