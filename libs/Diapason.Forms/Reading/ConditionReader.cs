using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>Reads <c>when:</c> and <c>calculations:</c> and, once everything is read, checks that each expression makes sense and can be decided in time.</summary>
internal static class ConditionReader
{
    private const string WhenKey = "when", ValueKey = "value", ConstraintKey = "constraint";
    private const int DeepestCalculation = 50;

    public static Condition? Read(YamlMap map, ReadingContext context)
    {
        if (map.OptionalText(WhenKey) is not { } text) return null;
        if (!Condition.TryParse(text, out var condition, out var fault))
        {
            Blame(map, WhenKey, fault, text);
            return null;
        }

        context.Conditions.Add(new(condition!, map));
        context.Expressions.Add(new(condition!.Expression, map, WhenKey));
        return condition;
    }

    /// <summary>What judges an answer, <c>.</c>.</summary>
    public static Expression? ReadConstraint(YamlMap map, ReadingContext context)
    {
        if (map.OptionalText(ConstraintKey) is not { } text) return null;
        if (!Expression.TryParse(text, ExpressionUse.Judges, out var judge, out var fault))
        {
            Blame(map, ConstraintKey, fault, text);
            return null;
        }

        context.Expressions.Add(new(judge!, map, ConstraintKey));
        return judge;
    }

    /// <summary>How a question's value is worked out.</summary>
    public static Calculation? ReadValue(YamlMap map, string code, ReadingContext context)
    {
        var text = map.Text(ValueKey);
        if (!Expression.TryParse(text, ExpressionUse.Decides, out var value, out var fault))
        {
            if (text.Length > 0) Blame(map, ValueKey, fault, text);
            context.HasLostQuestions = true;
            return null;
        }

        context.Expressions.Add(new(value!, map, ValueKey));
        return new(code, value!);
    }

    public static IReadOnlyList<Calculation> ReadCalculations(YamlMap root, ReadingContext context)
    {
        var read = new List<Calculation>();
        foreach (var map in root.OptionalItems("calculations"))
        {
            var (code, text) = (map.Code("code", CodeKind.Question), map.Text(ValueKey));
            if (!Expression.TryParse(text, ExpressionUse.Decides, out var value, out var fault) || code.Length == 0)
            {
                if (value is null && text.Length > 0) Blame(map, ValueKey, fault, text);
                context.HasLostQuestions = true;
                continue;
            }

            var calculation = new Calculation(code, value!) { Index = read.Count };
            context.Expressions.Add(new(value!, map, ValueKey) { Calculation = calculation });
            context.Places[calculation] = map;
            read.Add(calculation);
        }

        return read;
    }

    /// <summary>Binds every expression to its questions; notes unknown names, unknown options, what makes no sense, circles and looks ahead.</summary>
    public static void Bind(Questionnaire questionnaire, ReadingContext context)
    {
        // A name that is wrong where it is given is told there, and not again wherever it is used.
        var sure = !context.HasLostQuestions && questionnaire.Questions.All(IsNamed);
        var names = new CalculationNames(questionnaire);
        foreach (var placed in context.Expressions)
        {
            foreach (var reference in placed.Expression.Parts.References)
                if (!names.Bind(reference) && sure && !CalculationCircles.Tell(placed, reference.Code, context)) ReportUnknown(placed, reference, names.Known);
            if (CalculationNames.DepthOf(placed.Expression) > DeepestCalculation) Blame(placed, new("condition_too_deep", 0));
            if (placed.Calculation is { } calculation) names.Add(calculation);
            if (!sure) continue;
            CheckOptions(placed);
            foreach (var fault in placed.Expression.Faults()) Blame(placed, fault);
        }

        foreach (var placed in context.Conditions) placed.Condition.RestsOn = [.. CalculationNames.RestsOn(placed.Condition.Expression).Distinct()];
        new ConditionOrder(questionnaire, context).Check();
        if (sure) ExpressionOrder.Check(questionnaire, context);
    }

    private static bool IsNamed(Question question) =>
        QuestionnaireMap.IsCode(question.Code, CodeKind.Question) && question.Scales.All(scale => scale.All(option => QuestionnaireMap.IsCode(option.Code, CodeKind.Option)))
        && question.Items.All(item => QuestionnaireMap.IsCode(item.Code, CodeKind.Name));

    private static void ReportUnknown(PlacedExpression placed, VariableReference reference, IEnumerable<string> known)
    {
        var (expression, place, key) = placed;
        if (Text.Slip.Nearest(reference.Code, known) is { } nearest) place.ReportAt(key, "condition_mistyped_variable", ("variable", reference.Code), ("nearest", nearest), ("condition", expression.Text));
        else place.ReportAt(key, "condition_unknown_variable", ("variable", reference.Code), ("condition", expression.Text));
    }

    private static void CheckOptions(PlacedExpression placed)
    {
        var (expression, place, key) = placed;
        foreach (var compared in expression.Parts.Compared)
        {
            if (compared.Variable.Variable is not { Options.Count: > 0 } variable || compared.Code.Length == 0) continue;
            if (variable.FindOption(compared.Code) is null && !compared.Variable.TickedMissing.Contains(compared.Code))
                place.ReportAt(key, "condition_unknown_option", ("variable", variable.Code), ("option", compared.Code));
        }
    }

    private static void Blame(PlacedExpression placed, ExpressionFault fault) => Blame(placed.Place, placed.Key, fault, placed.Expression.Text);

    private static void Blame(YamlMap place, string key, ExpressionFault fault, string text) =>
        place.ReportAt(key, fault.Code, ("condition", text), ("position", fault.Column), ("name", fault.Name), ("nearest", fault.Nearest), ("sign", ExpressionPlace.Sign(text, fault.Position)), ("around", ExpressionPlace.Around(text, fault.Position)));
}
