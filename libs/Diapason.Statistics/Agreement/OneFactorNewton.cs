namespace Diapason.Statistics;

/// <summary>Lowers log |Σ| + tr S Σ⁻¹, Σ = λλ′ + diag ψ, ψ above a floor, by damped Newton steps on λ and ψ together.</summary>
internal sealed class OneFactorNewton
{
    private readonly double[,] correlation;
    private readonly double[] x;
    private readonly int k;

    private OneFactorNewton(double[,] correlation, double[] x) => (this.correlation, this.x, k) = (correlation, x, x.Length / 2);

    /// <returns>A summit of the likelihood, or null when none is reached.</returns>
    public static OneFactorPoint? Descend(double[,] correlation, (double[] Loadings, double[] Unique) start)
    {
        double[] point = [.. start.Loadings, .. start.Unique];
        var value = Discrepancy(correlation, point);
        double damping = 0;
        for (var iteration = 0; iteration < 1000; iteration++)
        {
            var step = new OneFactorNewton(correlation, point).Step(damping);
            var next = step is null ? point : Moved(point, step);
            var nextValue = Discrepancy(correlation, next);
            if (step is null || !(nextValue <= value + 1e-13))
            {
                damping = damping == 0 ? 1e-6 : damping * 10;
                if (damping > 1e12)
                    return null;
                continue;
            }
            var moved = Enumerable.Range(0, point.Length).Max(i => Math.Abs(next[i] - point[i]));
            (point, value) = (next, nextValue);
            if (moved < 1e-12 && damping == 0)
                return new OneFactorPoint(point[..(point.Length / 2)], point[(point.Length / 2)..], value);
            damping = damping < 1e-6 ? 0 : damping / 100;
        }
        return null;
    }

    private static double[] Moved(double[] from, double[] step) =>
        from.Select((v, i) => i < from.Length / 2 ? v + step[i] : Math.Max(OneFactor.Floor, v + step[i])).ToArray();

    /// <summary>By the rank-one formulas: |Σ| = |Ψ| (1 + λ′Ψ⁻¹λ).</summary>
    private static double Discrepancy(double[,] correlation, double[] point)
    {
        var items = point.Length / 2;
        var weighted = Enumerable.Range(0, items).Select(i => point[i] / point[items + i]).ToArray();
        var size = 1 + Enumerable.Range(0, items).Sum(i => weighted[i] * point[i]);
        var cross = DenseMatrix.Multiply(correlation, weighted);
        return Enumerable.Range(0, items).Sum(i => Math.Log(point[items + i]) + (correlation[i, i] / point[items + i]) - (weighted[i] * cross[i] / size)) + Math.Log(size);
    }

    /// <summary>−(H + damping)⁻¹ g over the free coordinates; null when that is not downhill.</summary>
    private double[]? Step(double damping)
    {
        var (gradient, hessian) = Derivatives();
        var free = Enumerable.Range(0, x.Length).Where(i => i < k || x[i] > OneFactor.Floor || gradient[i] < 0).ToArray();
        var (left, right) = (new double[free.Length, free.Length], new double[free.Length, 1]);
        for (var a = 0; a < free.Length; a++)
        {
            for (var b = 0; b < free.Length; b++)
                left[a, b] = hessian[free[a], free[b]] + (a == b ? damping : 0);
            right[a, 0] = -gradient[free[a]];
        }
        double[,] solved;
        try
        {
            solved = DenseMatrix.Solve(left, right, "the one-factor model");
        }
        catch (SurveyException e) when (e.Error == SurveyError.Singular)
        {
            return null;
        }
        var step = new double[x.Length];
        double slope = 0;
        for (var a = 0; a < free.Length; a++)
        {
            step[free[a]] = solved[a, 0];
            slope += solved[a, 0] * gradient[free[a]];
        }
        return slope <= 1e-20 ? step : null;
    }

    private (double[] Gradient, double[,] Hessian) Derivatives()
    {
        var model = new double[k, k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
                model[i, j] = (x[i] * x[j]) + (i == j ? x[k + i] : 0);
        }
        var p = DenseMatrix.Inverse(model, "the one-factor model");
        var q = DenseMatrix.Sandwich(p, correlation);
        var loadings = x.AsSpan(0, k);
        var (u, v) = (DenseMatrix.Multiply(p, loadings), DenseMatrix.Multiply(q, loadings));
        double a = 0, b = 0;
        for (var i = 0; i < k; i++)
            (a, b) = (a + (x[i] * u[i]), b + (x[i] * v[i]));
        var (gradient, hessian) = (new double[2 * k], new double[2 * k, 2 * k]);
        for (var i = 0; i < k; i++)
        {
            gradient[i] = 2 * (u[i] - v[i]);
            gradient[k + i] = p[i, i] - q[i, i];
            for (var j = 0; j < k; j++)
            {
                hessian[i, j] = (2 * ((u[i] * v[j]) + (u[j] * v[i]) - (u[i] * u[j]))) + (2 * ((p[i, j] * (b - a)) + (q[i, j] * a))) + (2 * (p[i, j] - q[i, j]));
                hessian[k + i, k + j] = p[i, j] * ((2 * q[i, j]) - p[i, j]);
                hessian[i, k + j] = hessian[k + j, i] = 2 * ((p[i, j] * (v[j] - u[j])) + (q[i, j] * u[j]));
            }
        }
        return (gradient, hessian);
    }
}
