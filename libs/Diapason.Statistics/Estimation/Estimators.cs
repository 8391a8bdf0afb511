namespace Diapason.Statistics;

/// <summary>Estimates of statistics under a design, one by one or jointly.</summary>
public static class Estimators
{
    /// <summary>Estimates one statistic.</summary>
    /// <param name="design">Any design: linearised, replicate, or of joint probabilities.</param>
    /// <param name="statistic">What to estimate.</param>
    /// <param name="options">
    /// Interval, level, degrees of freedom; by default 95 %, logit for shares and Student elsewhere, with the design's degrees over the rows of the base.
    /// </param>
    /// <returns>The estimate with all that must travel with it, in the unit of the statistic.</returns>
    /// <exception cref="SurveyException">
    /// The base is empty, a denominator is zero, a stratum it reaches has a single unit under <see cref="LonelyPsu.Fail"/>, lengths differ, or a result is
    /// not a finite number.
    /// </exception>
    public static Estimate Estimate(this IDesign design, Statistic statistic, EstimateOptions? options = null) =>
        design.Estimate([statistic], options).Estimates[0];

    /// <summary>Estimates several statistics with the covariance between them.</summary>
    /// <param name="design">Any design.</param>
    /// <param name="statistics">p statistics over the same rows, in any domains.</param>
    /// <param name="options">Interval, level, degrees of freedom.</param>
    /// <returns>p estimates, in order, and their p × p covariance.</returns>
    /// <exception cref="SurveyException">As for one.</exception>
    public static EstimateSet Estimate(this IDesign design, IReadOnlyList<Statistic> statistics, EstimateOptions? options = null)
    {
        options ??= EstimateOptions.Default;
        var values = statistics.Select(s => s.Evaluate(design.Weights)).ToArray();
        var covariance = design.Covariance(statistics, values);
        var estimates = statistics.Select((s, j) => Assemble(design, s, values[j], covariance[j, j], options)).ToList();
        return new EstimateSet(estimates, covariance);
    }

    /// <summary>Estimates a statistic in each category of a variable.</summary>
    /// <param name="design">The design.</param>
    /// <param name="segment">The variable.</param>
    /// <param name="statistic">The statistic over a domain.</param>
    /// <param name="options">Interval and level.</param>
    /// <returns>One estimate a category, in order; null where nobody has a value, or nobody is left with one in some replicate.</returns>
    public static IReadOnlyList<Estimate?> EstimateBy(this IDesign design, CategoricalColumn segment, Func<Domain, Statistic> statistic, EstimateOptions? options = null) =>
        Enumerable.Range(0, segment.Categories.Count).Select(k => statistic(Domain.Of(segment, k))).Select(s => design.TryEstimate(s, options)).ToList();

    /// <summary>As <see cref="Estimate(IDesign, Statistic, EstimateOptions)"/>; null where the base is empty, in the whole sample or in a replicate.</summary>
    internal static Estimate? TryEstimate(this IDesign design, Statistic statistic, EstimateOptions? options)
    {
        try
        {
            return HasRow(design, statistic) ? design.Estimate(statistic, options) : null;
        }
        catch (SurveyException e) when (e.Error == SurveyError.EmptyDomain)
        {
            return null;
        }
    }

    private static bool HasRow(IDesign design, Statistic statistic)
    {
        for (var row = 0; row < design.Rows; row++)
        {
            if (statistic.Included[row] && design.Weights[row] != 0)
                return true;
        }
        return false;
    }

    private static Estimate Assemble(IDesign design, Statistic statistic, double value, double variance, EstimateOptions options)
    {
        var weights = design.Weights;
        var included = statistic.Included;
        var n = 0;
        double sum = 0, squares = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (!included[row] || weights[row] == 0)
                continue;
            n++;
            sum += weights[row];
            squares += weights[row] * weights[row];
        }
        var own = statistic.DegreesOfFreedom(design);
        var df = options.DegreesOfFreedom ?? own;
        var error = Math.Sqrt(Math.Max(0, variance));
        if (!double.IsFinite(value) || !double.IsFinite(error))
            throw new SurveyException(SurveyError.InvalidValue, $"'{statistic.Name}' or its error is not a finite number: values or weights are too large.", statistic.Name, statistic.Domain?.Name);
        var simple = statistic.SimpleVariance(weights, value, options.DesignEffectWithReplacement);
        return new Estimate
        {
            Name = statistic.Name,
            Value = value,
            StandardError = error,
            Interval = IntervalOf(statistic.IsProportion, value, error, new IntervalBasis(df, n, sum * sum / squares), options),
            DegreesOfFreedom = df,
            N = n,
            WeightedN = sum,
            HasOwnDegree = own > 0,
            DesignEffect = simple is > 0 && double.IsFinite(variance / simple.Value) ? variance / simple : null,
        };
    }

    internal static Interval? IntervalOf(bool proportion, double value, double error, IntervalBasis basis, EstimateOptions options)
    {
        if (proportion)
            return ProportionInterval.Of(value, error, basis, options.Proportion, options.Level);
        if (!(basis.DegreesOfFreedom > 0))
            return null;
        var half = Distributions.StudentQuantile((1 + options.Level) / 2, basis.DegreesOfFreedom) * error;
        return new Interval(value - half, value + half, options.Level, IntervalMethod.Student);
    }
}
