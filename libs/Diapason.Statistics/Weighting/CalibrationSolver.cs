namespace Diapason.Statistics;

/// <summary>Newton's method on the dual of calibration: λ such that Σ d F(x′λ) x equals the totals.</summary>
internal static class CalibrationSolver
{
    public static (double[] Ratios, int Iterations) Solve(double[] weights, CalibrationTargets targets, CalibrationOptions options, double[] precision)
    {
        var x = targets.Matrix;
        var lambda = new double[x.Columns];
        var ratios = Ratios(x, lambda, precision, options);
        var slopes = new double[weights.Length];
        var worst = (Gap: double.PositiveInfinity, Column: 0);
        for (var iteration = 0; ; iteration++)
        {
            var misfit = Misfit(weights, ratios, targets);
            var next = Worst(misfit, targets.Totals);
            if (next.Gap <= options.Tolerance)
                return (ratios, iteration);
            if (iteration >= options.MaxIterations)
                throw Refuse(targets, worst, options, iteration);
            worst = next;
            Slopes(x, lambda, precision, options, weights, slopes);
            var factor = new PivotedCholesky(x.Gram(slopes));
            if (factor.Rank == 0)
                throw Refuse(targets, worst, options, iteration);
            var step = factor.Solve(misfit);
            ratios = Advance(x, lambda, step, precision, options) ?? throw Refuse(targets, worst, options, iteration);
        }
    }

    /// <summary>Takes the step, halved while a ratio is not finite; null when it never is.</summary>
    private static double[]? Advance(AuxiliaryMatrix x, double[] lambda, double[] step, double[] precision, CalibrationOptions options)
    {
        for (var halving = 0; halving < 60; halving++)
        {
            for (var j = 0; j < lambda.Length; j++)
                lambda[j] += halving == 0 ? step[j] : -step[j] / Math.Pow(2, halving);
            var ratios = Ratios(x, lambda, precision, options);
            if (Array.TrueForAll(ratios, double.IsFinite))
                return ratios;
        }
        return null;
    }

    private static SurveyException Refuse(CalibrationTargets targets, (double Gap, int Column) worst, CalibrationOptions options, int iterations)
    {
        var (variable, category) = targets.Columns[worst.Column];
        var error = options.IsBounded ? SurveyError.Infeasible : iterations > 0 && options.Distance == CalibrationDistance.Linear ? SurveyError.Singular : SurveyError.NotConverged;
        return new SurveyException(error, $"Calibration is still off by {worst.Gap:g3} on '{variable}' {category} after {iterations} steps.", variable, category);
    }

    private static double[] Misfit(double[] weights, double[] ratios, CalibrationTargets targets)
    {
        var reached = targets.Matrix.TransposeTimes(weights, ratios);
        for (var j = 0; j < reached.Length; j++)
            reached[j] = targets.Totals[j] - reached[j];
        return reached;
    }

    private static (double Gap, int Column) Worst(double[] misfit, double[] totals)
    {
        var worst = (Gap: -1.0, Column: 0);
        for (var j = 0; j < misfit.Length; j++)
        {
            var gap = Math.Abs(misfit[j]) / (1 + Math.Abs(totals[j]));
            if (gap > worst.Gap || double.IsNaN(gap))
                worst = (gap, j);
        }
        return worst;
    }

    private static double[] Fitted(AuxiliaryMatrix x, double[] lambda, double[] precision)
    {
        var fitted = new double[precision.Length];
        x.SubtractTimes(lambda, fitted);
        for (var row = 0; row < fitted.Length; row++)
            fitted[row] *= -precision[row];
        return fitted;
    }

    private static double[] Ratios(AuxiliaryMatrix x, double[] lambda, double[] precision, CalibrationOptions o)
    {
        var u = Fitted(x, lambda, precision);
        for (var row = 0; row < u.Length; row++)
        {
            u[row] = o.Distance switch
            {
                CalibrationDistance.Linear => Math.Clamp(1 + u[row], o.LowerRatio, o.UpperRatio),
                CalibrationDistance.Raking => Math.Clamp(Math.Exp(u[row]), o.LowerRatio, o.UpperRatio),
                _ => Logit(u[row], o).Ratio,
            };
        }
        return u;
    }

    private static void Slopes(AuxiliaryMatrix x, double[] lambda, double[] precision, CalibrationOptions o, double[] weights, double[] slopes)
    {
        var u = Fitted(x, lambda, precision);
        for (var row = 0; row < u.Length; row++)
        {
            var slope = o.Distance switch
            {
                CalibrationDistance.Linear => 1 + u[row] > o.LowerRatio && 1 + u[row] < o.UpperRatio ? 1 : 0,
                CalibrationDistance.Raking => Math.Exp(u[row]) is var e && e > o.LowerRatio && e < o.UpperRatio ? e : 0,
                _ => Logit(u[row], o).Slope,
            };
            slopes[row] = weights[row] * slope * precision[row];
        }
    }

    /// <summary>Deville &amp; Särndal (1992), case 6.</summary>
    private static (double Ratio, double Slope) Logit(double u, CalibrationOptions o)
    {
        var (low, high) = (o.LowerRatio, o.UpperRatio);
        var a = (high - low) / ((high - 1) * (1 - low));
        // Written with e^-|Au| so that neither end overflows.
        var t = a * u;
        var (left, right) = t > 0 ? ((high - 1) * Math.Exp(-t), 1 - low) : (high - 1, (1 - low) * Math.Exp(t));
        var sum = left + right;
        return (((low * left) + (high * right)) / sum, a * (high - low) * left * right / (sum * sum));
    }
}
