namespace Diapason.Statistics;

/// <summary>How a quantile is read from the weighted distribution (R survey ≥ 4.1, <c>svyquantile(qrule=)</c>).</summary>
public enum QuantileRule
{
    /// <summary>The inverse of the distribution function: the smallest value reached.</summary>
    Math,
    /// <summary>As <see cref="Math"/>, midway when the probability falls exactly on a step.</summary>
    School,
    /// <summary>Shah &amp; Vaish (2006).</summary>
    ShahVaish,
    /// <summary>Hyndman &amp; Fan (1996) 1.</summary>
    Hf1,
    /// <summary>Hyndman &amp; Fan 2.</summary>
    Hf2,
    /// <summary>Hyndman &amp; Fan 3.</summary>
    Hf3,
    /// <summary>Hyndman &amp; Fan 4.</summary>
    Hf4,
    /// <summary>Hyndman &amp; Fan 5.</summary>
    Hf5,
    /// <summary>Hyndman &amp; Fan 6.</summary>
    Hf6,
    /// <summary>Hyndman &amp; Fan 7.</summary>
    Hf7,
    /// <summary>Hyndman &amp; Fan 8.</summary>
    Hf8,
    /// <summary>Hyndman &amp; Fan 9.</summary>
    Hf9,
}

/// <summary>Choices of quantiles.</summary>
public sealed record QuantileOptions
{
    /// <summary>How a quantile is read.</summary>
    public QuantileRule Rule { get; init; } = QuantileRule.Math;

    /// <summary>Interval of the proportion that Woodruff's method inverts: Student, Logit, Beta or Arcsine.</summary>
    public IntervalMethod Proportion { get; init; } = IntervalMethod.Student;

    /// <summary>Confidence level, in (0, 1).</summary>
    /// <exception cref="SurveyException">It is not between 0 and 1.</exception>
    public double Level { get; init => field = EstimateOptions.Checked(value); } = 0.95;

    /// <summary>
    /// Read ties in row order and Shah–Vaish with raw weights, as R does. By default equal values share their weight, so that the result depends neither
    /// on the order of rows nor on the scale of weights; the two agree when equal values have equal weights.
    /// </summary>
    public bool AsInR { get; init; }

    /// <summary>Degrees of freedom, ≥ 0, instead of the design's over the rows of the base.</summary>
    /// <exception cref="SurveyException">They are negative or not a number.</exception>
    public double? DegreesOfFreedom { get; init => field = EstimateOptions.CheckedDegrees(value); }
}
