namespace Diapason.Statistics;

/// <summary>A figure that never travels alone. Undefined companions are null, never NaN.</summary>
public sealed record Estimate
{
    // No sample gives a relative error so small: it is rounding.
    private const double LeastError = 1e-9;

    /// <summary>What is estimated.</summary>
    public required string Name { get; init; }

    /// <summary>The estimate, in the unit of the variable (a share is 0…1).</summary>
    public required double Value { get; init; }

    /// <summary>Its standard error, same unit; 0 where the sample shows no variation, which says nothing of how sure the figure is.</summary>
    public required double StandardError { get; init; }

    /// <summary>Its interval; null when there is no degree of freedom.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>Degrees of freedom of the standard error: those asked for, else the design's over the rows of the base.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Respondents in the base (with a value and a weight other than zero).</summary>
    public required int N { get; init; }

    /// <summary>Sum of their weights.</summary>
    public required double WeightedN { get; init; }

    /// <summary>Variance over that of a simple random sample without replacement of the same size (R: <c>deff = TRUE</c>); null when that is zero.</summary>
    public required double? DesignEffect { get; init; }

    /// <summary>N / design effect; null when the design effect is null or zero.</summary>
    public double? EffectiveN => DesignEffect is > 0 ? N / DesignEffect.Value : null;

    /// <summary>Whether the design has a degree of freedom over the base, whatever degrees were asked for.</summary>
    internal bool HasOwnDegree { get; init; } = true;

    /// <summary>Variance.</summary>
    public double Variance => StandardError * StandardError;

    /// <summary>
    /// Coefficient of variation, a fraction; null when the estimate is zero, when its error is (rounding apart), and when the base lies in a single sampling
    /// unit a stratum: no variation was then measured. A figure known without error, such as a margin that was raked, has none either.
    /// </summary>
    public double? Cv => Value == 0 || !HasOwnDegree || StandardError <= LeastError * Math.Abs(Value) ? null : Math.Abs(StandardError / Value);

    /// <summary>Reliability by the coefficient of variation; unreliable where there is none.</summary>
    public Reliability Reliability => Cv switch
    {
        null or > 0.25 => Reliability.Unreliable,
        > 0.15 => Reliability.Caution,
        _ => Reliability.Good,
    };

    /// <summary>The mark printed beside the figure: empty, <c>*</c> or <c>**</c>.</summary>
    public string Mark => Reliability switch { Reliability.Caution => "*", Reliability.Unreliable => "**", _ => "" };
}
