namespace Diapason.Statistics;

/// <summary>Cholesky factor of a symmetric positive semi-definite matrix, scaled to unit diagonal; redundant columns are set aside.</summary>
internal sealed class PivotedCholesky
{
    private const double Tolerance = 1e-11;
    private readonly double[,] lower;
    private readonly double[] scale;
    private readonly int[] order;

    public PivotedCholesky(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        scale = new double[n];
        for (var i = 0; i < n; i++)
            scale[i] = matrix[i, i] > 0 ? 1 / Math.Sqrt(matrix[i, i]) : 0;
        lower = new double[n, n];
        order = [.. Enumerable.Range(0, n)];
        var diagonal = new double[n];
        for (var i = 0; i < n; i++)
            diagonal[i] = scale[i] > 0 ? 1 : 0;
        for (Rank = 0; Rank < n && Step(matrix, diagonal); Rank++)
        {
        }
    }

    /// <summary>Number of independent columns.</summary>
    public int Rank { get; private set; }

    /// <summary>Size of the matrix.</summary>
    public int Size => scale.Length;

    /// <summary>A solution of A x = b; redundant unknowns are 0.</summary>
    public double[] Solve(double[] right)
    {
        var y = new double[Rank];
        for (var i = 0; i < Rank; i++)
        {
            var sum = right[order[i]] * scale[order[i]];
            for (var k = 0; k < i; k++)
                sum -= lower[i, k] * y[k];
            y[i] = sum / lower[i, i];
        }
        var x = new double[Size];
        for (var i = Rank - 1; i >= 0; i--)
        {
            var sum = y[i];
            for (var k = i + 1; k < Rank; k++)
                sum -= lower[k, i] * y[k];
            y[i] = sum / lower[i, i];
            x[order[i]] = y[i] * scale[order[i]];
        }
        return x;
    }

    /// <summary>As <see cref="Solve"/> for several right-hand sides: size × count, row by row.</summary>
    public double[] SolveMany(double[] right, int count)
    {
        var y = new double[Rank * count];
        for (var i = 0; i < Rank; i++)
        {
            var row = y.AsSpan(i * count, count);
            DenseLoops.AddScaled(row, right.AsSpan(order[i] * count, count), scale[order[i]]);
            for (var k = 0; k < i; k++)
                DenseLoops.AddScaled(row, y.AsSpan(k * count, count), -lower[i, k]);
            Divide(row, lower[i, i]);
        }
        var x = new double[Size * count];
        for (var i = Rank - 1; i >= 0; i--)
        {
            var row = y.AsSpan(i * count, count);
            for (var k = i + 1; k < Rank; k++)
                DenseLoops.AddScaled(row, y.AsSpan(k * count, count), -lower[k, i]);
            Divide(row, lower[i, i]);
            DenseLoops.AddScaled(x.AsSpan(order[i] * count, count), row, scale[order[i]]);
        }
        return x;

        static void Divide(Span<double> row, double by)
        {
            foreach (ref var v in row)
                v /= by;
        }
    }

    private bool Step(double[,] matrix, double[] diagonal)
    {
        var best = Rank;
        for (var i = Rank + 1; i < Size; i++)
        {
            if (diagonal[order[i]] > diagonal[order[best]])
                best = i;
        }
        if (diagonal[order[best]] <= Tolerance)
            return false;
        Swap(best);
        var pivot = Math.Sqrt(diagonal[order[Rank]]);
        lower[Rank, Rank] = pivot;
        for (var i = Rank + 1; i < Size; i++)
        {
            var sum = matrix[order[i], order[Rank]] * scale[order[i]] * scale[order[Rank]];
            for (var k = 0; k < Rank; k++)
                sum -= lower[i, k] * lower[Rank, k];
            lower[i, Rank] = sum / pivot;
            diagonal[order[i]] -= lower[i, Rank] * lower[i, Rank];
        }
        return true;
    }

    private void Swap(int other)
    {
        (order[Rank], order[other]) = (order[other], order[Rank]);
        for (var k = 0; k < Rank; k++)
            (lower[Rank, k], lower[other, k]) = (lower[other, k], lower[Rank, k]);
    }
}
