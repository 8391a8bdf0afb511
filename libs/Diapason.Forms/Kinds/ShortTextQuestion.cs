namespace Diapason.Forms;

/// <summary>A line of words (<c>short_text</c>).</summary>
public sealed class ShortTextQuestion : WrittenQuestion
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "short_text";

    /// <summary>Characters allowed unless said otherwise.</summary>
    public const int DefaultLength = 200;

    internal ShortTextQuestion(QuestionSource source)
        : base(source) => MaxLength = source.Map.Count("max_length", DefaultLength);

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The most characters.</summary>
    public int MaxLength { get; }

    internal override int Weight => 15;

    private protected override VariableType Type => VariableType.Text;

    private protected override int MostCharacters => MaxLength;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    private protected override void TakeWritten(PageCheck check, Field field, string written) => check.TakeText(field, written, manyLines: false);
}
