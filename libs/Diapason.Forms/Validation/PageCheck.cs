namespace Diapason.Forms;

/// <summary>What the questions of one posted page share while they check it: what was posted, what is kept, what is to mend.</summary>
internal sealed class PageCheck(Route route, PostedFields posted)
{
    private static readonly AnswerValue Skipped = AnswerValue.Of(MissingKind.Skipped);
    private List<FieldProblem>? _problems;

    public Questionnaire Questionnaire => route.Questionnaire;

    public Dictionary<string, AnswerValue> Answers { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<FieldProblem> Problems => _problems ?? (IReadOnlyList<FieldProblem>)[];

    public IReadOnlyList<string?> AllOf(Field field) => posted(field.Name);

    /// <summary>A choice of the field that is offered to this person.</summary>
    public Option? FindChoice(Field field, string? code) => field.FindChoice(code) is { } choice && route.Offers(choice) ? choice : null;

    public string? FirstOf(Field field)
    {
        var values = posted(field.Name);
        return values.Count > 0 ? values[0] : null;
    }

    /// <summary>One choice among the field's, or none.</summary>
    public void TakeOne(Field field)
    {
        string? code = null;
        foreach (var value in posted(field.Name))
        {
            if (string.IsNullOrEmpty(value)) continue;
            if (code is not null && code != value)
            {
                Refuse(field, FieldProblemCodes.TooMany, ("max", 1), ("count", 2));
                return;
            }

            code = value;
        }

        if (code is null) Blank(field);
        else if (FindChoice(field, code) is { } choice) Keep(field, choice.Missing == MissingKind.None ? AnswerValue.Of(choice.Code) : AnswerValue.Of(choice.Missing));
        else Refuse(field, FieldProblemCodes.UnknownOption);
    }

    /// <summary>What is ticked beside what is typed: why there is no answer; false when it cannot be read.</summary>
    public bool TakeMark(Field? mark, out MissingKind missing)
    {
        missing = MissingKind.None;
        foreach (var value in mark is null ? [] : AllOf(mark))
        {
            if (string.IsNullOrEmpty(value)) continue;
            if (mark!.FindChoice(value) is not { } choice) return Refuse(mark, FieldProblemCodes.UnknownOption);
            if (missing != MissingKind.None && missing != choice.Missing) return Refuse(mark, FieldProblemCodes.ExclusiveWithOthers);
            missing = choice.Missing;
        }

        return true;
    }

    public bool TakeText(Field field, string written, bool manyLines)
    {
        // Looked at before anything is copied: a text of two megabytes costs nothing.
        if (written.Length > (2 * field.MaxLength) + 2) return RefuseLength(field, written.Length);
        if (!WrittenText.TryRead(written, manyLines, out var text)) return Refuse(field, FieldProblemCodes.InvalidText);
        if (text.Length > field.MaxLength) return RefuseLength(field, text.Length);
        Keep(field, text.Length == 0 ? Skipped : AnswerValue.Of(text));
        return true;
    }

    public void Keep(Field field, AnswerValue value) => Answers[field.Variable.Code] = value;

    public void Skip(Field field) => Keep(field, Skipped);

    /// <summary>Nothing was given: passed, unless an answer is required.</summary>
    public void Blank(Field field)
    {
        if (field.Variable.Question.Required) Refuse(field, FieldProblemCodes.Required);
        else Skip(field);
    }

    /// <summary>Notes what is wrong and keeps nothing; always false.</summary>
    public bool Refuse(Field field, string code, params ReadOnlySpan<(string Name, object Value)> args)
    {
        var named = new Dictionary<string, object>(args.Length, StringComparer.Ordinal);
        foreach (var (name, value) in args) named[name] = value;
        (_problems ??= []).Add(new(field, code, named));
        Answers.Remove(field.Variable.Code);
        return false;
    }

    /// <summary>Notes a value out of its bounds, of which one may be absent.</summary>
    public void RefuseRange<T>(Field field, string code, T? min, T? max)
        where T : struct
    {
        switch (min, max)
        {
            case ({ } least, { } most): Refuse(field, code, ("min", least), ("max", most)); break;
            case ({ } least, null): Refuse(field, code, ("min", least)); break;
            case (null, { } most): Refuse(field, code, ("max", most)); break;
            default: Refuse(field, code); break;
        }
    }

    /// <summary>Judges an answer that is otherwise well given, once the whole page is read.</summary>
    public void Judge(Question question)
    {
        if (question.Constraint is null || !Answers.TryGetValue(question.Code, out var value) || !value.IsAnswered) return;
        if (!route.Accepts(question, value, route.Answers.Merge(new(Answers)))) Refuse(question.Fields[0], FieldProblemCodes.Constraint);
    }

    private bool RefuseLength(Field field, int length) => Refuse(field, FieldProblemCodes.TooLong, ("max", field.MaxLength), ("length", length));
}
