namespace Diapason.Statistics;

/// <summary>Choices shared by estimators.</summary>
public sealed record EstimateOptions
{
    /// <summary>Confidence level of intervals, in (0, 1).</summary>
    /// <exception cref="SurveyException">It is not between 0 and 1.</exception>
    public double Level { get; init => field = Checked(value); } = 0.95;

    /// <summary>Interval of a proportion.</summary>
    public IntervalMethod Proportion { get; init; } = IntervalMethod.Logit;

    /// <summary>Degrees of freedom, ≥ 0, to use instead of the design's over the rows of the base (R's <c>confint</c> takes infinity).</summary>
    /// <exception cref="SurveyException">They are negative or not a number.</exception>
    public double? DegreesOfFreedom { get; init => field = CheckedDegrees(value); }

    /// <summary>Whether the design effect's reference is sampling with replacement (R: <c>deff = "replace"</c>).</summary>
    public bool DesignEffectWithReplacement { get; init; }

    internal static readonly EstimateOptions Default = new();

    internal static double Checked(double level) => level is > 0 and < 1 ? level
        : throw new SurveyException(SurveyError.InvalidValue, $"{level} is not a confidence level: it must be between 0 and 1.");

    internal static double? CheckedDegrees(double? degrees) => degrees is null or >= 0 ? degrees
        : throw new SurveyException(SurveyError.InvalidValue, $"{degrees} is not a number of degrees of freedom.");
}
