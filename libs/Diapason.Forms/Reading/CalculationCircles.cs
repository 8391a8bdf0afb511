namespace Diapason.Forms;

/// <summary>Tells of what is worked out from itself, through however many others, and of what is worked out from what comes later.</summary>
internal static class CalculationCircles
{
    private const string Arrow = " → ";

    /// <summary>Says that a calculation names a later one; nothing, when it does not.</summary>
    public static bool Tell(PlacedExpression placed, string name, ReadingContext context)
    {
        if (placed.Calculation is not { } calculation) return false;
        var calculations = context.Expressions.Where(one => one.Calculation is not null).GroupBy(one => one.Calculation!.Code).ToDictionary(same => same.Key, same => same.First().Expression.Variables.ToList());
        if (!calculations.ContainsKey(name)) return false;
        var (_, place, key) = placed;
        if (Way(name, calculation.Code, calculations) is { } way) place.ReportAt(key, "calculation_circle", ("names", string.Join(Arrow, way.Prepend(calculation.Code))));
        else place.ReportAt(key, "calculation_later", ("name", calculation.Code), ("asks", name));
        return true;
    }

    /// <summary>The circle that goes through a question and what it rests on, by their codes; null when there is none.</summary>
    public static string? Of(Question question, Question on, Questionnaire questionnaire)
    {
        var worked = questionnaire.Questions.Where(one => one.Calculation is not null)
            .ToDictionary(one => one.Code, one => one.Calculation!.Value.Parts.References.Select(reference => reference.Variable?.Question.Code).OfType<string>().ToList());
        return Way(on.Code, question.Code, worked) is { } way ? string.Join(Arrow, way.Prepend(question.Code)) : null;
    }

    // The shortest, each name once.
    private static List<string>? Way(string from, string to, Dictionary<string, List<string>> asks)
    {
        var (before, left) = (new Dictionary<string, string> { [from] = "" }, new Queue<string>([from]));
        while (left.TryDequeue(out var at))
        {
            if (at == to)
            {
                var way = new List<string>();
                for (var step = at; step.Length > 0; step = before[step]) way.Insert(0, step);
                return way;
            }

            foreach (var next in asks.GetValueOrDefault(at, []))
                if (before.TryAdd(next, at)) left.Enqueue(next);
        }

        return null;
    }
}
