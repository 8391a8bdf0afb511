namespace Diapason.Forms;

/// <summary>Several statements on one scale (<c>statements</c>).</summary>
public sealed class StatementsQuestion : RatedQuestion
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "statements";

    internal StatementsQuestion(QuestionSource source)
        : base(source) => AsGrid = source.HasLayout("grid");

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <inheritdoc/>
    public override bool AsGrid { get; }

    /// <inheritdoc/>
    public override bool CanBeStraightLined => true;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);
}
