namespace Diapason.Statistics;

/// <summary>Weighted shares of a question's categories in each category of a segment, with their errors.</summary>
/// <remarks>Arrays are indexed segment × categories + category. A segment without a respondent has n = 0 and no estimate.</remarks>
public sealed class ShareTable
{
    private readonly EstimateOptions options;
    private readonly double[] kishN;
    private readonly IReadOnlyList<SurveyException?>? refusals;

    internal ShareTable(CategoricalColumn question, CategoricalColumn? segment, ShareArrays arrays, EstimateOptions options)
    {
        Question = question;
        Segment = segment;
        this.options = options;
        Outside = arrays.Outside;
        refusals = arrays.Refusals;
        (Counts, Shares, Variances, WeightedBases, DegreesOfFreedom, kishN) =
            (arrays.Counts, arrays.Shares, arrays.Variances, arrays.WeightedBases, arrays.DegreesOfFreedom, arrays.KishN);
    }

    /// <summary>The question.</summary>
    public CategoricalColumn Question { get; }

    /// <summary>The segment variable; null for the whole.</summary>
    public CategoricalColumn? Segment { get; }

    /// <summary>Number of segments (1 for the whole).</summary>
    public int Segments => WeightedBases.Length;

    /// <summary>Number of categories of the question.</summary>
    public int Categories => Question.Categories.Count;

    internal int[] Counts { get; }

    /// <summary>Respondents outside every segment, by category: they tie the tables of a question together.</summary>
    internal int[] Outside { get; }

    internal double[] Shares { get; }

    internal double[] Variances { get; }

    internal double[] WeightedBases { get; }

    internal double[] DegreesOfFreedom { get; }

    /// <summary>Respondents of a segment with an answer.</summary>
    public int N(int segment)
    {
        var n = 0;
        for (var k = 0; k < Categories; k++)
            n += Counts[(segment * Categories) + k];
        return n;
    }

    /// <summary>Respondents in a cell, unweighted: what disclosure control counts.</summary>
    public int Count(int segment, int category) => Counts[Cell(segment, category)];

    /// <summary>Sum of weights of the respondents of a segment with an answer.</summary>
    public double WeightedN(int segment) => WeightedBases[segment];

    /// <summary>Why a segment with respondents has no estimate, e.g. nobody of it is left in a replicate; null when it has one.</summary>
    public SurveyException? Refusal(int segment) => refusals?[segment];

    /// <summary>
    /// The share with all that must travel with it; null when nobody in the segment answered, when their weights add up to zero, and when the segment is
    /// refused (<see cref="Refusal"/>).
    /// </summary>
    /// <exception cref="SurveyException">Its error is not a finite number.</exception>
    public Estimate? this[int segment, int category]
    {
        get
        {
            var cell = Cell(segment, category);
            var n = N(segment);
            if (n == 0 || WeightedBases[segment] == 0 || Refusal(segment) is not null)
                return null;
            var (share, variance, sum) = (Shares[cell], Variances[cell], WeightedBases[segment]);
            var basis = new IntervalBasis(options.DegreesOfFreedom ?? DegreesOfFreedom[segment], n, kishN[segment]);
            var error = Math.Sqrt(variance);
            if (!double.IsFinite(share) || !double.IsFinite(error))
                throw new SurveyException(SurveyError.InvalidValue, $"The share of '{Question.Categories[category]}' or its error is not a finite number.", Question.Name, Question.Categories[category]);
            var simple = SimpleVariance(share, n, sum);
            return new Estimate
            {
                Name = Segment is null ? $"{Question.Name}={Question.Categories[category]}" : $"{Question.Name}={Question.Categories[category]} | {Segment.Name}={Segment.Categories[segment]}",
                Value = share,
                StandardError = error,
                Interval = ProportionInterval.Of(share, error, basis, options.Proportion, options.Level),
                DegreesOfFreedom = basis.DegreesOfFreedom,
                HasOwnDegree = DegreesOfFreedom[segment] > 0,
                N = n,
                WeightedN = sum,
                DesignEffect = simple is > 0 ? variance / simple : null,
            };
        }
    }

    private int Cell(int segment, int category)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)segment, (uint)Segments, nameof(segment));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)category, (uint)Categories, nameof(category));
        return (segment * Categories) + category;
    }

    private double? SimpleVariance(double share, int n, double sum)
    {
        if (n < 2)
            return null;
        var variance = share * (1 - share) / (n - 1);
        return options.DesignEffectWithReplacement ? variance : (sum > n ? variance * (sum - n) / sum : null);
    }
}

/// <summary>The numbers of a <see cref="ShareTable"/>.</summary>
internal sealed record ShareArrays(int[] Counts, int[] Outside, double[] Shares, double[] Variances, double[] WeightedBases, double[] DegreesOfFreedom, double[] KishN, IReadOnlyList<SurveyException?>? Refusals = null);
