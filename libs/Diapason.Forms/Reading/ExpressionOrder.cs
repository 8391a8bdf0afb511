namespace Diapason.Forms;

/// <summary>
/// Checks that what is worked out and what judges an answer can be known when it is needed: from earlier pages, or from the page itself where nothing of it is
/// shown before the page is sent. A value rests on values worked out before it, so that circles cannot exist.
/// </summary>
internal static class ExpressionOrder
{
    public static void Check(Questionnaire questionnaire, ReadingContext context)
    {
        foreach (var question in questionnaire.Questions)
        {
            if (question.Constraint is { } constraint && Later(constraint, question, mayBeOnPage: true) is { } after)
                context.Places[question].ReportAt("constraint", "rests_on_later", ("question", question.Code), ("variable", after.Code));
            if (question.Calculation is not { } calculation) continue;
            if (Later(calculation.Value, question, mayBeOnPage: !question.IsSeen) is { } later)
            {
                if (CalculationCircles.Of(question, later.Question, questionnaire) is { } circle) context.Places[question].ReportAt("value", "calculation_circle", ("names", circle));
                else context.Places[question].ReportAt("value", "rests_on_later", ("question", question.Code), ("variable", later.Code));
            }
            else if (question.Variables[0].Type is NumberType && calculation.Value.Type is ExpressionType.Text or ExpressionType.Set) context.Places[question].ReportAt("value", "not_a_number", ("question", question.Code));
        }
    }

    private static Variable? Later(Expression expression, Question question, bool mayBeOnPage) => CalculationNames.RestsOn(expression).FirstOrDefault(variable =>
        variable.Question.Page.Index > question.Page.Index - (mayBeOnPage ? 0 : 1) || (question.IsWorkedOut && variable.Question.IsWorkedOut && variable.Question.Index >= question.Index));
}
