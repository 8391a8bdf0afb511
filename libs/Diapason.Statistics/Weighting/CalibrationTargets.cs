namespace Diapason.Statistics;

/// <summary>Auxiliaries checked against the sample: their matrix, the total of each column, and what each column is.</summary>
internal sealed class CalibrationTargets
{
    private CalibrationTargets(AuxiliaryMatrix matrix, double[] totals, IReadOnlyList<(string Variable, string Category)> columns) =>
        (Matrix, Totals, Columns) = (matrix, totals, columns);

    public AuxiliaryMatrix Matrix { get; }

    public double[] Totals { get; }

    public IReadOnlyList<(string Variable, string Category)> Columns { get; }

    public static CalibrationTargets Of(SurveyDesign design, IReadOnlyList<Auxiliary> auxiliaries)
    {
        var options = new RakingOptions();
        var margins = auxiliaries.OfType<Auxiliary.MarginAuxiliary>().Select(a => PreparedMargin.Of(a.Margin, design.Weights, options, [])).ToList();
        var amounts = auxiliaries.OfType<Auxiliary.AmountAuxiliary>().ToList();
        var sizes = auxiliaries.OfType<Auxiliary.SizeAuxiliary>().Select(s => (double?)s.Total).ToList();
        if (sizes.Count > 1)
            throw new SurveyException(SurveyError.Duplicate, "The population size is given twice.", "population size");
        var size = sizes.FirstOrDefault() ?? margins.FirstOrDefault()?.Totals.Sum();
        foreach (var margin in margins)
            margin.Rescale(size!.Value, false, "the population size");
        var matrix = new AuxiliaryMatrix(size is not null, Raking.Auxiliaries(margins).Factors, amounts.Select(a => Values(a, design)).ToList(), amounts.Select(a => a.Column.Name).ToList());
        if (matrix.Columns == 0)
            throw new SurveyException(SurveyError.TooFew, "Calibration needs at least one auxiliary.");
        var (totals, columns) = (new double[matrix.Columns], new (string, string)[matrix.Columns]);
        if (size is { } known)
            (totals[0], columns[0]) = (known, ("population size", ""));
        for (var f = 0; f < margins.Count; f++)
            Place(margins[f], f, matrix, totals, columns);
        for (var j = 0; j < amounts.Count; j++)
            (totals[matrix.DenseStart + j], columns[matrix.DenseStart + j]) = (amounts[j].Total, (amounts[j].Column.Name, ""));
        return new CalibrationTargets(matrix, totals, columns);
    }

    private static void Place(PreparedMargin margin, int factor, AuxiliaryMatrix matrix, double[] totals, (string, string)[] columns)
    {
        var codes = matrix.Factors[factor].Codes;
        for (var row = 0; row < codes.Length; row++)
        {
            var column = matrix.ColumnOf(factor, codes[row]);
            if (column >= 0)
                (totals[column], columns[column]) = (margin.Totals[margin.Cells[row]], (margin.Margin.Name, margin.NameOf(margin.Cells[row])));
        }
    }

    private static double[] Values(Auxiliary.AmountAuxiliary amount, SurveyDesign design)
    {
        var values = amount.Column.Values.ToArray();
        if (values.Length != design.Rows)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{amount.Column.Name}' has {values.Length} rows, the design {design.Rows}.", amount.Column.Name);
        for (var row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]))
                continue;
            if (design.Weights[row] > 0)
                throw new SurveyException(SurveyError.MissingDesignValue, $"Auxiliary '{amount.Column.Name}' is missing at row {row}.", amount.Column.Name);
            values[row] = 0;
        }
        return values;
    }
}
