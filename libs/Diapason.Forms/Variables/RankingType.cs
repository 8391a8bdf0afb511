namespace Diapason.Forms;

/// <summary>Options' codes in the order of preference, the first first, written apart by a space; said <c>1. Time</c>.</summary>
public sealed class RankingType : VariableType
{
    internal RankingType()
    {
    }

    /// <inheritdoc/>
    public override string Word => "ranking";

    /// <inheritdoc/>
    public override bool IsCoded => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Say(Variable variable, AnswerValue value, string language) =>
        [.. value.Codes.Select((code, at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at + 1}. {variable.SayOption(code, language)}"))];

    /// <inheritdoc/>
    public override AnswerValue? Read(Variable variable, string written)
    {
        var codes = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(codes, code => variable.FindOption(code) is not null) && codes.Distinct(StringComparer.Ordinal).Count() == codes.Length ? AnswerValue.Of(codes) : null;
    }

    /// <inheritdoc/>
    public override T Accept<T>(IVariableTypeVisitor<T> visitor) => visitor.Visit(this);
}
