namespace Diapason.Statistics;

/// <summary>A figure that never travels alone. Undefined companions are null, never NaN.</summary>
public sealed record Estimate
{
    /// <summary>What is estimated.</summary>
    public required string Name { get; init; }

    /// <summary>The estimate, in the unit of the variable (a share is 0…1).</summary>
    public required double Value { get; init; }

    /// <summary>Its standard error, same unit.</summary>
    public required double StandardError { get; init; }

    /// <summary>Its interval; null when there is no degree of freedom.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>Degrees of freedom of the standard error.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Respondents in the base (with a value and a positive weight).</summary>
    public required int N { get; init; }

    /// <summary>Sum of their weights.</summary>
    public required double WeightedN { get; init; }

    /// <summary>Variance over that of a simple random sample without replacement of the same size (R: <c>deff = TRUE</c>); null when that is zero.</summary>
    public required double? DesignEffect { get; init; }

    /// <summary>N / design effect; null when the design effect is null or zero.</summary>
    public double? EffectiveN => DesignEffect is > 0 ? N / DesignEffect.Value : null;

    /// <summary>Variance.</summary>
    public double Variance => StandardError * StandardError;

    /// <summary>Coefficient of variation, a fraction; null when the estimate is zero.</summary>
    public double? Cv => Value == 0 ? null : Math.Abs(StandardError / Value);

    /// <summary>Reliability by the coefficient of variation; an estimate of zero is unreliable.</summary>
    public Reliability Reliability => Cv switch
    {
        null or > 0.25 => Reliability.Unreliable,
        > 0.15 => Reliability.Caution,
        _ => Reliability.Good,
    };

    /// <summary>The mark printed beside the figure: empty, <c>*</c> or <c>**</c>.</summary>
    public string Mark => Reliability switch { Reliability.Caution => "*", Reliability.Unreliable => "**", _ => "" };
}
