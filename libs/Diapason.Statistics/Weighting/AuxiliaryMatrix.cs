namespace Diapason.Statistics;

/// <summary>Auxiliary variables of a calibration: an intercept, factors kept as codes, and dense columns.</summary>
/// <remarks>Factors drop their first level, the intercept carries it; the span is the same as that of all their indicators.</remarks>
internal sealed class AuxiliaryMatrix
{
    private readonly bool intercept;
    private readonly double[][] dense;

    /// <param name="intercept">Whether everyone counts as 1.</param>
    /// <param name="factors">Categorical auxiliaries.</param>
    /// <param name="dense">Numeric auxiliaries.</param>
    /// <param name="denseNames">Their names; empty when there are none.</param>
    public AuxiliaryMatrix(bool intercept, IReadOnlyList<Factor> factors, IReadOnlyList<double[]> dense, IReadOnlyList<string> denseNames)
    {
        DenseNames = denseNames;
        this.intercept = intercept;
        Factors = factors;
        this.dense = [.. dense];
        var column = intercept ? 1 : 0;
        FactorStart = new int[factors.Count];
        for (var f = 0; f < factors.Count; f++)
        {
            FactorStart[f] = column;
            column += factors[f].Levels - (DropsFirst(f) ? 1 : 0);
        }
        DenseStart = column;
        Columns = column + dense.Count;
    }

    public IReadOnlyList<Factor> Factors { get; }

    public int[] FactorStart { get; }

    public int DenseStart { get; }

    public int Columns { get; }

    public IReadOnlyList<double[]> Dense => dense;

    public IReadOnlyList<string> DenseNames { get; }

    public bool HasIntercept => intercept;

    /// <summary>Without an intercept the first factor keeps every level, as in R's coding.</summary>
    public bool DropsFirst(int factor) => intercept || factor > 0;

    /// <summary>Column of a factor's level, or −1 when the intercept carries it.</summary>
    public int ColumnOf(int factor, int level) => DropsFirst(factor) ? (level == 0 ? -1 : FactorStart[factor] + level - 1) : FactorStart[factor] + level;

    /// <summary>Non-zero entries of a row: fills columns and values, returns how many.</summary>
    public int Row(int row, Span<int> columns, Span<double> values)
    {
        var count = 0;
        if (intercept)
            (columns[count], values[count++]) = (0, 1);
        for (var f = 0; f < Factors.Count; f++)
        {
            var column = ColumnOf(f, Factors[f].Codes[row]);
            if (column >= 0)
                (columns[count], values[count++]) = (column, 1);
        }
        for (var j = 0; j < dense.Length; j++)
            (columns[count], values[count++]) = (DenseStart + j, dense[j][row]);
        return count;
    }

    public int MaxRow => 1 + Factors.Count + dense.Length;

    /// <summary>X′ diag(w) X.</summary>
    public double[,] Gram(ReadOnlySpan<double> weights)
    {
        var gram = new double[Columns, Columns];
        Span<int> columns = new int[MaxRow];
        Span<double> values = new double[MaxRow];
        for (var row = 0; row < weights.Length; row++)
        {
            var count = Row(row, columns, values);
            for (var a = 0; a < count; a++)
            {
                var left = weights[row] * values[a];
                for (var b = 0; b <= a; b++)
                    gram[columns[a], columns[b]] += left * values[b];
            }
        }
        for (var i = 0; i < Columns; i++)
        {
            for (var j = 0; j < i; j++)
                gram[j, i] = gram[i, j] += gram[j, i];
        }
        return gram;
    }

    /// <summary>X′ diag(w) y.</summary>
    public double[] TransposeTimes(ReadOnlySpan<double> weights, ReadOnlySpan<double> y)
    {
        var result = new double[Columns];
        Span<int> columns = new int[MaxRow];
        Span<double> values = new double[MaxRow];
        for (var row = 0; row < weights.Length; row++)
        {
            var product = weights[row] * y[row];
            if (product == 0)
                continue;
            var count = Row(row, columns, values);
            for (var a = 0; a < count; a++)
                result[columns[a]] += product * values[a];
        }
        return result;
    }

    /// <summary>y ← y − X β.</summary>
    public void SubtractTimes(ReadOnlySpan<double> beta, Span<double> y)
    {
        Span<int> columns = new int[MaxRow];
        Span<double> values = new double[MaxRow];
        for (var row = 0; row < y.Length; row++)
        {
            var count = Row(row, columns, values);
            double fitted = 0;
            for (var a = 0; a < count; a++)
                fitted += beta[columns[a]] * values[a];
            y[row] -= fitted;
        }
    }

    /// <summary>A categorical auxiliary: a level a row, two bytes each, and the names of the levels.</summary>
    internal sealed record Factor(string Name, ushort[] Codes, IReadOnlyList<string> Names)
    {
        public int Levels => Names.Count;
    }
}
