namespace Diapason.Statistics;

/// <summary>The loop of raking, over the distinct combinations of margin cells rather than over rows.</summary>
internal static class ProportionalFit
{
    public static (double[] Weights, int Iterations, IReadOnlyList<MarginConvergence> Convergence) Run(
        double[] weights, IReadOnlyList<PreparedMargin> margins, RakingOptions options)
    {
        var (pattern, patterns) = (margins[0].Cells, margins[0].Totals.Length);
        foreach (var margin in margins.Skip(1))
            (pattern, patterns) = StageBuilder.Number(weights.Length, margin.Cells, margin.Totals.Length, pattern, patterns);
        var sums = new double[patterns];
        var cells = margins.Select(_ => new int[patterns]).ToArray();
        for (var row = 0; row < weights.Length; row++)
        {
            sums[pattern[row]] += weights[row];
            for (var m = 0; m < cells.Length; m++)
                cells[m][pattern[row]] = margins[m].Cells[row];
        }
        var fitted = sums.AsSpan().ToArray();
        var iterations = Iterate(fitted, cells, margins, options, out var convergence);
        var factor = new double[patterns];
        for (var c = 0; c < patterns; c++)
            factor[c] = sums[c] > 0 ? fitted[c] / sums[c] : 1;
        var result = new double[weights.Length];
        for (var row = 0; row < result.Length; row++)
            result[row] = weights[row] * factor[pattern[row]];
        return (result, iterations, convergence);
    }

    private static int Iterate(double[] fitted, int[][] cells, IReadOnlyList<PreparedMargin> margins, RakingOptions options, out IReadOnlyList<MarginConvergence> convergence)
    {
        for (var iteration = 1; ; iteration++)
        {
            for (var m = 0; m < cells.Length; m++)
                Fit(fitted, cells[m], margins[m].Totals);
            convergence = cells.Select((c, m) => Gap(fitted, c, margins[m])).ToList();
            var worst = convergence.MaxBy(c => c.LargestGap)!;
            if (worst.LargestGap <= options.Tolerance)
                return iteration;
            if (iteration >= options.MaxIterations)
                throw new SurveyException(SurveyError.NotConverged, $"Raking is still off by {worst.LargestGap:g3} on '{worst.Margin}', '{worst.Category}' after {iteration} iterations.", worst.Margin, worst.Category);
        }
    }

    private static double[] Sum(double[] fitted, int[] cells, int count)
    {
        var sums = new double[count];
        for (var c = 0; c < fitted.Length; c++)
            sums[cells[c]] += fitted[c];
        return sums;
    }

    private static void Fit(double[] fitted, int[] cells, double[] totals)
    {
        var factors = Sum(fitted, cells, totals.Length);
        for (var k = 0; k < factors.Length; k++)
            factors[k] = factors[k] > 0 ? totals[k] / factors[k] : 1;
        for (var c = 0; c < fitted.Length; c++)
            fitted[c] *= factors[cells[c]];
    }

    private static MarginConvergence Gap(double[] fitted, int[] cells, PreparedMargin margin)
    {
        var sums = Sum(fitted, cells, margin.Totals.Length);
        var worst = 0;
        double gap = -1;
        for (var k = 0; k < sums.Length; k++)
        {
            var own = margin.Totals[k] > 0 ? Math.Abs((sums[k] / margin.Totals[k]) - 1) : 0;
            if (own > gap)
                (worst, gap) = (k, own);
        }
        return new MarginConvergence(margin.Margin.Name, gap, margin.NameOf(worst));
    }
}
