namespace Diapason.Statistics;

/// <summary>Iterative proportional fitting of weights to margins. Source: Deming &amp; Stephan (1940); Deville, Särndal &amp; Sautory (1993).</summary>
public static class Raking
{
    /// <summary>Rakes a design's weights to margins, some possibly crossed.</summary>
    /// <param name="design">The design.</param>
    /// <param name="margins">One or more margins with the same total.</param>
    /// <param name="options">Tolerance and policies.</param>
    /// <returns>
    /// The raked design, whose variances use residuals on all margins at once (as R's <c>calibrate(calfun = "raking")</c>; R's <c>rake</c> approximates them
    /// by ten alternating projections), and the report.
    /// </returns>
    /// <exception cref="SurveyException">
    /// <see cref="SurveyError.MarginsDisagree"/>, <see cref="SurveyError.EmptyMarginCategory"/>, <see cref="SurveyError.MissingMarginTarget"/>,
    /// <see cref="SurveyError.MissingDesignValue"/> or <see cref="SurveyError.NotConverged"/>, naming the variable and the category.
    /// </exception>
    public static WeightingResult Rake(this SurveyDesign design, IReadOnlyList<Margin> margins, RakingOptions? options = null)
    {
        options ??= new RakingOptions();
        if (margins.Count == 0)
            throw new SurveyException(SurveyError.TooFew, "Raking needs at least one margin.");
        design.RefuseNegativeWeights();
        var collapsed = new List<CollapsedCategory>();
        var prepared = margins.Select(m => PreparedMargin.Of(m, design.Weights, options, collapsed)).ToList();
        var total = prepared[0].Totals.Sum();
        foreach (var margin in prepared)
            margin.Rescale(total, options.RescaleMargins, margins[0].Name);
        var (weights, iterations, convergence) = ProportionalFit.Run(design.WeightArray, prepared, options);
        var report = WeightingReport.Of(design.Weights, weights, iterations, convergence) with { Collapsed = collapsed };
        return new WeightingResult(design.WithCalibration(new CalibrationStep(Auxiliaries(prepared), design.WeightArray, weights)), report);
    }

    /// <summary>The factors of the margins, without levels no row reaches.</summary>
    internal static AuxiliaryMatrix Auxiliaries(IReadOnlyList<PreparedMargin> margins) =>
        new(true, margins.Select(m =>
        {
            var (codes, levels) = StageBuilder.Number(m.Cells.Length, m.Cells, m.Totals.Length, null, 1);
            if (levels > ushort.MaxValue)
                throw new SurveyException(SurveyError.InvalidValue, $"Margin '{m.Margin.Name}' has {levels} cells with respondents: at most {ushort.MaxValue}.", m.Margin.Name);
            var names = new string[levels];
            for (var row = 0; row < codes.Length; row++)
                names[codes[row]] ??= m.NameOf(m.Cells[row]);
            return new AuxiliaryMatrix.Factor(m.Margin.Name, Array.ConvertAll(codes, c => (ushort)c), names);
        }).ToList(), [], []);
}
