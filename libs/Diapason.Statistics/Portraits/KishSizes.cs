namespace Diapason.Statistics;

/// <summary>Kish's effective size of each segment's base, read only where a share is 0 or 1 and its interval needs it.</summary>
internal static class KishSizes
{
    public static double[] Of(SegmentPlan keys, CategoricalColumn question, double[] shares)
    {
        var sizes = new double[keys.Segments];
        var needed = false;
        for (var c = 0; c < shares.Length && !needed; c++)
            needed = shares[c] is <= 0 or >= 1;
        if (!needed)
            return sizes;
        var (sum, squares) = (new double[keys.Segments], new double[keys.Segments]);
        var weights = keys.Plan.Design.Weights;
        for (var row = 0; row < weights.Length; row++)
        {
            var s = keys.SegmentKey[row];
            if (s == keys.Segments || question[row] < 0)
                continue;
            sum[s] += weights[row];
            squares[s] += weights[row] * weights[row];
        }
        for (var s = 0; s < sizes.Length; s++)
            sizes[s] = squares[s] > 0 ? sum[s] * sum[s] / squares[s] : 0;
        return sizes;
    }
}
