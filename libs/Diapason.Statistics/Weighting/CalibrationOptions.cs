namespace Diapason.Statistics;

/// <summary>Distance that calibration minimises between the weights before and after (Deville &amp; Särndal 1992).</summary>
public enum CalibrationDistance
{
    /// <summary>Quadratic: the generalised regression estimator. Weights may turn negative without bounds.</summary>
    Linear,
    /// <summary>Exponential: positive weights, the same as raking when every auxiliary is a category.</summary>
    Raking,
    /// <summary>Logistic: ratios strictly within the bounds, which are required.</summary>
    Logit,
}

/// <summary>Choices of calibration.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Distance.</summary>
    public CalibrationDistance Distance { get; init; } = CalibrationDistance.Linear;

    /// <summary>Lowest ratio of a weight to what it was; −∞ for none.</summary>
    public double LowerRatio { get; init; } = double.NegativeInfinity;

    /// <summary>Highest ratio of a weight to what it was; +∞ for none.</summary>
    public double UpperRatio { get; init; } = double.PositiveInfinity;

    /// <summary>Largest |gap| / (1 + |total|) allowed on any auxiliary, > 0.</summary>
    /// <exception cref="SurveyException">It is not above 0.</exception>
    public double Tolerance { get; init => field = RakingOptions.Checked(value); } = 1e-10;

    /// <summary>Most Newton steps.</summary>
    public int MaxIterations { get; init; } = 200;

    /// <summary>Variance of the working model, one positive number a row; null for constant.</summary>
    public NumericColumn? WorkingVariance { get; init; }

}

/// <summary>An auxiliary variable and its known population total.</summary>
public abstract record Auxiliary
{
    /// <summary>The population size, > 0: the auxiliary that is 1 for everyone. Implied by a margin.</summary>
    /// <exception cref="SurveyException">It is not a number above 0.</exception>
    public static Auxiliary Size(double total) => total > 0 && double.IsFinite(total) ? new SizeAuxiliary(total)
        : throw new SurveyException(SurveyError.InvalidValue, $"The population size is {total}: it must be above 0.", "population size");

    /// <summary>The categories of a margin, simple or crossed.</summary>
    public static Auxiliary Categories(Margin margin) => new MarginAuxiliary(margin);

    /// <summary>A numeric variable and its total over the population, in the unit of the variable.</summary>
    /// <exception cref="SurveyException">The total is not a number.</exception>
    public static Auxiliary Amount(NumericColumn column, double total) => double.IsFinite(total) ? new AmountAuxiliary(column, total)
        : throw new SurveyException(SurveyError.InvalidValue, $"The total of '{column.Name}' is {total}.", column.Name);

    internal sealed record SizeAuxiliary(double Total) : Auxiliary;

    internal sealed record MarginAuxiliary(Margin Margin) : Auxiliary;

    internal sealed record AmountAuxiliary(NumericColumn Column, double Total) : Auxiliary;
}
