namespace Diapason.Statistics;

/// <summary>Comparisons of estimates over time.</summary>
public static class Waves
{
    /// <summary>Second less first, from independent samples; degrees of freedom by Satterthwaite (1946).</summary>
    /// <param name="first">Estimate of the first wave.</param>
    /// <param name="second">Estimate of the second, in the same unit.</param>
    /// <param name="level">Confidence level, in (0, 1).</param>
    public static Contrast Difference(Estimate first, Estimate second, double level = 0.95) => Trend([first, second], [0, 1], null, level) with { Name = $"{second.Name} − {first.Name}" };

    /// <summary>Second less first, from samples that share units: both waves are rows of one design whose clusters hold a unit's rows together.</summary>
    /// <param name="design">The design over the rows of both waves.</param>
    /// <param name="statistic">The statistic over a domain.</param>
    /// <param name="first">Rows of the first wave.</param>
    /// <param name="second">Rows of the second.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>The difference, its error counting the covariance that the shared units bring.</returns>
    public static Contrast Difference(IDesign design, Func<Domain, Statistic> statistic, Domain first, Domain second, double level = 0.95) =>
        design.Estimate([statistic(first), statistic(second)]).Combine($"{second.Name} − {first.Name}", [-1, 1], level);

    /// <summary>Least-squares slope of estimates over time, tested against none.</summary>
    /// <param name="waves">Two estimates or more.</param>
    /// <param name="times">Their times, in any unit; the slope is per unit.</param>
    /// <param name="covariance">Covariance of the estimates when samples overlap; null when they are independent.</param>
    /// <param name="level">Confidence level.</param>
    /// <exception cref="SurveyException">Fewer than two distinct times, a time that is not a number, or sizes that differ.</exception>
    public static Contrast Trend(IReadOnlyList<Estimate> waves, IReadOnlyList<double> times, double[,]? covariance = null, double level = 0.95)
    {
        if (waves.Count != times.Count)
            throw new SurveyException(SurveyError.LengthMismatch, $"There are {waves.Count} waves and {times.Count} times.");
        if (covariance is not null && (covariance.GetLength(0) != waves.Count || covariance.GetLength(1) != waves.Count))
            throw new SurveyException(SurveyError.LengthMismatch, $"The covariance of {waves.Count} waves is {covariance.GetLength(0)} × {covariance.GetLength(1)}.");
        if (times.Distinct().Count() < 2)
            throw new SurveyException(SurveyError.TooFew, "A trend needs two times.");
        var mean = times.Average();
        var squares = times.Sum(t => (t - mean) * (t - mean));
        var coefficients = times.Select(t => (t - mean) / squares).ToArray();
        double value = 0, variance = 0, spread = 0;
        for (var i = 0; i < waves.Count; i++)
        {
            value += coefficients[i] * waves[i].Value;
            var own = coefficients[i] * coefficients[i] * waves[i].Variance;
            spread += own * own / waves[i].DegreesOfFreedom;
            for (var j = 0; j < waves.Count; j++)
                variance += covariance is null ? (i == j ? own : 0) : coefficients[i] * coefficients[j] * covariance[i, j];
        }
        var df = covariance is not null ? waves.Min(w => w.DegreesOfFreedom) : spread > 0 ? variance * variance / spread : waves.Min(w => w.DegreesOfFreedom);
        return Contrast.Of("trend", value, Math.Sqrt(variance), df, level);
    }
}
