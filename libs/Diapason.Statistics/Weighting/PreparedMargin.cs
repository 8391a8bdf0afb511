namespace Diapason.Statistics;

/// <summary>A margin checked against the sample: a cell a row, and a total a cell that some row reaches.</summary>
internal sealed class PreparedMargin
{
    private PreparedMargin(Margin margin, int[] cells, double[] totals) => (Margin, Cells, Totals) = (margin, cells, totals);

    public Margin Margin { get; }

    public int[] Cells { get; }

    public double[] Totals { get; private set; }

    public string NameOf(int cell) => cell == Margin.Cells ? "(missing)" : Margin.CellName(cell);

    public static PreparedMargin Of(Margin margin, ReadOnlySpan<double> weights, RakingOptions options, List<CollapsedCategory> collapsed)
    {
        var cells = margin.CellOfRows();
        if (cells.Length != weights.Length)
            throw new SurveyException(SurveyError.LengthMismatch, $"Margin '{margin.Name}' has {cells.Length} rows, the design {weights.Length}.", margin.Name);
        var missing = margin.Cells;
        var sums = new double[missing + 1];
        for (var row = 0; row < cells.Length; row++)
        {
            if (cells[row] < 0)
            {
                if (options.MissingMargin == MissingMargin.Fail && weights[row] > 0)
                    throw new SurveyException(SurveyError.MissingDesignValue, $"Margin '{margin.Name}' is missing at row {row}.", margin.Name);
                cells[row] = missing;
            }
            sums[cells[row]] += weights[row];
        }
        var totals = Targets(margin, sums, options, collapsed);
        return new PreparedMargin(margin, cells, totals);
    }

    /// <summary>Brings the margin to a total; refuses if it is not allowed to.</summary>
    public void Rescale(double total, bool allowed, string reference)
    {
        var own = Totals.Sum();
        if (!allowed && Math.Abs(own - total) > 1e-8 * total)
            throw new SurveyException(SurveyError.MarginsDisagree, $"Margin '{Margin.Name}' adds up to {own}, '{reference}' to {total}.", Margin.Name);
        for (var c = 0; c < Totals.Length; c++)
            Totals[c] *= total / own;
    }

    private static double[] Targets(Margin margin, double[] sums, RakingOptions options, List<CollapsedCategory> collapsed)
    {
        var totals = new double[margin.Cells + 1];
        margin.Totals.CopyTo(totals, 0);
        var sampled = sums.Sum();
        for (var c = 0; c < margin.Cells; c++)
        {
            if (sums[c] > 0 && totals[c] == 0)
                throw new SurveyException(SurveyError.MissingMarginTarget, $"Category '{margin.CellName(c)}' of '{margin.Name}' has respondents and no total.", margin.Name, margin.CellName(c));
            if (sums[c] == 0 && totals[c] > 0)
                Empty(margin, sums, totals, c, options, collapsed);
        }
        var known = totals.Sum();
        if (!(known > 0))
            throw new SurveyException(SurveyError.MissingMarginTarget, $"Every total of '{margin.Name}' is zero.", margin.Name);
        var share = sums[^1] / sampled;
        for (var c = 0; c < margin.Cells; c++)
            totals[c] *= 1 - share;
        totals[^1] = known * share;
        return totals;
    }

    private static void Empty(Margin margin, double[] sums, double[] totals, int cell, RakingOptions options, List<CollapsedCategory> collapsed)
    {
        if (options.EmptyCategory == EmptyCategory.Fail)
            throw new SurveyException(SurveyError.EmptyMarginCategory, $"Category '{margin.CellName(cell)}' of '{margin.Name}' has no respondent.", margin.Name, margin.CellName(cell));
        if (options.EmptyCategory == EmptyCategory.Ignore)
        {
            totals[cell] = 0;
            return;
        }
        var into = Enumerable.Range(0, margin.Cells).Where(c => sums[c] > 0).OrderBy(c => totals[c]).FirstOrDefault(-1);
        if (into < 0)
            throw new SurveyException(SurveyError.EmptyMarginCategory, $"No category of '{margin.Name}' has a respondent.", margin.Name);
        collapsed.Add(new CollapsedCategory(margin.Name, margin.CellName(cell), margin.CellName(into), totals[cell]));
        totals[into] += totals[cell];
        totals[cell] = 0;
    }
}
