namespace Diapason.Statistics;

/// <summary>How the sample was drawn.</summary>
public sealed record DesignDescription
{
    /// <summary>Sampling weights, one a row, ≥ 0, not all 0. A row of weight 0 keeps its place among the units and strata but is in no base and counts in no n nor degree of freedom. When null they are the product over stages of population over sample sizes, or 1.</summary>
    public NumericColumn? Weights { get; init; }

    /// <summary>Strata, one column a stage (fewer than stages: the last is used below).</summary>
    public IReadOnlyList<UnitColumn> Strata { get; init; } = [];

    /// <summary>Sampling units, one column a stage; empty when each row is its own unit. A unit's identifier is read within those of the stages above.</summary>
    public IReadOnlyList<UnitColumn> Clusters { get; init; } = [];

    /// <summary>Population sizes (≥ 1) or sampling fractions (≤ 1) of the stratum, one column a stage. Empty: with replacement at the first stage.</summary>
    public IReadOnlyList<NumericColumn> Populations { get; init; } = [];

    /// <summary>Whether cluster identifiers start again in each stratum.</summary>
    public bool Nested { get; init; }

    /// <summary>What a stratum with one unit contributes.</summary>
    public LonelyPsu LonelyPsu { get; init; } = LonelyPsu.Fail;

    /// <summary>Ignore the stages below the first even when population sizes are known.</summary>
    public bool UltimateCluster { get; init; }

    /// <summary>Fractions are inclusion probabilities that vary between units of a stratum (Brewer's approximation).</summary>
    public bool UnequalProbabilities { get; init; }
}
