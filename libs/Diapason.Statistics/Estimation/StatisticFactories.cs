namespace Diapason.Statistics;

/// <content>The statistics the library knows. Each rests on the rows of the domain that have every value it needs and a weight other than zero.</content>
public abstract partial class Statistic
{
    /// <summary>Total of a variable, Σ w y (Horvitz &amp; Thompson 1952).</summary>
    /// <param name="column">The variable, one number a row.</param>
    /// <param name="domain">Subpopulation, or null for the whole.</param>
    /// <returns>A statistic in the unit of the variable; refused, <see cref="SurveyError.EmptyDomain"/>, where nobody has a value.</returns>
    /// <exception cref="SurveyException">The column and the domain do not have the same rows.</exception>
    public static Statistic Total(NumericColumn column, Domain? domain = null) => new TotalStatistic(column, domain);

    /// <summary>Number of people in a category, Σ w [y = category].</summary>
    /// <param name="column">The variable, one code a row.</param>
    /// <param name="category">Name of the category.</param>
    /// <param name="domain">Subpopulation, or null for the whole.</param>
    /// <returns>A statistic in people.</returns>
    /// <exception cref="SurveyException">No category has that name; the column and the domain do not have the same rows.</exception>
    public static Statistic Count(CategoricalColumn column, string category, Domain? domain = null) =>
        new TotalStatistic(NumericColumn.Indicator(column, category), domain);

    /// <summary>Mean of a variable, Σ w y / Σ w (Hájek 1971).</summary>
    /// <returns>A statistic in the unit of the variable; refused where nobody has a value, or where the weights of those who do add up to zero.</returns>
    /// <inheritdoc cref="Total"/>
    public static Statistic Mean(NumericColumn column, Domain? domain = null) => new MeanStatistic(column, domain, false);

    /// <summary>Share of a category among rows with a value, Σ w [y = category] / Σ w.</summary>
    /// <returns>A statistic between 0 and 1, with the intervals of a proportion.</returns>
    /// <inheritdoc cref="Count"/>
    public static Statistic Share(CategoricalColumn column, string category, Domain? domain = null) =>
        new MeanStatistic(NumericColumn.Indicator(column, category), domain, true);

    /// <summary>Shares of every category.</summary>
    /// <param name="column">The variable, k categories.</param>
    /// <param name="domain">Subpopulation, or null for the whole.</param>
    /// <returns>k statistics between 0 and 1, in the order of the categories; they add up to 1.</returns>
    /// <exception cref="SurveyException">The column and the domain do not have the same rows.</exception>
    public static IReadOnlyList<Statistic> Shares(CategoricalColumn column, Domain? domain = null) =>
        column.Categories.Select(c => Share(column, c, domain)).ToList();

    /// <summary>Shares of respondents who chose each option; their base is those who answered the set.</summary>
    /// <param name="set">The question, one column an option.</param>
    /// <param name="domain">Subpopulation, or null for the whole.</param>
    /// <returns>One statistic an option, between 0 and 1; they need not add up to 1.</returns>
    /// <exception cref="SurveyException">The set is empty; options, or the domain, do not have the same rows.</exception>
    public static IReadOnlyList<Statistic> Shares(MultipleResponseSet set, Domain? domain = null) =>
        set.Indicators().Select(i => Share(i, "1", domain)).ToList();

    /// <summary>Ratio of two totals, Σ w y / Σ w x, over rows with both (Särndal et al. 1992, section 5.6).</summary>
    /// <param name="numerator">y, one number a row.</param>
    /// <param name="denominator">x, one number a row.</param>
    /// <param name="domain">Subpopulation, or null for the whole.</param>
    /// <returns>A statistic in units of y per unit of x; refused, <see cref="SurveyError.ZeroDenominator"/>, where the total of x is zero.</returns>
    /// <exception cref="SurveyException">The columns and the domain do not have the same rows.</exception>
    public static Statistic Ratio(NumericColumn numerator, NumericColumn denominator, Domain? domain = null) =>
        new RatioStatistic(numerator, denominator, domain);

    /// <summary>Variance of a variable, Σ w (y − ȳ)² / Σ w × n/(n−1) (R: <c>svyvar</c>).</summary>
    /// <returns>A statistic in the square of the unit; refused, <see cref="SurveyError.TooFew"/>, with a single respondent.</returns>
    /// <inheritdoc cref="Total"/>
    public static Statistic Variance(NumericColumn column, Domain? domain = null) => new VarianceStatistic(column, domain);

    /// <summary>A smooth function of other statistics, by the delta method.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="parts">p statistics.</param>
    /// <param name="function">Function of their p values.</param>
    /// <param name="gradient">Its gradient at those values: p numbers.</param>
    /// <returns>A statistic, refused where the function or its gradient is not a finite number.</returns>
    /// <exception cref="SurveyException">There is no part, or parts do not have the same rows.</exception>
    public static Statistic Function(string name, IReadOnlyList<Statistic> parts, Func<double[], double> function, Func<double[], double[]> gradient) =>
        new FunctionStatistic(name, parts, function, gradient);

    /// <summary>A linear combination of statistics; its variance counts the covariances between them, domains included.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="parts">p statistics.</param>
    /// <param name="coefficients">p numbers.</param>
    /// <exception cref="SurveyException">There is not one coefficient a statistic, or parts do not have the same rows.</exception>
    public static Statistic Contrast(string name, IReadOnlyList<Statistic> parts, params double[] coefficients)
    {
        if (parts.Count != coefficients.Length)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{name}' has {parts.Count} statistics and {coefficients.Length} coefficients.", name);
        return new FunctionStatistic(name, parts, v => v.Zip(coefficients, (a, b) => a * b).Sum(), _ => coefficients);
    }

    /// <summary>A difference of two statistics, their covariance counted.</summary>
    /// <param name="first">What is left.</param>
    /// <param name="second">What is taken away.</param>
    /// <returns>First less second, in their common unit.</returns>
    /// <exception cref="SurveyException">They do not have the same rows.</exception>
    public static Statistic Difference(Statistic first, Statistic second) => Contrast($"{first.Name} − {second.Name}", [first, second], 1, -1);
}
