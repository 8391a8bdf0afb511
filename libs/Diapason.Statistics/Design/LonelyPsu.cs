namespace Diapason.Statistics;

/// <summary>What a stratum with a single sampled unit contributes to a variance (R: <c>options(survey.lonely.psu)</c>).</summary>
/// <remarks>A stratum that the base of an estimate does not reach contributes nothing, unless weights were calibrated: residuals reach every row.</remarks>
public enum LonelyPsu
{
    /// <summary>Refuse, naming the stratum, where the base reaches it.</summary>
    Fail,
    /// <summary>Contributes nothing.</summary>
    Remove,
    /// <summary>The unit was taken with certainty: contributes nothing.</summary>
    Certainty,
    /// <summary>Deviations are taken from the population value rather than from the stratum's mean.</summary>
    Adjust,
    /// <summary>Contributes the average of the other strata that the base reaches.</summary>
    Average,
}
