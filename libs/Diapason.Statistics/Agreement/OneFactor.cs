namespace Diapason.Statistics;

/// <summary>Maximum-likelihood loadings of one factor by the EM algorithm (Rubin &amp; Thayer 1982).</summary>
internal static class OneFactor
{
    /// <summary>Smallest unique variance allowed, as in R's <c>factanal</c>.</summary>
    private const double Floor = 0.005;

    public static double[] Loadings(double[,] correlation)
    {
        var k = correlation.GetLength(0);
        var loadings = Start(correlation);
        var unique = loadings.Select(l => Math.Max(Floor, 1 - (l * l))).ToArray();
        for (var iteration = 0; iteration < 500_000; iteration++)
        {
            var precision = 1 / (1 + Enumerable.Range(0, k).Sum(i => loadings[i] * loadings[i] / unique[i]));
            var scores = loadings.Select((l, i) => precision * l / unique[i]).ToArray();
            var cross = DenseMatrix.Multiply(correlation, scores);
            var square = precision + Enumerable.Range(0, k).Sum(i => scores[i] * cross[i]);
            double change = 0;
            for (var i = 0; i < k; i++)
            {
                var next = cross[i] / square;
                change = Math.Max(change, Math.Abs(next - loadings[i]));
                loadings[i] = next;
                unique[i] = Math.Max(Floor, correlation[i, i] - (next * cross[i]));
            }
            if (change < 1e-14)
                return loadings;
        }
        throw new SurveyException(SurveyError.NotConverged, "The one-factor model did not converge.");
    }

    private static double[] Start(double[,] correlation)
    {
        var k = correlation.GetLength(0);
        var sums = Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => correlation[i, j])).ToArray();
        var scale = Math.Sqrt(Math.Abs(sums.Sum()));
        return sums.Select(s => Math.Clamp(s / Math.Max(scale, 1e-6), -0.9, 0.9)).ToArray();
    }
}
