namespace Diapason.Statistics;

/// <summary>One calibration a design's weights went through: what is needed to replace influence values by their residuals.</summary>
/// <remarks>Residuals of the weighted regression on the auxiliaries with the weights before the step (Deville &amp; Särndal 1992, eq. 3.4).</remarks>
internal sealed class CalibrationStep
{
    private readonly PivotedCholesky factor;

    public CalibrationStep(AuxiliaryMatrix auxiliaries, double[] regression, double[] calibrated)
    {
        Auxiliaries = auxiliaries;
        Regression = regression;
        Calibrated = calibrated;
        factor = new PivotedCholesky(auxiliaries.Gram(regression));
    }

    public AuxiliaryMatrix Auxiliaries { get; }

    /// <summary>Weights of the regression: those before the step, over the working variance.</summary>
    public double[] Regression { get; }

    /// <summary>Weights after the step.</summary>
    public double[] Calibrated { get; }

    /// <summary>Replaces weighted influence values by weighted residuals, in place.</summary>
    public void Residualise(double[][] scores)
    {
        foreach (var column in scores)
        {
            for (var row = 0; row < column.Length; row++)
                column[row] = Calibrated[row] == 0 ? 0 : column[row] / Calibrated[row];
            // A second pass removes what rounding left of the fit: normal equations with one refinement.
            for (var pass = 0; pass < 2; pass++)
                Auxiliaries.SubtractTimes(Solve(Auxiliaries.TransposeTimes(Regression, column)), column);
            for (var row = 0; row < column.Length; row++)
                column[row] *= Calibrated[row];
        }
    }

    /// <summary>How far other weights are from the totals this step met, by auxiliary, the furthest category of each.</summary>
    public IReadOnlyList<MarginConvergence> GapsOf(double[] weights)
    {
        var (x, gaps) = (Auxiliaries, new List<MarginConvergence>());
        foreach (var margin in x.Factors)
        {
            var (met, now) = (new double[margin.Levels], new double[margin.Levels]);
            for (var r = 0; r < weights.Length; r++)
            {
                var level = margin.Codes[r];
                (met[level], now[level]) = (met[level] + Calibrated[r], now[level] + weights[r]);
            }
            var furthest = Enumerable.Range(0, margin.Levels).MaxBy(k => Gap(now[k], met[k]));
            gaps.Add(new MarginConvergence(margin.Name, Gap(now[furthest], met[furthest]), margin.Names[furthest]));
        }
        for (var j = 0; j < x.Dense.Count; j++)
            gaps.Add(new MarginConvergence(x.DenseNames[j], Gap(DenseLoops.Dot(x.Dense[j], weights), DenseLoops.Dot(x.Dense[j], Calibrated)), ""));
        return gaps;

        static double Gap(double now, double met) => met == 0 ? Math.Abs(now) : Math.Abs((now / met) - 1);
    }

    /// <summary>Solves X′DX β = b for β.</summary>
    public double[] Solve(double[] right) => factor.Solve(right);

    /// <summary>Solves for several right-hand sides at once: columns × count, row by row.</summary>
    public double[] SolveMany(double[] right, int count) => factor.SolveMany(right, count);
}
