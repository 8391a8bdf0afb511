namespace Diapason.Statistics;

/// <summary>Shares by influence values, row by row: for designs the cross-tabulations do not cover, and to check those they do.</summary>
internal static class SlowShares
{
    public static ShareArrays Solve(SegmentPlan keys, CategoricalColumn question)
    {
        var k = question.Categories.Count;
        var (counts, shares, variances, bases) = (new int[keys.Segments * k], new double[keys.Segments * k], new double[keys.Segments * k], new double[keys.Segments]);
        var outside = new int[k];
        var design = keys.Plan.Design;
        for (var row = 0; row < design.Rows; row++)
        {
            var (s, c) = (keys.SegmentKey[row], question[row]);
            if (c < 0)
                continue;
            if (s == keys.Segments)
            {
                outside[c]++;
                continue;
            }
            counts[(s * k) + c]++;
            shares[(s * k) + c] += design.Weights[row];
            bases[s] += design.Weights[row];
        }
        for (var cell = 0; cell < shares.Length; cell++)
        {
            var s = cell / k;
            if (bases[s] == 0)
                continue;
            shares[cell] /= bases[s];
            variances[cell] = Variance(keys, question, cell % k, s, shares[cell], bases[s]);
        }
        return new ShareArrays(counts, outside, shares, variances, bases, Degrees(keys, question), KishSizes.Of(keys, question, shares));
    }

    private static double[] Degrees(SegmentPlan keys, CategoricalColumn question)
    {
        var (degrees, reached) = (new double[keys.Segments], new bool[question.Count]);
        for (var s = 0; s < degrees.Length; s++)
        {
            for (var row = 0; row < reached.Length; row++)
                reached[row] = keys.SegmentKey[row] == s && question[row] >= 0;
            degrees[s] = DesignDegrees.Count(keys.Plan.Stages[0].Stage, keys.Plan.Design.Weights, reached);
        }
        return degrees;
    }

    private static double Variance(SegmentPlan keys, CategoricalColumn question, int category, int segment, double share, double sum)
    {
        var (influence, reached) = (new double[question.Count], new bool[question.Count]);
        for (var row = 0; row < influence.Length; row++)
        {
            var c = question[row];
            reached[row] = (keys.Segment is null || keys.Segment[row] == segment) && c >= 0;
            if (reached[row] && keys.SegmentKey[row] == segment)
                influence[row] = ((c == category ? 1 : 0) - share) / sum;
        }
        return Math.Max(0, keys.Plan.Design.CovarianceOfInfluence([influence], [reached])[0, 0]);
    }
}
