namespace Diapason.Forms;

/// <summary>Several options' codes, written apart by a space.</summary>
public sealed class ChoicesType : VariableType
{
    internal ChoicesType()
    {
    }

    /// <inheritdoc/>
    public override string Word => "choices";

    /// <inheritdoc/>
    public override bool IsCoded => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Say(Variable variable, AnswerValue value, string language) => [.. value.Codes.Select(code => variable.SayOption(code, language))];

    /// <inheritdoc/>
    public override AnswerValue? Read(Variable variable, string written)
    {
        var codes = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(codes, code => variable.FindOption(code) is not null) ? AnswerValue.Of(codes) : null;
    }

    /// <inheritdoc/>
    public override T Accept<T>(IVariableTypeVisitor<T> visitor) => visitor.Visit(this);
}
