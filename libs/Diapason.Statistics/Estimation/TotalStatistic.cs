namespace Diapason.Statistics;

/// <summary>Σ w y.</summary>
internal sealed class TotalStatistic(NumericColumn column, Domain? domain)
    : Statistic(column.Name, domain, Rows(column.Count, domain, row => !double.IsNaN(column.Values[row]), column.Name))
{
    public override double Evaluate(ReadOnlySpan<double> weights) => EvaluateReplicate(weights, weights);

    /// <remarks>A replicate that leaves the whole base out has a total of zero.</remarks>
    internal override double EvaluateReplicate(ReadOnlySpan<double> replicate, ReadOnlySpan<double> full)
    {
        _ = Base(full);
        double total = 0;
        for (var row = 0; row < replicate.Length; row++)
        {
            if (Included[row])
                total += replicate[row] * column.Values[row];
        }
        return total;
    }

    public override void Influence(ReadOnlySpan<double> weights, double value, Span<double> influence)
    {
        for (var row = 0; row < influence.Length; row++)
            influence[row] = Included[row] ? column.Values[row] : 0;
    }

    internal override double? SimpleVariance(ReadOnlySpan<double> weights, double value, bool withReplacement)
    {
        var (n, sum) = Base(weights);
        var mean = value / sum;
        double squares = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (Included[row])
                squares += weights[row] * (column.Values[row] - mean) * (column.Values[row] - mean);
        }
        return SimpleVarianceOf(squares, n, sum, withReplacement) * sum * sum;
    }
}
