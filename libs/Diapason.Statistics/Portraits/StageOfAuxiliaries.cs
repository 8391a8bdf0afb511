namespace Diapason.Statistics;

/// <summary>What a stage of selection needs of a calibration: sums of the auxiliaries by unit, or their products when every row is a unit.</summary>
internal sealed class StageOfAuxiliaries
{
    public StageOfAuxiliaries(PlanOfAuxiliaries plan, StagePlan stage, double[] weights)
    {
        var step = plan.Step;
        Totals = TotalsOf(step, stage.Group, stage.Groups);
        if (!stage.ByElement)
            return;
        CrossWeights = new double[weights.Length];
        var own = new double[weights.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            var scale = stage.Scale[stage.Stage.Unit[row]];
            CrossWeights[row] = scale * weights[row] * step.Calibrated[row];
            own[row] = scale * step.Calibrated[row] * step.Calibrated[row];
        }
        Squares = step.Auxiliaries.Gram(own);
        DenseCross = PlanOfAuxiliaries.Times(step.Auxiliaries, CrossWeights);
    }

    /// <summary>Units (by element: strata) × columns: sum of calibrated weight times auxiliary.</summary>
    public double[] Totals { get; }

    /// <summary>By element: columns × columns, Σ scale w² x x′.</summary>
    public double[,] Squares { get; } = new double[0, 0];

    /// <summary>By element: scale × final weight × calibrated weight.</summary>
    public double[] CrossWeights { get; } = [];

    /// <summary>By element: cross weights times each numeric auxiliary.</summary>
    public IReadOnlyList<double[]> DenseCross { get; } = [];

    private static double[] TotalsOf(CalibrationStep step, int[] group, int groups)
    {
        var x = step.Auxiliaries;
        var totals = new double[groups * x.Columns];
        Span<int> columns = new int[x.MaxRow];
        Span<double> values = new double[x.MaxRow];
        for (var row = 0; row < group.Length; row++)
        {
            var count = x.Row(row, columns, values);
            for (var a = 0; a < count; a++)
                totals[(group[row] * x.Columns) + columns[a]] += step.Calibrated[row] * values[a];
        }
        return totals;
    }
}
