namespace Diapason.Statistics;

/// <summary>Σ w y / Σ w x over rows with both (Särndal et al. 1992, eq. 5.6.8).</summary>
internal sealed class RatioStatistic(NumericColumn numerator, NumericColumn denominator, Domain? domain)
    : Statistic($"{numerator.Name}/{denominator.Name}", domain, Rows(SameRows(numerator, denominator), domain, row => !double.IsNaN(numerator.Values[row]) && !double.IsNaN(denominator.Values[row]), numerator.Name))
{
    public override double Evaluate(ReadOnlySpan<double> weights)
    {
        _ = Base(weights);
        return Sum(weights, numerator) / Denominator(weights);
    }

    public override void Influence(ReadOnlySpan<double> weights, double value, Span<double> influence)
    {
        var total = Denominator(weights);
        for (var row = 0; row < influence.Length; row++)
            influence[row] = Included[row] ? (numerator.Values[row] - (value * denominator.Values[row])) / total : 0;
    }

    internal override double? SimpleVariance(ReadOnlySpan<double> weights, double value, bool withReplacement)
    {
        var (n, sum) = Base(weights);
        var influence = new double[weights.Length];
        Influence(weights, value, influence);
        double squares = 0;
        for (var row = 0; row < weights.Length; row++)
            squares += weights[row] * influence[row] * influence[row];
        return SimpleVarianceOf(squares, n, sum, withReplacement) * sum * sum;
    }

    private double Denominator(ReadOnlySpan<double> weights)
    {
        var total = Sum(weights, denominator);
        return total != 0 ? total : throw new SurveyException(SurveyError.ZeroDenominator, $"The total of '{denominator.Name}' is zero.", denominator.Name);
    }

    private double Sum(ReadOnlySpan<double> weights, NumericColumn column)
    {
        double total = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (Included[row])
                total += weights[row] * column.Values[row];
        }
        return total;
    }
}
