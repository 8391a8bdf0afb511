namespace Diapason.Forms;

/// <summary>Gives a question its variables and fields, once, when the questionnaire is read.</summary>
internal static class QuestionFields
{
    public static void Lay(Question question)
    {
        var fields = new List<Field>();
        switch (question.Kind)
        {
            case QuestionKind.Single: Choose(question, FieldControl.Radios, VariableType.Choice, fields); break;
            case QuestionKind.Multiple: Choose(question, FieldControl.Checkboxes, VariableType.Choices, fields); break;
            case QuestionKind.Statements or QuestionKind.Piles: Rate(question, fields); break;
            case QuestionKind.Paired: Pair(question, fields); break;
            case QuestionKind.Number: Write(question, FieldControl.Number, VariableType.Number, fields); break;
            case QuestionKind.ShortText: Write(question, FieldControl.Line, VariableType.Text, fields); break;
            case QuestionKind.LongText: Write(question, FieldControl.Area, VariableType.Text, fields); break;
            case QuestionKind.Consent: fields.Add(Consent(question)); break;
        }

        question.Fields = fields;
        question.Variables = [.. fields.Select(field => field.Variable).Distinct(), .. ConsentVersion(question)];
    }

    /// <summary>The length of a question in tenths of a short question; only ratios matter.</summary>
    public static int Weigh(Question question) => question.Kind switch
    {
        QuestionKind.Single or QuestionKind.Number => 10,
        QuestionKind.Multiple => 15,
        QuestionKind.Statements or QuestionKind.Piles => 6 * question.Items.Count,
        QuestionKind.Paired => 12 * question.Items.Count,
        QuestionKind.ShortText => 15,
        QuestionKind.LongText => 40,
        QuestionKind.Consent => 15,
        _ => 5,
    };

    private static void Choose(Question question, FieldControl control, VariableType type, List<Field> fields)
    {
        var variable = new Variable(question.Code, type, question, question.Options);
        fields.Add(new(question.Code, control, variable, [.. question.Options, .. question.MissingOptions]));
        if (!question.Options.Any(option => option.Other)) return;
        var name = $"{question.Code}.{FieldNames.Other}";
        var words = new Variable(name, VariableType.Text, question, []) { Aspect = FieldNames.Other };
        fields.Add(new(name, FieldControl.Line, words, []) { MaxLength = QuestionLimits.DefaultShortText });
    }

    private static void Rate(Question question, List<Field> fields)
    {
        IReadOnlyList<Option> choices = [.. question.Options, .. question.MissingOptions];
        foreach (var item in question.Items)
        {
            var name = $"{question.Code}.{item.Code}";
            var variable = new Variable(name, VariableType.Choice, question, question.Options) { Item = item };
            fields.Add(new(name, FieldControl.Radios, variable, choices));
        }
    }

    private static void Pair(Question question, List<Field> fields)
    {
        foreach (var item in question.Items)
        {
            fields.Add(Side(question, item, FieldNames.Importance, question.Options));
            fields.Add(Side(question, item, FieldNames.Mastery, question.MasteryOptions));
        }
    }

    private static Field Side(Question question, QuestionItem item, string aspect, IReadOnlyList<Option> scale)
    {
        var name = $"{question.Code}.{item.Code}.{aspect}";
        var variable = new Variable(name, VariableType.Choice, question, scale) { Item = item, Aspect = aspect };
        return new(name, FieldControl.Radios, variable, [.. scale, .. question.MissingOptions]);
    }

    private static void Write(Question question, FieldControl control, VariableType type, List<Field> fields)
    {
        var variable = new Variable(question.Code, type, question, []);
        fields.Add(new(question.Code, control, variable, []) { MaxLength = question.Limits.MaxLength });
        if (question.MissingOptions.Count == 0) return;
        fields.Add(new($"{question.Code}.{FieldNames.Missing}", FieldControl.Checkboxes, variable, question.MissingOptions) { IsMissingMark = true });
    }

    private static Field Consent(Question question)
    {
        IReadOnlyList<Option> ticked = [new() { Code = FieldNames.Yes, Label = question.Body }];
        return new(question.Code, FieldControl.Checkbox, new(question.Code, VariableType.Choice, question, ticked), ticked);
    }

    private static IEnumerable<Variable> ConsentVersion(Question question)
    {
        if (question.Kind != QuestionKind.Consent) yield break;
        yield return new($"{question.Code}.{FieldNames.Version}", VariableType.Text, question, []) { Aspect = FieldNames.Version };
    }
}
