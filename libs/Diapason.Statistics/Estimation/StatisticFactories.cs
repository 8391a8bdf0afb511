namespace Diapason.Statistics;

/// <content>The statistics the library knows.</content>
public abstract partial class Statistic
{
    /// <summary>Total of a variable, Σ w y.</summary>
    public static Statistic Total(NumericColumn column, Domain? domain = null) => new TotalStatistic(column, domain);

    /// <summary>Number of people in a category, Σ w [y = category].</summary>
    public static Statistic Count(CategoricalColumn column, string category, Domain? domain = null) =>
        new TotalStatistic(NumericColumn.Indicator(column, category), domain);

    /// <summary>Mean of a variable, Σ w y / Σ w.</summary>
    public static Statistic Mean(NumericColumn column, Domain? domain = null) => new MeanStatistic(column, domain, false);

    /// <summary>Share of a category among rows with a value.</summary>
    public static Statistic Share(CategoricalColumn column, string category, Domain? domain = null) =>
        new MeanStatistic(NumericColumn.Indicator(column, category), domain, true);

    /// <summary>Shares of every category, in order.</summary>
    public static IReadOnlyList<Statistic> Shares(CategoricalColumn column, Domain? domain = null) =>
        column.Categories.Select(c => Share(column, c, domain)).ToList();

    /// <summary>Shares of respondents who chose each option; their base is those who answered the set.</summary>
    public static IReadOnlyList<Statistic> Shares(MultipleResponseSet set, Domain? domain = null) =>
        set.Indicators().Select(i => Share(i, "1", domain)).ToList();

    /// <summary>Ratio of two totals, Σ w y / Σ w x, over rows with both.</summary>
    public static Statistic Ratio(NumericColumn numerator, NumericColumn denominator, Domain? domain = null) =>
        new RatioStatistic(numerator, denominator, domain);

    /// <summary>Variance of a variable, Σ w (y − ȳ)² / Σ w × n/(n−1) (R: <c>svyvar</c>).</summary>
    public static Statistic Variance(NumericColumn column, Domain? domain = null) => new VarianceStatistic(column, domain);

    /// <summary>A smooth function of other statistics, by the delta method.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="parts">p statistics.</param>
    /// <param name="function">Function of their p values.</param>
    /// <param name="gradient">Its gradient at those values: p numbers.</param>
    public static Statistic Function(string name, IReadOnlyList<Statistic> parts, Func<double[], double> function, Func<double[], double[]> gradient) =>
        new FunctionStatistic(name, parts, function, gradient);

    /// <summary>A linear combination of statistics; its variance counts the covariances between them, domains included.</summary>
    public static Statistic Contrast(string name, IReadOnlyList<Statistic> parts, params double[] coefficients)
    {
        if (parts.Count != coefficients.Length)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{name}' has {parts.Count} statistics and {coefficients.Length} coefficients.", name);
        return new FunctionStatistic(name, parts, v => v.Zip(coefficients, (a, b) => a * b).Sum(), _ => coefficients);
    }

    /// <summary>A difference of two statistics, their covariance counted.</summary>
    public static Statistic Difference(Statistic first, Statistic second) => Contrast($"{first.Name} − {second.Name}", [first, second], 1, -1);
}
