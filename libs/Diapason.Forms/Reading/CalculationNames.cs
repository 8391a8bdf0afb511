namespace Diapason.Forms;

/// <summary>
/// The names an expression may use: every variable, and the calculations already bound. Bound in the order of the file, a calculation can only rest on
/// earlier ones, so that no circle exists.
/// </summary>
internal sealed class CalculationNames(Questionnaire questionnaire)
{
    private readonly Dictionary<string, Calculation> _bound = new(StringComparer.Ordinal);

    public IEnumerable<string> Known => questionnaire.Variables.Select(variable => variable.Code).Concat(_bound.Keys);

    public bool Bind(VariableReference reference)
    {
        reference.Variable = questionnaire.FindVariable(reference.Code);
        reference.Calculation = reference.Variable is null ? _bound.GetValueOrDefault(reference.Code) : null;
        return reference.Variable is not null || reference.Calculation is not null;
    }

    /// <summary>Lets what follows use a calculation whose own names are bound.</summary>
    public void Add(Calculation calculation)
    {
        calculation.Depth = 1 + DepthOf(calculation.Value);
        _bound.TryAdd(calculation.Code, calculation);
    }

    public static int DepthOf(Expression expression) => expression.Parts.References.Select(reference => reference.Calculation?.Depth ?? 0).DefaultIfEmpty().Max();

    /// <summary>The variables that an expression rests on, its calculations unfolded.</summary>
    public static IEnumerable<Variable> RestsOn(Expression expression)
    {
        var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance) { expression };
        var left = new Queue<Expression>([expression]);
        while (left.TryDequeue(out var next))
        {
            foreach (var reference in next.Parts.References)
            {
                if (reference.Variable is { } variable)
                {
                    yield return variable;
                    if (variable.Question.Calculation is { } inner && seen.Add(inner.Value)) left.Enqueue(inner.Value);
                }
                else if (reference.Calculation is { } calculation && seen.Add(calculation.Value)) left.Enqueue(calculation.Value);
            }
        }
    }
}
