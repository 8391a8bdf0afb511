namespace Diapason.Forms;

/// <summary>Reads <c>when:</c> and, once everything is read, checks that each condition can be decided in time.</summary>
internal static class ConditionReader
{
    public static Condition? Read(YamlMap map, ReadingContext context)
    {
        if (map.Word("when") is not { } text) return null;
        if (Condition.TryParse(text, out var condition, out var error))
        {
            context.Conditions.Add(new(condition!, map.LineOf("when")));
            return condition;
        }

        var position = error.Position.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Log.Add(map.LineOf("when"), error.Code, ("condition", text), ("position", position));
        return null;
    }

    /// <summary>Binds every condition to its questions; notes unknown names, unknown options, circles and looks ahead.</summary>
    public static void Bind(Questionnaire questionnaire, ReadingContext context)
    {
        foreach (var placed in context.Conditions)
        {
            foreach (var reference in placed.Condition.References) BindOne(reference, placed, questionnaire, context);
            CheckOptions(placed, questionnaire, context);
        }

        new ConditionOrder(questionnaire, context).Check();
    }

    private static void BindOne(VariableReference reference, PlacedCondition placed, Questionnaire questionnaire, ReadingContext context)
    {
        reference.Question = questionnaire.FindVariable(reference.Code)?.Question;
        if (reference.Question is null)
            context.Log.Add(placed.Line, "condition_unknown_variable", ("variable", reference.Code), ("condition", placed.Condition.Text));
    }

    private static void CheckOptions(PlacedCondition placed, Questionnaire questionnaire, ReadingContext context)
    {
        foreach (var node in placed.Condition.Comparisons)
        {
            if (questionnaire.FindVariable(node.Variable.Code) is not { } variable || variable.Options.Count == 0) continue;
            foreach (var code in node.Texts)
                if (variable.FindOption(code) is null)
                    context.Log.Add(placed.Line, "condition_unknown_option", ("variable", variable.Code), ("option", code));
        }
    }
}
