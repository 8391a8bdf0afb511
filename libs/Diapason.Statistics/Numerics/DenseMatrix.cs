namespace Diapason.Statistics;

/// <summary>Small dense matrices: products, and solutions by elimination with partial pivoting.</summary>
internal static class DenseMatrix
{
    public static double[,] Multiply(double[,] a, double[,] b)
    {
        var (n, m, p) = (a.GetLength(0), a.GetLength(1), b.GetLength(1));
        var result = new double[n, p];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < m; k++)
            {
                if (a[i, k] == 0)
                    continue;
                for (var j = 0; j < p; j++)
                    result[i, j] += a[i, k] * b[k, j];
            }
        }
        return result;
    }

    public static double[] Multiply(double[,] a, ReadOnlySpan<double> x)
    {
        var result = new double[a.GetLength(0)];
        for (var i = 0; i < result.Length; i++)
        {
            for (var k = 0; k < x.Length; k++)
                result[i] += a[i, k] * x[k];
        }
        return result;
    }

    public static double[,] Transpose(double[,] a)
    {
        var result = new double[a.GetLength(1), a.GetLength(0)];
        for (var i = 0; i < a.GetLength(0); i++)
        {
            for (var j = 0; j < a.GetLength(1); j++)
                result[j, i] = a[i, j];
        }
        return result;
    }

    /// <summary>a V a′.</summary>
    public static double[,] Sandwich(double[,] a, double[,] v) => Multiply(Multiply(a, v), Transpose(a));

    public static double Trace(double[,] a)
    {
        double sum = 0;
        for (var i = 0; i < a.GetLength(0); i++)
            sum += a[i, i];
        return sum;
    }

    /// <summary>a⁻¹ b.</summary>
    public static double[,] Solve(double[,] a, double[,] b, string what)
    {
        var (n, p) = (a.GetLength(0), b.GetLength(1));
        var (left, right) = ((double[,])a.Clone(), (double[,])b.Clone());
        double largest = 0;
        foreach (var v in left)
            largest = Math.Max(largest, Math.Abs(v));
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
                pivot = Math.Abs(left[i, k]) > Math.Abs(left[pivot, k]) ? i : pivot;
            if (!(Math.Abs(left[pivot, k]) > 1e-14 * largest))
                throw new SurveyException(SurveyError.Singular, $"The covariance of {what} is singular: too few degrees of freedom, or redundant categories.", what);
            SwapRows(left, k, pivot);
            SwapRows(right, k, pivot);
            for (var i = k + 1; i < n; i++)
                Eliminate(left, right, i, k, left[i, k] / left[k, k]);
        }
        for (var k = n - 1; k >= 0; k--)
        {
            for (var j = 0; j < p; j++)
            {
                for (var i = k + 1; i < n; i++)
                    right[k, j] -= left[k, i] * right[i, j];
                right[k, j] /= left[k, k];
            }
        }
        return right;
    }

    public static double[,] Inverse(double[,] a, string what)
    {
        var identity = new double[a.GetLength(0), a.GetLength(0)];
        for (var i = 0; i < a.GetLength(0); i++)
            identity[i, i] = 1;
        return Solve(a, identity, what);
    }

    /// <summary>y′ V⁻¹ y.</summary>
    public static double Quadratic(ReadOnlySpan<double> y, double[,] v, string what)
    {
        var column = new double[y.Length, 1];
        for (var i = 0; i < y.Length; i++)
            column[i, 0] = y[i];
        var solved = Solve(v, column, what);
        double sum = 0;
        for (var i = 0; i < y.Length; i++)
            sum += y[i] * solved[i, 0];
        return sum;
    }

    private static void SwapRows(double[,] a, int i, int j)
    {
        for (var c = 0; c < a.GetLength(1) && i != j; c++)
            (a[i, c], a[j, c]) = (a[j, c], a[i, c]);
    }

    private static void Eliminate(double[,] left, double[,] right, int i, int k, double factor)
    {
        if (factor == 0)
            return;
        for (var c = k; c < left.GetLength(1); c++)
            left[i, c] -= factor * left[k, c];
        for (var c = 0; c < right.GetLength(1); c++)
            right[i, c] -= factor * right[k, c];
    }
}
