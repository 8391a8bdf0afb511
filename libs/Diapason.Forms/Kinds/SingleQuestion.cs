namespace Diapason.Forms;

/// <summary>One option (<c>single</c>).</summary>
public sealed class SingleQuestion : OptionQuestion
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "single";

    internal SingleQuestion(QuestionSource source)
        : base(source)
    {
        AsList = source.HasLayout("select");
        if (AsList && HasImages) source.Refuse("layout", "images_in_list");
    }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>Whether it asks for a drop-down list, for many options.</summary>
    public bool AsList { get; }

    internal override int Weight => 10;

    private protected override bool LeavesOtherBehind => true;

    private protected override VariableType Type => VariableType.Choice;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    private protected override void TakeChoice(PageCheck check, Field field) => check.TakeOne(field);

    private protected override AnswerValue Only(Option option) => AnswerValue.Of(option.Code);
}
