namespace Diapason.Statistics;

/// <summary>Hadamard matrices of ±1 by doubling (Sylvester) and from quadratic residues (Paley's first construction).</summary>
internal static class Hadamard
{
    /// <summary>The smallest it can build of order above a number.</summary>
    public static int[,] Above(int strata)
    {
        for (var order = 4; ; order += 4)
        {
            if (order > strata && Build(order) is { } matrix)
                return matrix;
        }
    }

    /// <summary>Whether a matrix of 0/1 or ±1 has orthogonal rows once its entries are read as ±1.</summary>
    public static bool Is(int[,] matrix)
    {
        var n = matrix.GetLength(0);
        var low = matrix.Cast<int>().Min();
        if (matrix.GetLength(1) != n || low is not (0 or -1) || matrix.Cast<int>().Any(v => v != 1 && v != low))
            return false;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Enumerable.Range(0, n).Sum(k => matrix[i, k] == matrix[j, k] ? 1 : -1) != 0)
                    return false;
            }
        }
        return true;
    }

    private static int[,]? Build(int order)
    {
        if (order == 2)
            return new[,] { { 1, 1 }, { 1, -1 } };
        if ((order & (order - 1)) == 0)
            return Double(Build(order / 2)!);
        if (IsPrime(order - 1) && (order - 1) % 4 == 3)
            return Paley(order - 1);
        return order % 2 == 0 && order > 2 && Build(order / 2) is { } half ? Double(half) : null;
    }

    private static int[,] Double(int[,] half)
    {
        var n = half.GetLength(0);
        var result = new int[2 * n, 2 * n];
        for (var i = 0; i < 2 * n; i++)
        {
            for (var j = 0; j < 2 * n; j++)
                result[i, j] = half[i % n, j % n] * (i >= n && j >= n ? -1 : 1);
        }
        return result;
    }

    private static int[,] Paley(int q)
    {
        var residue = new bool[q];
        for (var i = 1; i < q; i++)
            residue[i * i % q] = true;
        var result = new int[q + 1, q + 1];
        for (var i = 0; i <= q; i++)
        {
            for (var j = 0; j <= q; j++)
                result[i, j] = i == 0 || j == 0 ? 1 : i == j ? -1 : residue[(j - i + q) % q] ? 1 : -1;
        }
        return result;
    }

    private static bool IsPrime(int n)
    {
        for (var d = 2; d * d <= n; d++)
        {
            if (n % d == 0)
                return false;
        }
        return n > 1;
    }
}
