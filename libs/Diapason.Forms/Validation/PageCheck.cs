namespace Diapason.Forms;

/// <summary>Checks the fields of one posted page, question by question.</summary>
internal sealed class PageCheck(Questionnaire questionnaire, PostedFields posted)
{
    private static readonly AnswerValue Skipped = AnswerValue.Of(MissingKind.Skipped);
    private List<FieldProblem>? _problems;

    public Dictionary<string, AnswerValue> Answers { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<FieldProblem> Problems => _problems ?? (IReadOnlyList<FieldProblem>)[];

    public void Take(Question question)
    {
        switch (question.Kind)
        {
            case QuestionKind.Note: return;
            case QuestionKind.Multiple: TakeMany(question); break;
            case QuestionKind.Number or QuestionKind.ShortText or QuestionKind.LongText: TakeWritten(question); break;
            default:
                foreach (var field in question.Fields)
                    if (field.Control != FieldControl.Line) TakeOne(question, field);
                break;
        }

        TakeOther(question);
        if (question.Kind == QuestionKind.Consent) KeepConsentVersion(question);
    }

    private void TakeOne(Question question, Field field)
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

        if (code is null) Blank(question, field);
        else if (field.FindChoice(code) is { } choice) Keep(field, ValueOf(choice));
        else Refuse(field, FieldProblemCodes.UnknownOption);
    }

    private void TakeMany(Question question)
    {
        var field = question.Fields[0];
        var chosen = new List<Option>();
        foreach (var value in posted(field.Name))
        {
            if (string.IsNullOrEmpty(value)) continue;
            if (field.FindChoice(value) is not { } choice)
            {
                Refuse(field, FieldProblemCodes.UnknownOption);
                return;
            }

            if (!chosen.Contains(choice)) chosen.Add(choice);
        }

        if (chosen.Count == 0) Blank(question, field);
        else if (chosen.Count == 1 && chosen[0].Missing != MissingKind.None) Keep(field, ValueOf(chosen[0]));
        else if (IsCountRight(question, field, chosen)) Keep(field, AnswerValue.Of(Ordered(field, chosen)));
    }

    private bool IsCountRight(Question question, Field field, List<Option> chosen)
    {
        var limits = question.Limits;
        var alone = chosen.Exists(option => option.Exclusive || option.Missing != MissingKind.None);
        if (alone && chosen.Count > 1) return Refuse(field, FieldProblemCodes.ExclusiveWithOthers);
        if (limits.MaxChoices > 0 && chosen.Count > limits.MaxChoices)
            return Refuse(field, FieldProblemCodes.TooMany, ("max", limits.MaxChoices), ("count", chosen.Count));
        if (!alone && chosen.Count < limits.MinChoices)
            return Refuse(field, FieldProblemCodes.TooFew, ("min", limits.MinChoices), ("count", chosen.Count));
        return true;
    }

    // Codes are stored in the questionnaire's order, so that the same choices always make the same value.
    private static string[] Ordered(Field field, List<Option> chosen)
    {
        var codes = new string[chosen.Count];
        var at = 0;
        foreach (var choice in field.Choices)
            if (chosen.Contains(choice)) codes[at++] = choice.Code;
        return codes;
    }

    private void TakeWritten(Question question)
    {
        var field = question.Fields[0];
        var mark = question.Fields.Count > 1 ? question.Fields[1] : null;
        var missing = MissingKind.None;
        if (mark is not null && !TryMark(mark, out missing)) return;
        var written = FirstOf(field);
        if (missing != MissingKind.None && !string.IsNullOrWhiteSpace(written)) Refuse(mark!, FieldProblemCodes.ExclusiveWithOthers);
        else if (missing != MissingKind.None) Keep(field, AnswerValue.Of(missing));
        else if (string.IsNullOrWhiteSpace(written)) Blank(question, field);
        else if (field.Control == FieldControl.Number) TakeNumber(question.Limits, field, written);
        else TakeText(field, written);
    }

