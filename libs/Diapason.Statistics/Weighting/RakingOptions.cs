namespace Diapason.Statistics;

/// <summary>What to do with a category that the population has and the sample has not.</summary>
public enum EmptyCategory
{
    /// <summary>Refuse, naming the variable and the category.</summary>
    Fail,
    /// <summary>Add its total to that of the smallest category of the variable that has respondents; the report says so.</summary>
    Collapse,
    /// <summary>Drop its total: the sample is weighted to the rest of the population (R: <c>partial = TRUE</c>).</summary>
    Ignore,
}

/// <summary>What to do with a row missing on a margin's variable.</summary>
public enum MissingMargin
{
    /// <summary>Refuse, naming the variable.</summary>
    Fail,
    /// <summary>Missing rows form a category that keeps its weighted share; the known totals share out the rest in their proportions.</summary>
    KeepShare,
}

/// <summary>Choices of raking.</summary>
public sealed record RakingOptions
{
    /// <summary>Most passes over all margins.</summary>
    public int MaxIterations { get; init; } = 500;

    /// <summary>Largest relative gap allowed between a weighted cell and its total, > 0.</summary>
    /// <exception cref="SurveyException">It is not above 0.</exception>
    public double Tolerance { get; init => field = Checked(value); } = 1e-10;

    /// <summary>Categories without a respondent.</summary>
    public EmptyCategory EmptyCategory { get; init; } = EmptyCategory.Fail;

    /// <summary>Rows missing on a margin.</summary>
    public MissingMargin MissingMargin { get; init; } = MissingMargin.Fail;

    /// <summary>Whether margins of different totals are rescaled to the first rather than refused.</summary>
    public bool RescaleMargins { get; init; }

    internal static double Checked(double tolerance) => tolerance > 0 ? tolerance
        : throw new SurveyException(SurveyError.InvalidValue, $"{tolerance} is not a tolerance: it must be above 0.");
}
