namespace Diapason.Statistics;

/// <summary>A smooth function of statistics, by the delta method.</summary>
internal sealed class FunctionStatistic(string name, IReadOnlyList<Statistic> parts, Func<double[], double> function, Func<double[], double[]> gradient)
    : Statistic(name, parts.Count > 0 && parts.All(p => p.Domain == parts[0].Domain) ? parts[0].Domain : null, Union(parts))
{
    public override double Evaluate(ReadOnlySpan<double> weights) => EvaluateReplicate(weights, weights);

    internal override double EvaluateReplicate(ReadOnlySpan<double> replicate, ReadOnlySpan<double> full)
    {
        var result = function(Values(replicate, full));
        return double.IsFinite(result) ? result : throw new SurveyException(SurveyError.InvalidValue, $"'{Name}' is not a finite number.", Name);
    }

    public override void Influence(ReadOnlySpan<double> weights, double value, Span<double> influence)
    {
        var values = Values(weights, weights);
        var slopes = gradient(values);
        if (slopes.Length != parts.Count)
            throw new SurveyException(SurveyError.LengthMismatch, $"The gradient of '{Name}' has {slopes.Length} numbers for {parts.Count} statistics.", Name);
        var part = new double[influence.Length];
        influence.Clear();
        for (var j = 0; j < parts.Count; j++)
        {
            parts[j].Influence(weights, values[j], part);
            for (var row = 0; row < part.Length; row++)
                influence[row] += slopes[j] * part[row];
        }
    }

    private static bool[] Union(IReadOnlyList<Statistic> parts)
    {
        if (parts.Count == 0)
            throw new SurveyException(SurveyError.TooFew, "A function of statistics needs at least one.");
        var union = new bool[parts[0].Included.Length];
        foreach (var part in parts)
        {
            if (part.Included.Length != union.Length)
                throw new SurveyException(SurveyError.LengthMismatch, $"'{part.Name}' does not have the rows of '{parts[0].Name}'.", part.Name);
            for (var row = 0; row < union.Length; row++)
                union[row] |= part.Included[row];
        }
        return union;
    }

    private double[] Values(ReadOnlySpan<double> weights, ReadOnlySpan<double> full)
    {
        var values = new double[parts.Count];
        for (var j = 0; j < values.Length; j++)
            values[j] = parts[j].EvaluateReplicate(weights, full);
        return values;
    }
}
