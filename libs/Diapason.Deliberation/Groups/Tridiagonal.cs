namespace Diapason.Deliberation;

/// <summary>Eigenvalues of a symmetric tridiagonal matrix, largest first, by QL steps with implicit shifts (Wilkinson &amp; Reinsch 1971, II/4).</summary>
internal static class Tridiagonal
{
    /// <summary>With the last entry of each eigenvector: how far it still is from the whole.</summary>
    public static (double[] Values, double[] LastRow) WithLastRow(List<double> diagonal, List<double> beside)
    {
        var last = new double[diagonal.Count];
        last[^1] = 1;
        var (values, rows) = Solve(diagonal, beside, [last]);
        return (values, rows[0]);
    }

    /// <summary>With eigenvectors: <c>Rows[j][k]</c> is entry j of vector k.</summary>
    public static (double[] Values, double[][] Rows) Whole(List<double> diagonal, List<double> beside)
    {
        var rows = new double[diagonal.Count][];
        for (var j = 0; j < rows.Length; j++) (rows[j] = new double[rows.Length])[j] = 1;
        return Solve(diagonal, beside, rows);
    }

    // Each row of the vectors is turned on its own, so that only those asked for are.
    private static (double[] Values, double[][] Rows) Solve(List<double> diagonal, List<double> beside, double[][] rows)
    {
        var (d, e) = (diagonal.ToArray(), beside.ToArray());
        e[^1] = 0;
        for (var l = 0; l < d.Length; l++)
        {
            for (var turn = 0; turn < 60; turn++)
            {
                var m = l;
                while (m < d.Length - 1 && Math.Abs(e[m]) > double.Epsilon + (1e-16 * (Math.Abs(d[m]) + Math.Abs(d[m + 1])))) m++;
                if (m == l) break;
                Sweep(d, e, rows, (l, m));
            }
        }

        var order = Enumerable.Range(0, d.Length).OrderByDescending(k => d[k]).ToArray();
        return ([.. order.Select(k => d[k])], [.. rows.Select(row => order.Select(k => row[k]).ToArray())]);
    }

    private static void Sweep(double[] d, double[] e, double[][] rows, (int First, int Last) block)
    {
        var (l, m) = block;
        var half = (d[l + 1] - d[l]) / (2 * e[l]);
        var g = d[m] - d[l] + (e[l] / (half + Math.CopySign(Length(half, 1), half)));
        var (s, c, p) = (1.0, 1.0, 0.0);
        for (var i = m - 1; i >= l; i--)
        {
            var (f, b) = (s * e[i], c * e[i]);
            var r = Length(f, g);
            e[i + 1] = r;
            if (r == 0)
            {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }

            (s, c) = (f / r, g / r);
            g = d[i + 1] - p;
            r = ((d[i] - g) * s) + (2 * c * b);
            p = s * r;
            d[i + 1] = g + p;
            g = (c * r) - b;
            foreach (var row in rows) (row[i + 1], row[i]) = ((s * row[i]) + (c * row[i + 1]), (c * row[i]) - (s * row[i + 1]));
        }

        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
