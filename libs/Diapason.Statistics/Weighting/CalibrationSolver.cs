using System.Globalization;

namespace Diapason.Statistics;

/// <summary>Calibration by Newton's method on its convex dual: from a scaled start, damped where ratios are at their bounds, with a search along each step.</summary>
internal sealed class CalibrationSolver
{
    private readonly CalibrationDual dual;
    private readonly CalibrationOptions options;
    private readonly PivotedCholesky free;
    private readonly double size;

    private CalibrationSolver(double[] weights, CalibrationTargets targets, CalibrationOptions options, double[] precision)
    {
        dual = new CalibrationDual(weights, targets, new RatioFunction(options), precision);
        this.options = options;
        size = weights.Sum();
        var slopes = weights.Zip(precision, (d, q) => d * q).ToArray();
        var gram = targets.Matrix.Gram(slopes);
        free = new PivotedCholesky(gram);
        if (free.Rank < free.Size)
            RefuseContradiction(gram);
    }

    public static (double[] Ratios, int Iterations) Solve(double[] weights, CalibrationTargets targets, CalibrationOptions options, double[] precision) =>
        new CalibrationSolver(weights, targets, options, precision).Run();

    private (double[] Ratios, int Iterations) Run()
    {
        var lambda = Start();
        var point = dual.At(dual.Fitted(lambda));
        double damping = 0;
        for (var iteration = 0; ; iteration++)
        {
            if (point.Gap <= options.Tolerance)
                return (point.Ratios, iteration);
            if (dual.ProvesInfeasible(lambda, point.Fitted))
                throw Refuse(SurveyError.Infeasible, point, $"No weights {Within()} meet the totals, and this is proved: '{Worst(point)}' is the furthest, off by {point.Gap.ToString("g3", CultureInfo.InvariantCulture)}.");
            var step = Direction(point, damping);
            var (next, length) = iteration < options.MaxIterations ? LineSearch.Along(dual, point, step) : default;
            if (next is null)
                throw Refuse(dual.Function.IsUnboundedLinear ? SurveyError.Singular : SurveyError.NotConverged, point, $"Calibration {Within()} is still off by {point.Gap.ToString("g3", CultureInfo.InvariantCulture)} on '{Worst(point)}' after {iteration} steps; whether a solution exists is not known.");
            for (var j = 0; j < lambda.Length; j++)
                lambda[j] += length * step[j];
            damping = length < 0.1 ? Math.Max(10 * damping, 1e-4) : damping < 1e-9 ? 0 : damping / 10;
            point = next;
        }
    }

    /// <summary>Zero, or the predictor that brings every weight to the population size at once.</summary>
    private double[] Start()
    {
        var lambda = new double[dual.Targets.Matrix.Columns];
        if (dual.Targets.Matrix.HasIntercept && options.WorkingVariance is null && !dual.Function.IsUnboundedLinear)
            lambda[0] = dual.Function.PredictorOf(dual.Targets.Totals[0] / size);
        return lambda;
    }

    /// <summary>Newton's step; where so many ratios are at a bound that it is not defined, one that lets them move.</summary>
    private double[] Direction(DualPoint point, double damping)
    {
        var curvature = dual.Curvature(point.Fitted, damping);
        if (curvature.Rank >= free.Rank)
            return curvature.Solve(point.Misfit);
        var needed = free.Solve(point.Misfit);
        double change = 0;
        for (var j = 0; j < needed.Length; j++)
            change += needed[j] * point.Misfit[j];
        var share = Math.Sqrt(Math.Max(0, change) / size);
        return dual.Curvature(point.Fitted, Math.Max(damping, Math.Clamp(0.01 * share, 1e-8, 0.01))).Solve(point.Misfit);
    }

    /// <summary>Totals of redundant auxiliaries that contradict each other: no weights at all meet them.</summary>
    private void RefuseContradiction(double[,] gram)
    {
        var totals = dual.Targets.Totals;
        var solved = free.Solve(totals);
        for (var j = 0; j < totals.Length; j++)
        {
            var (reached, scale) = (0.0, Math.Abs(totals[j]));
            for (var k = 0; k < totals.Length; k++)
                (reached, scale) = (reached + (gram[j, k] * solved[k]), scale + Math.Abs(gram[j, k] * solved[k]));
            if (!(Math.Abs(reached - totals[j]) > 1e-6 * scale))
                continue;
            var (variable, category) = dual.Targets.Columns[j];
            throw new SurveyException(SurveyError.Singular, $"The total of '{Name(variable, category)}' contradicts those of the auxiliaries that determine it.", variable, category);
        }
    }

    private SurveyException Refuse(SurveyError error, DualPoint point, string message)
    {
        var (variable, category) = dual.Targets.Columns[point.Worst];
        return new SurveyException(error, message, variable, category);
    }

    private string Within() => string.Create(CultureInfo.InvariantCulture, $"within ratios {dual.Function.Low} to {dual.Function.High}");

    private string Worst(DualPoint point) => Name(dual.Targets.Columns[point.Worst].Variable, dual.Targets.Columns[point.Worst].Category);

    private static string Name(string variable, string category) => category.Length == 0 ? variable : $"{variable}={category}";
}
