namespace Diapason.Statistics;

/// <summary>Choices shared by estimators.</summary>
public sealed record EstimateOptions
{
    /// <summary>Confidence level of intervals, in (0, 1).</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Interval of a proportion.</summary>
    public IntervalMethod Proportion { get; init; } = IntervalMethod.Logit;

    /// <summary>Degrees of freedom to use instead of the design's (R's <c>confint</c> takes infinity).</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>Whether the design effect's reference is sampling with replacement (R: <c>deff = "replace"</c>).</summary>
    public bool DesignEffectWithReplacement { get; init; }

    internal static readonly EstimateOptions Default = new();
}
