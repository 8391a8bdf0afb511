namespace Diapason.Statistics;

/// <summary>The dual of a calibration, convex in λ: Σ d/q ∫F(q x′λ) less the totals times λ. Its slope is what the totals still lack.</summary>
internal sealed class CalibrationDual(double[] weights, CalibrationTargets targets, RatioFunction function, double[] precision)
{
    public CalibrationTargets Targets => targets;

    public RatioFunction Function => function;

    /// <summary>q x′λ of every row.</summary>
    public double[] Fitted(double[] lambda)
    {
        var fitted = new double[precision.Length];
        targets.Matrix.SubtractTimes(lambda, fitted);
        for (var row = 0; row < fitted.Length; row++)
            fitted[row] *= -precision[row];
        return fitted;
    }

    /// <summary>Ratios, misfit and integral where the rows' predictors are those given.</summary>
    public DualPoint At(double[] fitted)
    {
        var ratios = new double[fitted.Length];
        double integral = 0;
        for (var row = 0; row < fitted.Length; row++)
        {
            // A row of weight zero takes no part, and must not bring infinity in.
            ratios[row] = weights[row] == 0 ? 1 : function.Ratio(fitted[row]);
            integral += weights[row] == 0 ? 0 : weights[row] / precision[row] * function.Integral(fitted[row]);
        }
        var misfit = targets.Matrix.TransposeTimes(weights, ratios);
        var (gap, worst) = (-1.0, 0);
        for (var j = 0; j < misfit.Length; j++)
        {
            misfit[j] = targets.Totals[j] - misfit[j];
            var own = Math.Abs(misfit[j]) / (1 + Math.Abs(targets.Totals[j]));
            if (own > gap || !double.IsFinite(own))
                (gap, worst) = (own, j);
        }
        return new DualPoint(fitted, ratios, misfit, integral, gap, worst);
    }

    /// <summary>The matrix of Newton's step, plus a share of that of ratios free to move.</summary>
    public PivotedCholesky Curvature(double[] fitted, double damping)
    {
        var slopes = new double[fitted.Length];
        for (var row = 0; row < fitted.Length; row++)
            slopes[row] = weights[row] == 0 ? 0 : weights[row] * precision[row] * (function.Slope(fitted[row]) + damping);
        return new PivotedCholesky(targets.Matrix.Gram(slopes));
    }

    /// <summary>
    /// Whether λ proves that no ratios within the bounds reach the totals: the most that Σ d g x′λ can be, over all ratios g allowed, is below λ′T
    /// (the separating plane of Farkas's lemma). When one bound is infinite the multiple of the population size that serves best is taken away first.
    /// </summary>
    public bool ProvesInfeasible(double[] lambda, double[] fitted)
    {
        if (double.IsInfinity(function.Low) && double.IsInfinity(function.High))
            return false;
        var shift = Shift(fitted);
        double most = 0, size = 0, asked = 0;
        for (var row = 0; row < fitted.Length; row++)
        {
            if (weights[row] == 0)
                continue;
            var v = (fitted[row] / precision[row]) - shift;
            var own = v == 0 ? 0 : weights[row] * v * (v > 0 ? function.High : function.Low);
            most += own;
            size += Math.Abs(own);
        }
        for (var j = 0; j < lambda.Length; j++)
        {
            var own = targets.Totals[j] * lambda[j];
            asked += own;
            size += Math.Abs(own);
        }
        if (shift != 0)
            (asked, size) = (asked - (shift * targets.Totals[0]), size + Math.Abs(shift * targets.Totals[0]));
        return double.IsFinite(most) && asked - most > 1e-9 * size;
    }

    private double Shift(double[] fitted)
    {
        if (!targets.Matrix.HasIntercept || (double.IsFinite(function.Low) && double.IsFinite(function.High)))
            return 0;
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var row = 0; row < fitted.Length; row++)
        {
            if (weights[row] != 0)
                (least, greatest) = (Math.Min(least, fitted[row] / precision[row]), Math.Max(greatest, fitted[row] / precision[row]));
        }
        return double.IsInfinity(function.High) ? greatest : least;
    }
}

/// <summary>Where the dual stands: predictors, ratios, what each total lacks, and the largest relative gap with its column.</summary>
internal sealed record DualPoint(double[] Fitted, double[] Ratios, double[] Misfit, double Integral, double Gap, int Worst)
{
    public bool IsFinite => double.IsFinite(Gap) && double.IsFinite(Integral);
}
