namespace Diapason.Statistics;

/// <summary>What kind of input or computation was refused. One code per kind, stable across versions.</summary>
public enum SurveyError
{
    /// <summary>Two columns, or a column and the design, do not have the same number of rows.</summary>
    LengthMismatch,
    /// <summary>A category code is neither a category of the column nor a missing kind.</summary>
    UnknownCategory,
    /// <summary>A variable name is not in the data.</summary>
    UnknownVariable,
    /// <summary>Two columns or two categories carry the same name.</summary>
    Duplicate,
    /// <summary>A weight is negative or missing, weights are too large to be added up, or a weighting left them so.</summary>
    InvalidWeight,
    /// <summary>A number is infinite or outside the domain of the function.</summary>
    InvalidValue,
    /// <summary>A design variable (stratum, cluster, population size, margin) is missing for a row.</summary>
    MissingDesignValue,
    /// <summary>A cluster belongs to two strata and the design was not declared nested.</summary>
    ClusterNotNested,
    /// <summary>The finite population correction is inconsistent: mixed sizes and fractions, or a population smaller than its sample.</summary>
    InvalidPopulationSize,
    /// <summary>A stratum holds a single sampled unit and the policy is to fail.</summary>
    LonelyPsu,
    /// <summary>A category has a positive target and no respondent.</summary>
    EmptyMarginCategory,
    /// <summary>A category has respondents and no target, or a target of zero.</summary>
    MissingMarginTarget,
    /// <summary>Margins do not add up to the same total.</summary>
    MarginsDisagree,
    /// <summary>An iteration did not reach its tolerance; whether a solution exists is not known.</summary>
    NotConverged,
    /// <summary>It is proved that bounds or caps cannot be met.</summary>
    Infeasible,
    /// <summary>No row with a value and a weight other than zero, in the sample or in a replicate: there is nothing to estimate.</summary>
    EmptyDomain,
    /// <summary>A ratio's denominator, or a total of weights, is zero.</summary>
    ZeroDenominator,
    /// <summary>A matrix is singular: variables are redundant or a design has too few degrees of freedom.</summary>
    Singular,
    /// <summary>Too few observations, categories or degrees of freedom for the function.</summary>
    TooFew,
    /// <summary>What is published lets a protected cell be derived too closely.</summary>
    Disclosure,
}

/// <summary>A refusal of the library: a stable code, the variable and the category it is about, and a sentence in English.</summary>
public sealed class SurveyException : Exception
{
    /// <summary>Builds a refusal.</summary>
    /// <param name="error">Stable code.</param>
    /// <param name="message">Sentence for a developer.</param>
    /// <param name="variable">Variable concerned, when there is one.</param>
    /// <param name="category">Category, stratum or unit concerned, when there is one.</param>
    public SurveyException(SurveyError error, string message, string? variable = null, string? category = null)
        : base(message)
    {
        Error = error;
        Variable = variable;
        Category = category;
    }

    /// <summary>Stable code of the refusal.</summary>
    public SurveyError Error { get; }

    /// <summary>Name of the variable concerned, or null.</summary>
    public string? Variable { get; }

    /// <summary>Name of the category, stratum or unit concerned, or null.</summary>
    public string? Category { get; }
}
