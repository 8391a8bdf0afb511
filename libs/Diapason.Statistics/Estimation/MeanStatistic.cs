namespace Diapason.Statistics;

/// <summary>Σ w y / Σ w, a proportion when y is an indicator.</summary>
internal sealed class MeanStatistic(NumericColumn column, Domain? domain, bool proportion)
    : Statistic(column.Name, domain, Rows(column.Count, domain, row => !double.IsNaN(column.Values[row]), column.Name))
{
    public override bool IsProportion => proportion;

    public override double Evaluate(ReadOnlySpan<double> weights) => MeanOf(column, weights).Mean;

    public override void Influence(ReadOnlySpan<double> weights, double value, Span<double> influence)
    {
        var (_, sum) = Base(weights);
        for (var row = 0; row < influence.Length; row++)
            influence[row] = Included[row] ? (column.Values[row] - value) / sum : 0;
    }

    internal override double? SimpleVariance(ReadOnlySpan<double> weights, double value, bool withReplacement)
    {
        var (n, sum) = Base(weights);
        double squares = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (Included[row])
                squares += weights[row] * (column.Values[row] - value) * (column.Values[row] - value);
        }
        return SimpleVarianceOf(squares, n, sum, withReplacement);
    }
}
