namespace Diapason.Statistics.Publication;

/// <summary>All that the door needs of the weights in one row's base.</summary>
public sealed record WeightSummary
{
    private const double LargestUnits = 2.5;

    /// <summary>A summary already computed.</summary>
    /// <param name="n">People with a value and a weight over 0, ≥ 1.</param>
    /// <param name="sum">Sum of their weights, &gt; 0.</param>
    /// <param name="sumOfSquares">Sum of the squares.</param>
    /// <param name="largest">Largest weight.</param>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidWeight"/> for what no weights have.</exception>
    public WeightSummary(int n, double sum, double sumOfSquares, double largest)
    {
        if (n < 1 || !(sum > 0) || !double.IsFinite(sumOfSquares) || n * sumOfSquares < sum * sum * (1 - 1e-9) || largest < sum / n * (1 - 1e-9))
            throw new SurveyException(SurveyError.InvalidWeight, "No weights have this count, this sum, these squares and this largest one.");
        (N, Sum, SumOfSquares, Largest) = (n, sum, sumOfSquares, largest);
    }

    /// <summary>People in the base.</summary>
    public int N { get; }

    /// <summary>Sum of their weights.</summary>
    public double Sum { get; }

    /// <summary>Sum of their squared weights.</summary>
    public double SumOfSquares { get; }

    /// <summary>Largest weight.</summary>
    public double Largest { get; }

    /// <summary>Kish's design effect n·Σw²/(Σw)², ≥ 1.</summary>
    public double Kish => Math.Max(1, N * SumOfSquares / (Sum * Sum));

    /// <summary>How much one person of noise weighs, in mean weights: √Kish, and nobody in the row is worth more than 2.5 of it.</summary>
    public double Unit => Math.Max(Math.Sqrt(Kish), Largest * N / Sum / LargestUnits);

    /// <summary>Summary of weights; those of 0 are not in the base.</summary>
    /// <param name="weights">Weights ≥ 0, trimmed.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.EmptyDomain"/> without a weight over 0, <see cref="SurveyError.InvalidWeight"/> for a negative one.</exception>
    public static WeightSummary Of(ReadOnlySpan<double> weights)
    {
        var (n, sum, squares, largest) = (0, 0.0, 0.0, 0.0);
        foreach (var w in weights)
        {
            if (!(w >= 0) || double.IsInfinity(w))
                throw new SurveyException(SurveyError.InvalidWeight, "A weight is a number of 0 or more.");
            (n, sum, squares, largest) = (n + (w > 0 ? 1 : 0), sum + w, squares + (w * w), Math.Max(largest, w));
        }
        return n == 0 ? throw new SurveyException(SurveyError.EmptyDomain, "No weight over 0.") : new WeightSummary(n, sum, squares, largest);
    }

    /// <summary>Unweighted people: each weighs 1.</summary>
    /// <param name="n">People, ≥ 1.</param>
    /// <returns>The summary.</returns>
    public static WeightSummary Unweighted(int n) => new(n, n, n, 1);

    /// <summary>Public weights: everyone's, cut at three times their mean, before any row is looked at.</summary>
    /// <param name="weights">Weights of everyone, ≥ 0.</param>
    /// <returns>As many weights; what is cut off is not handed to others.</returns>
    public static double[] Trimmed(ReadOnlySpan<double> weights)
    {
        var cap = 3 * Of(weights).Sum / Of(weights).N;
        var trimmed = weights.ToArray();
        for (var i = 0; i < trimmed.Length; i++)
            trimmed[i] = Math.Min(trimmed[i], cap);
        return trimmed;
    }

    /// <summary>
    /// The one design effect that is published for a whole table (a question in all rows of a breakdown): the largest of its rows', rounded up to 0.1, and so
    /// that √max(it, 1.44) is nowhere under the row's unit of noise. An error computed from it is never too small.
    /// </summary>
    /// <param name="rows">Weights of each row's base, at least one.</param>
    /// <returns>≥ 1, a multiple of 0.1.</returns>
    public static double PublishedDesignEffect(IEnumerable<WeightSummary> rows) =>
        Math.Ceiling(Math.Round(rows.Max(r => r.Unit > PublishedShare.LeastUnit ? Math.Max(r.Kish, r.Unit * r.Unit) : r.Kish) * 10, 9)) / 10;
}
