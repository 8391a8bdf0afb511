namespace Diapason.Statistics;

/// <summary>Population variance with the n/(n−1) of R's <c>svyvar</c>; the influence takes the mean as known, as R does.</summary>
internal sealed class VarianceStatistic(NumericColumn column, Domain? domain)
    : Statistic($"var({column.Name})", domain, Rows(column.Count, domain, row => !double.IsNaN(column.Values[row]), column.Name))
{
    public override double Evaluate(ReadOnlySpan<double> weights)
    {
        var (n, sum, mean) = Centre(weights);
        double squares = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (Included[row])
                squares += weights[row] * (column.Values[row] - mean) * (column.Values[row] - mean);
        }
        return squares / sum * n / (n - 1);
    }

    public override void Influence(ReadOnlySpan<double> weights, double value, Span<double> influence)
    {
        var (n, sum, mean) = Centre(weights);
        var factor = (double)n / (n - 1);
        for (var row = 0; row < influence.Length; row++)
        {
            var deviation = Included[row] ? column.Values[row] - mean : 0;
            influence[row] = Included[row] ? ((deviation * deviation * factor) - value) / sum : 0;
        }
    }

    private (int N, double Sum, double Mean) Centre(ReadOnlySpan<double> weights)
    {
        var (n, sum) = Base(weights);
        if (n < 2)
            throw new SurveyException(SurveyError.TooFew, $"'{column.Name}' has a single respondent: no variance.", column.Name);
        double total = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (Included[row])
                total += weights[row] * column.Values[row];
        }
        return (n, sum, total / sum);
    }
}
