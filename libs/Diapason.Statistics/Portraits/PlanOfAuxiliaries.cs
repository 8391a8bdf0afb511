namespace Diapason.Statistics;

/// <summary>The auxiliaries of a calibration, arranged so that a question's regression needs only cross-tabulations.</summary>
internal sealed class PlanOfAuxiliaries
{
    private const int LargestPair = 128;

    public PlanOfAuxiliaries(double[] weights, CalibrationStep step)
    {
        Step = step;
        // Unless weights were trimmed after the step, these are its own: no need for another copy.
        Regression = ReferenceEquals(weights, step.Calibrated) ? step.Regression : new double[weights.Length];
        for (var row = 0; row < weights.Length && Regression != step.Regression; row++)
            Regression[row] = step.Calibrated[row] == 0 ? 0 : step.Regression[row] * (weights[row] / step.Calibrated[row]);
        Groups = Pair(step.Auxiliaries);
        DenseRegression = Times(step.Auxiliaries, Regression);
    }

    public CalibrationStep Step { get; }

    /// <summary>Regression weights of influence values given per unit of final weight.</summary>
    public double[] Regression { get; }

    /// <summary>Regression weights times each numeric auxiliary.</summary>
    public IReadOnlyList<double[]> DenseRegression { get; }

    /// <summary>Factors taken two by two when their cells are few, to read each row less often.</summary>
    public IReadOnlyList<FactorGroup> Groups { get; }

    internal static List<double[]> Times(AuxiliaryMatrix x, double[] weights) => x.Dense.Select(d => d.Zip(weights, (a, b) => a * b).ToArray()).ToList();

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
