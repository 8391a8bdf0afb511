using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Writes the rows of each kind of question.</summary>
internal sealed class QuestionRows(FormOut form) : IQuestionVisitor<bool>
{
    // What tells the two judgements of an item apart, in the only two languages of which we know the words.
    private static readonly LocalizedText Important = LocalizedText.Of(("fr", "Importance"), ("en", "Importance")), Mastered = LocalizedText.Of(("fr", "Maîtrise"), ("en", "Mastery"));
    private bool _isAlone;

    /// <summary>Writes a question; alone, its page bears its words, having none of its own.</summary>
    public void Write(Question question, bool isAlone)
    {
        _isAlone = isAlone;
        question.Accept(this);
    }

    public bool Visit(SingleQuestion question) => Choose(question, "select_one", "", question.AsList ? "minimal" : "");

    public bool Visit(MultipleQuestion question) => Choose(question, "select_multiple", FormConstraints.Of(question), "");

    public bool Visit(RankingQuestion question)
    {
        Row(question, $"rank {form.List(question.Code, question.Options)}", question.Code, [.. Words(question), ("parameters", Shuffled(question))]);
        if (question.Top < question.Options.Count) Tell(FormOutcome.NotCarried, FormNoticeCodes.TopLeftOut, ("top", question.Top));
        return Missing(question);
    }

    public bool Visit(ConstantSumQuestion question)
    {
        Head(question);
        TellUnrolled(question);
        var names = question.Variables.Select(variable => variable.Code).ToList();
        foreach (var (at, variable) in question.Variables.Index())
        {
            var sum = string.Join(" + ", names.Take(names.Count - 1).Select(name => $"${{{name}}}").Append("."));
            var total = question.Tolerance == 0 ? $"{sum} = {FormConstraints.Figure(question.Total)}" : $"{sum} >= {FormConstraints.Figure(question.Total - question.Tolerance)} and {sum} <= {FormConstraints.Figure(question.Total + question.Tolerance)}";
            Row(question, question.Decimals == 0 ? "integer" : "decimal", variable.Code, [.. form.Said("label", variable.Item!.Label), .. form.Said("hint", question.Unit), ("constraint", at == names.Count - 1 ? $". >= 0 and {total}" : ". >= 0")]);
        }

        Tell(FormOutcome.Changed, FormNoticeCodes.TotalAsConstraint, ("total", question.Total));
        return Missing(question);
    }

    public bool Visit(StatementsQuestion question) => Unroll(question, question.Options);

    public bool Visit(PilesQuestion question) => Unroll(question, question.Options);

    public bool Visit(PairedQuestion question)
    {
        Head(question);
        TellUnrolled(question);
        foreach (var item in question.Items)
        {
            foreach (var field in question.FieldsOf(item))
            {
                var isImportance = field.Variable.Aspect == FieldNames.Importance;
                var list = form.List($"{question.Code}_{field.Variable.Aspect}", field.Choices);
                Row(question, $"select_one {list}", field.Variable.Code, [.. form.Said("label", item.Label), .. form.Said("hint", isImportance ? Important : Mastered)]);
            }
        }

        return true;
    }

    public bool Visit(NumberQuestion question)
    {
        Row(question, question.Decimals == 0 ? "integer" : "decimal", question.Code, [.. Words(question, question.Unit), ("constraint", FormConstraints.Of(question))]);
        if (!question.Unit.IsEmpty) Tell(FormOutcome.Changed, FormNoticeCodes.UnitInHint);
        return Missing(question);
    }

    public bool Visit(DateQuestion question)
    {
        Row(question, "date", question.Code, [.. Words(question), ("constraint", FormConstraints.Of(question))]);
        return Missing(question);
    }

    public bool Visit(ShortTextQuestion question)
    {
        Row(question, "text", question.Code, [.. Words(question), ("constraint", FormConstraints.Of(question.MaxLength))]);
        return Missing(question);
    }

    public bool Visit(LongTextQuestion question)
    {
        Row(question, "text", question.Code, [.. Words(question), ("constraint", FormConstraints.Of(question.MaxLength)), ("appearance", "multiline")]);
        return Missing(question);
    }

    public bool Visit(ConsentQuestion question)
    {
        Head(question);
        form.Survey.Add([("type", "note"), ("name", form.Name($"{question.Code}_text")), .. form.Said("label", form.Questionnaire.Consent.Text)]);
        Row(question, $"select_one {form.List(question.Code, question.Fields[0].Choices)}", question.Code, form.Said("label", question.Title));
        Tell(FormOutcome.Changed, FormNoticeCodes.KindChanged, ("type", ConsentQuestion.Word), ("became", SingleQuestion.Word));
        Tell(FormOutcome.NotCarried, FormNoticeCodes.ConsentVersionLeftOut, ("version", form.Questionnaire.Consent.Version));
        return true;
    }

