namespace Diapason.Statistics;

/// <summary>A quantile with Woodruff's interval.</summary>
public sealed record QuantileEstimate
{
    /// <summary>The variable.</summary>
    public required string Name { get; init; }

    /// <summary>The probability, 0…1.</summary>
    public required double Probability { get; init; }

    /// <summary>The quantile, in the unit of the variable.</summary>
    public required double Value { get; init; }

    /// <summary>Width of the interval over twice Student's quantile; null when a limit is.</summary>
    public required double? StandardError { get; init; }

    /// <summary>Lower limit; null when the proportion's interval goes below 0: the sample does not bound it.</summary>
    public required double? Low { get; init; }

    /// <summary>Upper limit; null when the proportion's interval goes above 1.</summary>
    public required double? High { get; init; }

    /// <summary>Confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>Degrees of freedom.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Respondents in the base.</summary>
    public required int N { get; init; }

    /// <summary>Sum of their weights.</summary>
    public required double WeightedN { get; init; }
}

/// <summary>Quantiles of a variable. Source: Woodruff (1952); Francisco &amp; Fuller (1991); Lumley, R survey 4.1.</summary>
public static class Quantiles
{
    /// <summary>Estimates a quantile.</summary>
    /// <param name="design">The design.</param>
    /// <param name="column">The variable.</param>
    /// <param name="probability">Between 0 and 1, e.g. 0.5.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <param name="options">Rule, interval, level.</param>
    /// <exception cref="SurveyException">The base is empty, or the probability outside 0…1.</exception>
    public static QuantileEstimate Quantile(this IDesign design, NumericColumn column, double probability, Domain? domain = null, QuantileOptions? options = null)
    {
        options ??= new QuantileOptions();
        if (!(probability >= 0 && probability <= 1))
            throw new SurveyException(SurveyError.InvalidValue, $"{probability} is not a probability.", column.Name);
        var mean = Statistic.Mean(column, domain);
        _ = mean.Evaluate(design.Weights);
        var distribution = Distribution(design, column, mean.Included, options.AsInR);
        var value = distribution.Quantile(probability, options.Rule);
        var below = design.Estimate(Below(column, value, domain), new EstimateOptions { Proportion = options.Proportion, Level = options.Level, DegreesOfFreedom = options.DegreesOfFreedom });
        var low = Limit(distribution, options.Rule, below.Interval?.Low);
        var high = Limit(distribution, options.Rule, below.Interval?.High);
        double? error = high - low is { } width ? width / (2 * Distributions.StudentQuantile((1 + options.Level) / 2, below.DegreesOfFreedom)) : null;
        return new QuantileEstimate
        {
            Name = column.Name,
            Probability = probability,
            Value = value,
            StandardError = error,
            Low = low,
            High = high,
            Level = options.Level,
            DegreesOfFreedom = below.DegreesOfFreedom,
            N = below.N,
            WeightedN = below.WeightedN,
        };
    }

    private static WeightedDistribution Distribution(IDesign design, NumericColumn column, bool[] included, bool asInR)
    {
        var weights = design.Weights;
        var rows = new List<(double, double)>();
        for (var row = 0; row < weights.Length; row++)
        {
            if (included[row])
                rows.Add((column.Values[row], weights[row]));
        }
        return WeightedDistribution.Of(rows, asInR);
    }

    private static MeanStatistic Below(NumericColumn column, double value, Domain? domain)
    {
        var indicator = new double[column.Count];
        for (var row = 0; row < indicator.Length; row++)
            indicator[row] = double.IsNaN(column.Values[row]) ? column.Values[row] : column.Values[row] <= value ? 1 : 0;
        return new MeanStatistic(new NumericColumn(column.Name, indicator), domain, true);
    }

    private static double? Limit(WeightedDistribution distribution, QuantileRule rule, double? probability) =>
        probability is >= 0 and <= 1 ? distribution.Quantile(probability.Value, rule) : null;
}