    private bool TryMark(Field mark, out MissingKind missing)
    {
        missing = MissingKind.None;
        foreach (var value in posted(mark.Name))
        {
            if (string.IsNullOrEmpty(value)) continue;
            if (mark.FindChoice(value) is not { } choice) return Refuse(mark, FieldProblemCodes.UnknownOption);
            if (missing != MissingKind.None && missing != choice.Missing) return Refuse(mark, FieldProblemCodes.ExclusiveWithOthers);
            missing = choice.Missing;
        }

        return true;
    }

    private void TakeNumber(QuestionLimits limits, Field field, string written)
    {
        if (!WrittenNumber.TryRead(written, out var number, out var decimals)) Refuse(field, FieldProblemCodes.NotANumber);
        else if (decimals > 0 && limits.Decimals == 0) Refuse(field, FieldProblemCodes.NotAnInteger);
        else if (decimals > limits.Decimals) Refuse(field, FieldProblemCodes.TooManyDecimals, ("decimals", limits.Decimals));
        else if (number < limits.Min || number > limits.Max) Refuse(field, FieldProblemCodes.OutOfRange, Bounds(limits));
        else Keep(field, AnswerValue.Of(number));
    }

    private static (string, object)[] Bounds(QuestionLimits limits) => (limits.Min, limits.Max) switch
    {
        ({ } min, { } max) => [("min", min), ("max", max)],
        ({ } min, null) => [("min", min)],
        (null, { } max) => [("max", max)],
        _ => [],
    };

    private bool TakeText(Field field, string written)
    {
        // Looked at before anything is copied: a text of two megabytes costs nothing.
        if (written.Length > (2 * field.MaxLength) + 2) return RefuseLength(field, written.Length);
        if (!WrittenText.TryRead(written, field.Control == FieldControl.Area, out var text)) return Refuse(field, FieldProblemCodes.InvalidText);
        if (text.Length > field.MaxLength) return RefuseLength(field, text.Length);
        Keep(field, text.Length == 0 ? Skipped : AnswerValue.Of(text));
        return true;
    }

    // Words typed beside an “other” that nobody ticked, with nothing else chosen, can only mean “other”.
    private void TakeOther(Question question)
    {
        if (question.Fields.Count < 2 || !question.Fields[1].IsOther) return;
        var field = question.Fields[1];
        var written = FirstOf(field);
        if (string.IsNullOrWhiteSpace(written)) Keep(field, Skipped);
        else if (TakeText(field, written) && Answers.TryGetValue(question.Code, out var value)) Reconcile(question, field, value);
    }

    private void Reconcile(Question question, Field field, AnswerValue value)
    {
        foreach (var option in question.Options)
        {
            if (!option.Other) continue;
            if (value.Selects(option.Code)) return;
            if (value.Missing != MissingKind.Skipped) continue;
            Answers[question.Code] = question.Kind == QuestionKind.Multiple ? AnswerValue.Of([option.Code]) : AnswerValue.Of(option.Code);
            return;
        }

        Refuse(field, FieldProblemCodes.OtherNotChosen);
    }

    private void KeepConsentVersion(Question question)
    {
        var version = question.Variables[^1].Code;
        if (!Answers.TryGetValue(question.Code, out var value)) return;
        Answers[version] = value.IsAnswered ? AnswerValue.Of(questionnaire.Consent.Version) : Skipped;
    }

    private string? FirstOf(Field field)
    {
        var values = posted(field.Name);
        return values.Count > 0 ? values[0] : null;
    }

    private static AnswerValue ValueOf(Option choice) =>
        choice.Missing == MissingKind.None ? AnswerValue.Of(choice.Code) : AnswerValue.Of(choice.Missing);

    private void Blank(Question question, Field field)
    {
        if (question.Required) Refuse(field, FieldProblemCodes.Required);
        else Keep(field, Skipped);
    }

    private void Keep(Field field, AnswerValue value) => Answers[field.Variable.Code] = value;

    private bool RefuseLength(Field field, int length) => Refuse(field, FieldProblemCodes.TooLong, ("max", field.MaxLength), ("length", length));

    private bool Refuse(Field field, string code, params ReadOnlySpan<(string Name, object Value)> args)
    {
        var named = new Dictionary<string, object>(args.Length, StringComparer.Ordinal);
        foreach (var (name, value) in args) named[name] = value;
        (_problems ??= []).Add(new(field, code, named));
        Answers.Remove(field.Variable.Code);
        return false;
    }
}