    public bool Visit(CalculatedQuestion question)
    {
        form.Survey.Add([("type", "calculate"), ("name", question.Code), .. form.Said("label", question.Title), ("relevant", FormOut.When(question.When)), ("calculation", question.Value.ToXlsForm())]);
        Tell(FormOutcome.Carried, FormNoticeCodes.Carried);
        if (!question.IsShown) return true;
        form.Survey.Add([("type", "note"), ("name", form.Name($"{question.Code}_said")), .. form.Said("label", question.Title.Map((_, title) => $"{title} ${{{question.Code}}}")), ("relevant", FormOut.When(question.When))]);
        Tell(FormOutcome.Changed, FormNoticeCodes.ShownAsNote);
        return true;
    }

    public bool Visit(NoteQuestion question)
    {
        var text = question.Title.IsEmpty || _isAlone ? question.Body : question.Body.Map((language, body) => $"{question.Title.In(language)}\n\n{body}");
        form.Survey.Add([("type", "note"), ("name", form.Name(question.Code)), .. form.Said("label", text), ("relevant", FormOut.When(question.When))]);
        Tell(FormOutcome.Carried, FormNoticeCodes.Carried);
        if (!question.Title.IsEmpty) Tell(FormOutcome.Changed, FormNoticeCodes.TitleInText);
        return true;
    }

    private bool Choose(OptionQuestion question, string type, string constraint, string appearance)
    {
        var (field, filter) = (question.Fields[0], FilterOut.Of(question.Fields[0].Choices));
        Row(question, $"{type} {form.List(question.Code, field.Choices, filter)}", question.Code,
            [.. Words(question), ("constraint", constraint), ("appearance", appearance), ("choice_filter", filter?.Filter ?? ""), ("parameters", Shuffled(question))]);
        if (question.Other is not { } other) return true;
        var option = question.Options.First(one => one.Other);
        form.Survey.Add([("type", "text"), ("name", other.Name), .. form.Said("label", option.Label), ("relevant", $"selected(${{{question.Code}}}, '{option.Code}')"), ("constraint", FormConstraints.Of(other.MaxLength))]);
        Tell(FormOutcome.Carried, FormNoticeCodes.Carried);
        return true;
    }

    private bool Unroll(Question question, IReadOnlyList<Option> scale)
    {
        Head(question);
        TellUnrolled(question);
        var list = form.List(question.Code, [.. scale, .. question.MissingOptions]);
        foreach (var field in question.Fields) Row(question, $"select_one {list}", field.Variable.Code, form.Said("label", field.Variable.Item!.Label));
        return true;
    }

    // The words over several rows are a note, so that none is lost on a page that holds other questions.
    private void Head(Question question)
    {
        var (label, hint) = _isAlone ? (question.Hint, LocalizedText.Empty) : (question.Title, question.Hint);
        if (!label.IsEmpty) form.Survey.Add([("type", "note"), ("name", form.Name(question.Code)), .. form.Said("label", label), .. form.Said("hint", hint), ("relevant", FormOut.When(question.When))]);
    }

    private void TellUnrolled(Question question) => Tell(FormOutcome.Changed, FormNoticeCodes.Unrolled, ("kind", question.Kind), ("times", question.Variables.Count));

    private void Row(Question question, string type, string name, IEnumerable<(string Column, string Cell)> cells)
    {
        form.Survey.Add([("type", type), ("name", name), .. Judged(question, cells), ("relevant", FormOut.When(question.When)), ("required", question.Required ? "yes" : "")]);
        Tell(FormOutcome.Carried, FormNoticeCodes.Carried);
    }

    private static string Shuffled(Question question) => question.IsShuffled ? "randomize=true" : "";

    // A question's own constraint stands beside what its bounds say.
    private IEnumerable<(string Column, string Cell)> Judged(Question question, IEnumerable<(string Column, string Cell)> cells)
    {
        var own = question.Constraint?.ToXlsForm() ?? "";
        var bounds = cells.LastOrDefault(cell => cell.Column == "constraint").Cell ?? "";
        return [.. cells.Where(cell => cell.Column != "constraint"), ("constraint", own.Length == 0 ? bounds : bounds.Length == 0 ? own : $"{bounds} and ({own})"), .. form.Said("constraint_message", question.ConstraintMessage)];
    }

    private IEnumerable<(string Column, string Cell)> Words(Question question, LocalizedText? unit = null)
    {
        var hint = unit is not { IsEmpty: false } ? question.Hint : question.Hint.IsEmpty ? unit : question.Hint.Map((language, text) => $"{text} ({unit.In(language)})");
        return [.. form.Said("label", question.Title), .. form.Said("hint", hint)];
    }

    // Beside words, a number or ranks there is nothing to tick.
    private bool Missing(Question question)
    {
        if (question.MissingOptions.Count > 0) Tell(FormOutcome.NotCarried, FormNoticeCodes.MissingLeftOut, ("missing", string.Join(' ', question.MissingOptions.Select(option => option.Code))));
        return true;
    }

    private void Tell(FormOutcome outcome, string code, params ReadOnlySpan<(string Name, object? Value)> facts) => form.Report.Add(outcome, "survey", form.Survey.Line, "", code, facts);
}
