namespace Diapason.Statistics;

/// <summary>The auxiliaries of a calibration, arranged so that a question's regression needs only cross-tabulations.</summary>
internal sealed class PlanOfAuxiliaries
{
    private const int LargestPair = 128;

    public PlanOfAuxiliaries(DesignPlan plan, CalibrationStep step)
    {
        Step = step;
        var weights = plan.Design.WeightArray;
        // Unless weights were trimmed after the step, these are its own: no need for another copy.
        Regression = ReferenceEquals(weights, step.Calibrated) ? step.Regression : new double[weights.Length];
        for (var row = 0; row < weights.Length && Regression != step.Regression; row++)
            Regression[row] = step.Calibrated[row] == 0 ? 0 : step.Regression[row] * (weights[row] / step.Calibrated[row]);
        Groups = Pair(step.Auxiliaries);
        DenseRegression = Times(step.Auxiliaries, Regression);
        if (plan.ByElement)
            ByElement(plan, weights);
        else
            UnitTotals = Totals(plan.Stage.Unit, plan.Stage.Units, step.Calibrated);
    }

    public CalibrationStep Step { get; }

    /// <summary>Regression weights of influence values given per unit of final weight.</summary>
    public double[] Regression { get; }

    /// <summary>Regression weights times each numeric auxiliary.</summary>
    public IReadOnlyList<double[]> DenseRegression { get; }

    /// <summary>By element: cross weights times each numeric auxiliary.</summary>
    public IReadOnlyList<double[]> DenseCross { get; private set; } = [];

    /// <summary>Factors taken two by two when their cells are few, to read each row less often.</summary>
    public IReadOnlyList<FactorGroup> Groups { get; }

    /// <summary>Units × columns: sum of calibrated weight times auxiliary.</summary>
    public double[] UnitTotals { get; private set; } = [];

    /// <summary>By element: strata × columns, same sums.</summary>
    public double[] StratumTotals { get; private set; } = [];

    /// <summary>By element: columns × columns, Σ scale w² x x′.</summary>
    public double[,] Squares { get; private set; } = new double[0, 0];

    /// <summary>By element: scale × final weight × calibrated weight.</summary>
    public double[] CrossWeights { get; private set; } = [];

    private void ByElement(DesignPlan plan, double[] weights)
    {
        CrossWeights = new double[weights.Length];
        var own = new double[weights.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            var scale = plan.Scale[plan.Stage.Unit[row]];
            CrossWeights[row] = scale * weights[row] * Step.Calibrated[row];
            own[row] = scale * Step.Calibrated[row] * Step.Calibrated[row];
        }
        Squares = Step.Auxiliaries.Gram(own);
        DenseCross = Times(Step.Auxiliaries, CrossWeights);
        StratumTotals = Totals(plan.Stage.Stratum, plan.Stage.Strata, Step.Calibrated);
    }

    private double[] Totals(int[] group, int groups, double[] weights)
    {
        var x = Step.Auxiliaries;
        var totals = new double[groups * x.Columns];
        Span<int> columns = new int[x.MaxRow];
        Span<double> values = new double[x.MaxRow];
        for (var row = 0; row < weights.Length; row++)
        {
            var count = x.Row(row, columns, values);
            for (var a = 0; a < count; a++)
                totals[(group[row] * x.Columns) + columns[a]] += weights[row] * values[a];
        }
        return totals;
    }

    private static List<double[]> Times(AuxiliaryMatrix x, double[] weights) => x.Dense.Select(d => d.Zip(weights, (a, b) => a * b).ToArray()).ToList();

    private static List<FactorGroup> Pair(AuxiliaryMatrix x)
    {
        var groups = new List<FactorGroup>();
        for (var f = 0; f < x.Factors.Count; f++)
        {
            var (a, b) = (x.Factors[f], f + 1 < x.Factors.Count ? x.Factors[f + 1] : null);
            if (b is null || a.Levels * b.Levels > LargestPair)
            {
                groups.Add(new FactorGroup(a.Levels, f, 1));
                continue;
            }
            groups.Add(new FactorGroup(a.Levels * b.Levels, f, b.Levels));
            f++;
        }
        return groups;
    }
}

/// <summary>One factor, or two crossed: code = first × inner + second.</summary>
internal sealed record FactorGroup(int Levels, int First, int Inner)
{
    /// <summary>The cell of a row.</summary>
    public int CellOf(AuxiliaryMatrix x, int row) => Inner > 1 ? (x.Factors[First].Codes[row] * Inner) + x.Factors[First + 1].Codes[row] : x.Factors[First].Codes[row];

    /// <summary>Columns of the auxiliary matrix that a cell adds to (−1 when carried by the intercept).</summary>
    public (int First, int Second) ColumnsOf(AuxiliaryMatrix x, int cell) =>
        (x.ColumnOf(First, cell / Inner), Inner > 1 ? x.ColumnOf(First + 1, cell % Inner) : -1);
}
