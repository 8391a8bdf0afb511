namespace Diapason.Statistics;

/// <summary>Maximum-likelihood solution of one factor: EM (Rubin &amp; Thayer 1982) from several starts, then Newton's method.</summary>
/// <remarks>The likelihood has several summits when an item is almost explained by the factor: each item is tried as that one.</remarks>
internal static class OneFactor
{
    /// <summary>Smallest unique variance allowed, as in R's <c>factanal</c>.</summary>
    public const double Floor = 0.005;

    private const int Warming = 200;

    /// <returns>The highest summit reached; null when none is.</returns>
    public static OneFactorPoint? Solve(double[,] correlation)
    {
        OneFactorPoint? best = null;
        foreach (var start in Starts(correlation))
        {
            var end = OneFactorNewton.Descend(correlation, Warm(correlation, start));
            if (end is not null && (best is null || end.Discrepancy < best.Discrepancy - 1e-10))
                best = end;
        }
        return best is null || best.Loadings.Sum() >= 0 ? best : best with { Loadings = best.Loadings.Select(l => -l).ToArray() };
    }

    private static IEnumerable<double[]> Starts(double[,] correlation)
    {
        var k = correlation.GetLength(0);
        yield return Enumerable.Range(0, k).Select(i => Average(correlation, i)).ToArray();
        for (var item = 0; item < k; item++)
        {
            var whole = item;
            yield return Enumerable.Range(0, k).Select(i => i == whole ? 0.99 : 0.99 * correlation[i, whole]).ToArray();
        }
    }

    /// <summary>Root mean square correlation of an item with the others, signed as with the first.</summary>
    private static double Average(double[,] correlation, int item)
    {
        double squares = 0;
        for (var j = 0; j < correlation.GetLength(0); j++)
            squares += j == item ? 0 : correlation[item, j] * correlation[item, j];
        return Math.Sqrt(squares / (correlation.GetLength(0) - 1)) * (correlation[item, 0] < 0 ? -1 : 1);
    }

    private static (double[] Loadings, double[] Unique) Warm(double[,] correlation, double[] start)
    {
        var (loadings, unique) = (start, start.Select(l => Math.Max(Floor, 1 - (l * l))).ToArray());
        for (var iteration = 0; iteration < Warming; iteration++)
        {
            var precision = 1 / (1 + loadings.Zip(unique, (l, u) => l * l / u).Sum());
            var scores = loadings.Zip(unique, (l, u) => precision * l / u).ToArray();
            var cross = DenseMatrix.Multiply(correlation, scores);
            var square = precision + scores.Zip(cross, (s, c) => s * c).Sum();
            loadings = cross.Select(c => c / square).ToArray();
            unique = loadings.Zip(cross, (l, c) => Math.Max(Floor, 1 - (l * c))).ToArray();
        }
        return (loadings, unique);
    }
}

/// <summary>Loadings and unique variances, and how far their model is from the correlations.</summary>
/// <param name="Loadings">One an item.</param>
/// <param name="Unique">One an item, at least the floor.</param>
/// <param name="Discrepancy">log |Σ| + tr S Σ⁻¹.</param>
internal sealed record OneFactorPoint(double[] Loadings, double[] Unique, double Discrepancy);
