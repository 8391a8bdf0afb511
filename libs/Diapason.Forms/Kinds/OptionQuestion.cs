namespace Diapason.Forms;

/// <summary>What one choice and several choices share: options, of which one may come with a line to specify.</summary>
public abstract class OptionQuestion : Question
{
    private protected OptionQuestion(QuestionSource source)
        : base(source)
    {
        Options = OptionsReader.Find(source.Map, "options", source.Context);
        if (Options.Count(option => option.Other) > 1) source.Refuse("options", "several_others");
        ReadConstraint(source);
        ReadOrder(source);
        Filtered = Options.Any(option => option.When is not null) ? Options : [];
    }

    /// <summary>The options, in order.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Option> Filtered { get; }

    /// <inheritdoc/>
    public sealed override bool IsChangedAsOne => true;

    /// <summary>Whether some options come with an image.</summary>
    public bool HasImages => Options.Any(option => option.Image is not null);

    /// <inheritdoc/>
    public sealed override Field? Other => Fields is [_, var other] ? other : null;

    internal sealed override IEnumerable<IReadOnlyList<Option>> Scales => [Options];

    private protected abstract VariableType Type { get; }

    internal sealed override void Take(PageCheck check)
    {
        TakeChoice(check, Fields[0]);
        if (Other is { } other) TakeOther(check, other);
    }

    internal sealed override bool Asks(Variable variable, AnswerSet answers) =>
        !variable.SpecifiesOther || Options.Any(option => option.Other && answers[Code].Selects(option.Code));

    /// <summary>Whether who has taken another choice has left the words that specified “other”.</summary>
    private protected virtual bool LeavesOtherBehind => false;

    private protected abstract void TakeChoice(PageCheck check, Field field);

    /// <summary>The value that a choice of this option alone makes.</summary>
    private protected abstract AnswerValue Only(Option option);

    private protected sealed override IEnumerable<Field> MakeFields()
    {
        yield return new(Code, new(Code, Type, this, Options), [.. Options, .. MissingOptions]);
        if (!Options.Any(option => option.Other)) yield break;
        var name = Named(FieldNames.Other);
        yield return new(name, new(name, VariableType.Text, this, []) { Aspect = FieldNames.Other }, []) { MaxLength = ShortTextQuestion.DefaultLength };
    }

    private protected sealed override IEnumerable<Variable> KeptBeside() => OrderBeside();

    private void TakeOther(PageCheck check, Field other)
    {
        var written = check.FirstOf(other);
        if (string.IsNullOrWhiteSpace(written)) check.Skip(other);
        else if (check.TakeText(other, written, manyLines: false) && check.Answers.TryGetValue(Code, out var value)) Reconcile(check, other, value);
    }

    // Words typed beside an “other” that nobody ticked, with nothing else chosen, can only mean “other”. Who took another single choice has left it.
    private void Reconcile(PageCheck check, Field other, AnswerValue value)
    {
        var option = Options.First(option => option.Other);
        if (value.Selects(option.Code)) return;
        if (value.Missing == MissingKind.Skipped) check.Keep(Fields[0], Only(option));
        else if (LeavesOtherBehind) check.Skip(other);
        else check.Refuse(other, FieldProblemCodes.OtherNotChosen);
    }
}
