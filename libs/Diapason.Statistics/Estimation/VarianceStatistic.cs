namespace Diapason.Statistics;

/// <summary>Population variance with the n/(n−1) of R's <c>svyvar</c>; the influence takes the mean as known, as R does.</summary>
internal sealed class VarianceStatistic(NumericColumn column, Domain? domain)
    : Statistic($"var({column.Name})", domain, Rows(column.Count, domain, row => !double.IsNaN(column.Values[row]), column.Name))
{
    public override double Evaluate(ReadOnlySpan<double> weights) => EvaluateReplicate(weights, weights);

    /// <remarks>The correction is a constant of the sample: a replicate does not change it.</remarks>
    internal override double EvaluateReplicate(ReadOnlySpan<double> replicate, ReadOnlySpan<double> full)
    {
        var (sum, mean) = MeanOf(column, replicate);
        double squares = 0;
        for (var row = 0; row < replicate.Length; row++)
        {
            if (Included[row])
                squares += replicate[row] * (column.Values[row] - mean) * (column.Values[row] - mean);
        }
        return squares / sum * Correction(full);
    }

    public override void Influence(ReadOnlySpan<double> weights, double value, Span<double> influence)
    {
        var (sum, mean) = MeanOf(column, weights);
        var factor = Correction(weights);
        for (var row = 0; row < influence.Length; row++)
        {
            var deviation = Included[row] ? column.Values[row] - mean : 0;
            influence[row] = Included[row] ? ((deviation * deviation * factor) - value) / sum : 0;
        }
    }

    private double Correction(ReadOnlySpan<double> weights)
    {
        var (n, _) = Base(weights);
        return n > 1 ? (double)n / (n - 1) : throw new SurveyException(SurveyError.TooFew, $"'{column.Name}' has a single respondent: no variance.", column.Name);
    }
}
