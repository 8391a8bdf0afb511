using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Words to read, nothing to answer (<c>note</c>).</summary>
public sealed class NoteQuestion : Question
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "note";

    internal NoteQuestion(QuestionSource source)
        : base(source, Asking.Nothing) => Body = source.Map.Said("body");

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <inheritdoc/>
    public override LocalizedText Body { get; }

    internal override int Weight => 5;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    internal override void Take(PageCheck check)
    {
    }

    private protected override IEnumerable<Field> MakeFields() => [];
}
