namespace Diapason.Statistics;

/// <summary>Calibration of weights on known totals. Source: Deville &amp; Särndal (1992); Särndal (2007).</summary>
public static class Calibration
{
    /// <summary>Calibrates a design's weights so that weighted totals of the auxiliaries equal those of the population.</summary>
    /// <param name="design">The design.</param>
    /// <param name="auxiliaries">Population size, margins and amounts.</param>
    /// <param name="options">Distance, bounds, tolerance.</param>
    /// <returns>The calibrated design, whose variances use residuals, and the report.</returns>
    /// <exception cref="SurveyException">
    /// <see cref="SurveyError.Infeasible"/> when it is proved that no weights within the bounds meet the totals (a separating plane was found);
    /// <see cref="SurveyError.NotConverged"/> when neither weights nor a proof were found; both name the auxiliary furthest from its total;
    /// <see cref="SurveyError.Singular"/> when totals of redundant auxiliaries contradict each other; and the refusals of margins.
    /// </exception>
    public static WeightingResult Calibrate(this SurveyDesign design, IReadOnlyList<Auxiliary> auxiliaries, CalibrationOptions? options = null)
    {
        options ??= new CalibrationOptions();
        Check(options);
        design.RefuseNegativeWeights();
        var targets = CalibrationTargets.Of(design, auxiliaries);
        var precision = Precision(options, design.Rows);
        var (ratios, iterations) = CalibrationSolver.Solve(design.WeightArray, targets, options, precision);
        var (calibrated, regression) = (new double[design.Rows], new double[design.Rows]);
        for (var row = 0; row < calibrated.Length; row++)
        {
            calibrated[row] = design.Weights[row] * ratios[row];
            regression[row] = design.Weights[row] * precision[row];
        }
        var report = WeightingReport.Of(design.Weights, calibrated, iterations, Convergence(calibrated, targets));
        return new WeightingResult(design.WithCalibration(new CalibrationStep(targets.Matrix, regression, calibrated)), report);
    }

    /// <summary>Post-stratifies: weights within each cell of the margin are scaled to its total.</summary>
    /// <param name="design">The design.</param>
    /// <param name="margin">Population totals of the post-strata.</param>
    /// <param name="empty">What to do with a post-stratum without a respondent.</param>
    /// <returns>The post-stratified design and the report.</returns>
    /// <exception cref="SurveyException">As for raking on one margin.</exception>
    public static WeightingResult PostStratify(this SurveyDesign design, Margin margin, EmptyCategory empty = EmptyCategory.Fail) =>
        design.Rake([margin], new RakingOptions { EmptyCategory = empty });

    private static void Check(CalibrationOptions options)
    {
        if (options.Distance == CalibrationDistance.Logit && (double.IsInfinity(options.LowerRatio) || double.IsInfinity(options.UpperRatio)))
            throw new SurveyException(SurveyError.InvalidValue, "Logit calibration needs two finite bounds.");
        if (!(options.LowerRatio < 1 && options.UpperRatio > 1))
            throw new SurveyException(SurveyError.InvalidValue, $"Bounds {options.LowerRatio} and {options.UpperRatio} of the ratios must lie on either side of 1.");
    }

    private static double[] Precision(CalibrationOptions options, int rows)
    {
        var precision = new double[rows];
        Array.Fill(precision, 1.0);
        if (options.WorkingVariance is not { } variance)
            return precision;
        if (variance.Count != rows)
            throw new SurveyException(SurveyError.LengthMismatch, $"Working variance '{variance.Name}' has {variance.Count} rows, the design {rows}.", variance.Name);
        for (var row = 0; row < rows; row++)
        {
            precision[row] = variance.Values[row] > 0 ? 1 / variance.Values[row]
                : throw new SurveyException(SurveyError.InvalidValue, $"Working variance '{variance.Name}' is not positive at row {row}.", variance.Name);
        }
        return precision;
    }

    private static List<MarginConvergence> Convergence(double[] calibrated, CalibrationTargets targets)
    {
        var ones = new double[calibrated.Length];
        Array.Fill(ones, 1.0);
        var reached = targets.Matrix.TransposeTimes(calibrated, ones);
        return reached.Select((r, j) => (targets.Columns[j], Gap: Math.Abs(r - targets.Totals[j]) / (1 + Math.Abs(targets.Totals[j]))))
            .GroupBy(t => t.Item1.Variable).Select(g => g.MaxBy(t => t.Gap)).Select(t => new MarginConvergence(t.Item1.Variable, t.Gap, t.Item1.Category)).ToList();
    }
}
