namespace Diapason.Statistics;

/// <summary>Something to estimate: its value under any weights, and the influence of each row on it.</summary>
/// <remarks>
/// Built by the factories here; derive from it for another. A row outside the domain or missing has no influence, and keeps its place in the design.
/// Source of the influence functions: Deville (1999), Survey Methodology 25, 193–203.
/// </remarks>
public abstract partial class Statistic
{
    /// <summary>A statistic over a base of rows.</summary>
    /// <param name="name">What it is, for labels and refusals.</param>
    /// <param name="domain">Subpopulation, or null for the whole.</param>
    /// <param name="included">Rows in the domain with every value it needs.</param>
    protected Statistic(string name, Domain? domain, bool[] included) => (Name, Domain, Included) = (name, domain, included);

    /// <summary>What is estimated.</summary>
    public string Name { get; }

    /// <summary>Subpopulation, or null.</summary>
    public Domain? Domain { get; }

    /// <summary>Whether it is a proportion, whose interval stays within 0…1.</summary>
    public virtual bool IsProportion => false;

    /// <summary>Rows in the base.</summary>
    protected internal bool[] Included { get; }

    /// <summary>Value under weights.</summary>
    /// <exception cref="SurveyException">The base is empty or a denominator is zero.</exception>
    public abstract double Evaluate(ReadOnlySpan<double> weights);

    /// <summary>Derivative of the value with respect to each row's weight.</summary>
    /// <param name="weights">Weights.</param>
    /// <param name="value">Value under them.</param>
    /// <param name="influence">Filled: one number a row, 0 outside the base.</param>
    public abstract void Influence(ReadOnlySpan<double> weights, double value, Span<double> influence);

    /// <summary>The design's degrees of freedom over the rows it rests on: the default of every estimate and test.</summary>
    internal double DegreesOfFreedom(IDesign design) => design.DegreesOfFreedom(Domain.Where(Domain?.Name ?? Name, Included));

    /// <summary>Value under the weights of a replicate, where what counts respondents counts those of the whole sample.</summary>
    internal virtual double EvaluateReplicate(ReadOnlySpan<double> replicate, ReadOnlySpan<double> full) => Evaluate(replicate);

    /// <summary>Variance under simple random sampling of the same number of respondents; null when not defined.</summary>
    internal virtual double? SimpleVariance(ReadOnlySpan<double> weights, double value, bool withReplacement) => null;

    /// <summary>Rows with a value and in the domain.</summary>
    private protected static bool[] Rows(int count, Domain? domain, Func<int, bool> present, string name)
    {
        if (domain is not null && domain.Count != count)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{name}' has {count} rows, domain '{domain.Name}' {domain.Count}.", name);
        var included = new bool[count];
        for (var row = 0; row < count; row++)
            included[row] = (domain is null || domain.Mask[row]) && present(row);
        return included;
    }

    private protected static int SameRows(NumericColumn first, NumericColumn second) => second.Count == first.Count ? first.Count
        : throw new SurveyException(SurveyError.LengthMismatch, $"'{second.Name}' has {second.Count} rows, '{first.Name}' {first.Count}.", second.Name);

    private protected (int N, double Sum) Base(ReadOnlySpan<double> weights)
    {
        if (weights.Length != Included.Length)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{Name}' has {Included.Length} rows, the design {weights.Length}.", Name);
        var n = 0;
        double sum = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (!Included[row] || weights[row] == 0)
                continue;
            n++;
            sum += weights[row];
        }
        return n > 0 ? (n, sum) : throw Empty();
    }

    /// <summary>Σ w y / Σ w over the base, in two passes: what rounding left of the deviations goes into the mean.</summary>
    /// <exception cref="SurveyException">The base is empty, or its weights add up to zero.</exception>
    private protected (double Sum, double Mean) MeanOf(NumericColumn column, ReadOnlySpan<double> weights)
    {
        var (_, sum) = Base(weights);
        if (sum == 0)
            throw new SurveyException(SurveyError.ZeroDenominator, $"The weights of '{Name}' add up to zero.", Name, Domain?.Name);
        double mean = 0;
        for (var pass = 0; pass < 2; pass++)
        {
            double total = 0;
            for (var row = 0; row < weights.Length; row++)
            {
                if (Included[row])
                    total += weights[row] * (column.Values[row] - mean);
            }
            mean += total / sum;
        }
        return (sum, mean);
    }

    private protected SurveyException Empty() =>
        new(SurveyError.EmptyDomain, $"'{Name}' has no respondent{(Domain is null ? "" : $" in {Domain.Name}")}: every value is missing or outside.", Name, Domain?.Name);

    /// <summary>Variance of the mean or total of a variable under simple random sampling (R: svyvar over n, with its correction).</summary>
    private protected static double? SimpleVarianceOf(double squares, int n, double sum, bool withReplacement)
    {
        if (n < 2)
            return null;
        var variance = squares / sum * n / (n - 1);
        if (withReplacement)
            return variance / n;
        return sum > n ? variance * (sum - n) / (sum * n) : null;
    }
}
