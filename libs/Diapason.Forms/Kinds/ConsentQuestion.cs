using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Agreement to the consent text (<c>consent</c>); the version of the text is kept beside it.</summary>
public sealed class ConsentQuestion : Question
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "consent";

    internal ConsentQuestion(QuestionSource source)
        : base(source, Asking.Always) => Body = source.Map.Said("body");

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The words beside the box to tick.</summary>
    public override LocalizedText Body { get; }

    /// <inheritdoc/>
    public override bool IsConsent => true;

    internal override int Weight => 15;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    internal override void Take(PageCheck check)
    {
        check.TakeOne(Fields[0]);
        if (!check.Answers.TryGetValue(Code, out var value)) return;
        check.Answers[Variables[^1].Code] = value.IsAnswered ? AnswerValue.Of(check.Questionnaire.Consent.Version) : AnswerValue.Of(MissingKind.Skipped);
    }

    private protected override IEnumerable<Field> MakeFields()
    {
        IReadOnlyList<Option> ticked = [new() { Code = FieldNames.Yes, Label = Body }];
        yield return new(Code, new(Code, VariableType.Choice, this, ticked), ticked);
    }

    private protected override IEnumerable<Variable> KeptBeside() => [new(Named(FieldNames.Version), VariableType.Text, this, []) { Aspect = FieldNames.Version }];
}
