namespace Diapason.Forms;

/// <summary>Each task sorted into one of three piles (<c>piles</c>).</summary>
public sealed class PilesQuestion : RatedQuestion
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "piles";

    internal PilesQuestion(QuestionSource source)
        : base(source)
    {
        // A list that could not be read is already told.
        if (Options.Count is not (0 or 3)) source.Refuse("options", "not_three_piles");
    }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);
}
