using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>Reads <c>when:</c> and, once everything is read, checks that each condition can be decided in time.</summary>
internal static class ConditionReader
{
    public static Condition? Read(YamlMap map, ReadingContext context)
    {
        if (map.OptionalText("when") is not { } text) return null;
        if (Condition.TryParse(text, out var condition, out var error))
        {
            context.Conditions.Add(new(condition!, map));
            return condition;
        }

        map.ReportAt("when", error.Code, ("condition", text), ("position", error.Position));
        return null;
    }

    /// <summary>Binds every condition to its questions; notes unknown names, unknown options, circles and looks ahead.</summary>
    public static void Bind(Questionnaire questionnaire, ReadingContext context)
    {
        // A name that is wrong where it is given is told there, and not again wherever it is used.
        var sure = !context.HasLostQuestions && questionnaire.Questions.All(IsNamed);
        foreach (var placed in context.Conditions)
        {
            foreach (var reference in placed.Condition.References)
                if (!IsBound(reference, questionnaire) && sure) placed.Report("condition_unknown_variable", ("variable", reference.Code), ("condition", placed.Condition.Text));
            if (sure) CheckOptions(placed, questionnaire);
        }

        new ConditionOrder(questionnaire, context).Check();
    }

    private static bool IsNamed(Question question) =>
        QuestionnaireMap.IsCode(question.Code, CodeKind.Question) && question.Scales.All(scale => scale.All(option => QuestionnaireMap.IsCode(option.Code, CodeKind.Option)))
        && question.Items.All(item => QuestionnaireMap.IsCode(item.Code, CodeKind.Name));

    private static bool IsBound(VariableReference reference, Questionnaire questionnaire)
    {
        reference.Question = questionnaire.FindVariable(reference.Code)?.Question;
        return reference.Question is not null;
    }

    private static void CheckOptions(PlacedCondition placed, Questionnaire questionnaire)
    {
        foreach (var node in placed.Condition.Comparisons)
        {
            if (questionnaire.FindVariable(node.Variable.Code) is not { } variable || variable.Options.Count == 0) continue;
            foreach (var code in node.Texts)
                if (variable.FindOption(code) is null) placed.Report("condition_unknown_option", ("variable", variable.Code), ("option", code));
        }
    }
}
