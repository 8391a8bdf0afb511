namespace Diapason.Forms;

/// <summary>What judges an answer as a condition on the answers, itself among them: « . &gt; 20 » of <c>hours</c> is <c>${hours} &gt; 20</c>.</summary>
internal sealed class ConstraintConditions
{
    private readonly CalculationNames _names;

    public ConstraintConditions(Questionnaire questionnaire)
    {
        _names = new(questionnaire);
        foreach (var calculation in questionnaire.Calculations) _names.Add(calculation);
    }

    /// <summary>Null when it cannot be said so.</summary>
    public Condition? Of(Question question)
    {
        var text = question.Constraint!.Text;
        foreach (var position in Selves(question.Constraint.Root).OrderDescending()) text = $"{text.AsSpan(0, position)}${{{question.Variables[0].Code}}}{text.AsSpan(position + 1)}";
        if (!Condition.TryParse(text, out var condition, out _)) return null;
        foreach (var reference in condition!.Expression.Parts.References)
            if (!_names.Bind(reference)) return null;
        condition.RestsOn = [.. CalculationNames.RestsOn(condition.Expression).Distinct()];
        return condition;
    }

    private static IEnumerable<int> Selves(ExpressionNode node) => node is SelfNode self ? [self.Position] : node.Operands.SelectMany(Selves);
}
