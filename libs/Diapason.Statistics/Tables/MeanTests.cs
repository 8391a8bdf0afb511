namespace Diapason.Statistics;

/// <summary>Design-based t tests of means (R: <c>svyttest</c>).</summary>
public static class MeanTests
{
    /// <summary>Tests the difference of the means of two groups, second less first; the covariance between the two domains is counted.</summary>
    /// <param name="design">The design.</param>
    /// <param name="column">The variable.</param>
    /// <param name="first">First group.</param>
    /// <param name="second">Second group, without a row in common with the first.</param>
    /// <param name="level">Confidence level of the interval.</param>
    /// <returns>The difference with the design's degrees of freedom over both groups, less one.</returns>
    public static Contrast CompareMeans(this IDesign design, NumericColumn column, Domain first, Domain second, double level = 0.95)
    {
        var difference = Statistic.Difference(Statistic.Mean(column, second), Statistic.Mean(column, first));
        var value = difference.Evaluate(design.Weights);
        var error = Math.Sqrt(design.Covariance([difference], [value])[0, 0]);
        return Contrast.Of(difference.Name, value, error, design.DegreesOfFreedom(Domain.Where("both groups", difference.Included)) - 1, level);
    }

    /// <summary>Tests a mean against a value.</summary>
    /// <returns>The mean less the value, with the design's degrees of freedom less one (as R).</returns>
    public static Contrast CompareMean(this IDesign design, NumericColumn column, double value, Domain? domain = null, double level = 0.95)
    {
        var mean = design.Estimate(Statistic.Mean(column, domain));
        return Contrast.Of($"{column.Name} − {value}", mean.Value - value, mean.StandardError, mean.DegreesOfFreedom - 1, level);
    }
}
