namespace Diapason.Forms;

/// <summary>One option's code.</summary>
public sealed class ChoiceType : VariableType
{
    internal ChoiceType()
    {
    }

    /// <inheritdoc/>
    public override string Word => "choice";

    /// <inheritdoc/>
    public override bool IsCoded => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Say(Variable variable, AnswerValue value, string language) => [variable.SayOption(value.Text, language)];

    /// <inheritdoc/>
    public override AnswerValue? Read(Variable variable, string written) => variable.FindOption(written) is null ? null : AnswerValue.Of(written);

    /// <inheritdoc/>
    public override T Accept<T>(IVariableTypeVisitor<T> visitor) => visitor.Visit(this);
}
