namespace Diapason.Forms;

/// <summary>What is typed rather than chosen: one field, beside which missing kinds may be ticked.</summary>
public abstract class WrittenQuestion : Question
{
    private protected WrittenQuestion(QuestionSource source)
        : base(source) => ReadConstraint(source);

    /// <inheritdoc/>
    public override Field? MissingMark => Fields is [_, var mark] ? mark : null;

    /// <inheritdoc/>
    public sealed override bool IsWritten => true;

    private protected abstract VariableType Type { get; }

    private protected virtual int MostCharacters => 0;

    internal sealed override void Take(PageCheck check)
    {
        var field = Fields[0];
        if (!check.TakeMark(MissingMark, out var missing)) return;
        var written = check.FirstOf(field);
        if (missing != MissingKind.None && !string.IsNullOrWhiteSpace(written)) check.Refuse(MissingMark!, FieldProblemCodes.ExclusiveWithOthers);
        else if (missing != MissingKind.None) check.Keep(field, AnswerValue.Of(missing));
        else if (string.IsNullOrWhiteSpace(written)) check.Blank(field);
        else TakeWritten(check, field, written);
    }

    private protected abstract void TakeWritten(PageCheck check, Field field, string written);

    private protected sealed override IEnumerable<Field> MakeFields()
    {
        var variable = new Variable(Code, Type, this, []);
        yield return new(Code, variable, []) { MaxLength = MostCharacters };
        if (MissingOptions.Count > 0) yield return new(Named(FieldNames.Missing), variable, MissingOptions) { IsMissingMark = true };
    }
}
