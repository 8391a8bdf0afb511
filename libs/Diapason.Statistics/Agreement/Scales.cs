namespace Diapason.Statistics;

/// <summary>How well items measure one thing.</summary>
public static class Scales
{
    /// <summary>Cronbach's alpha, k/(k−1) (1 − Σ var / var of the sum), with a design-based error (Cronbach 1951; R: <c>svycralpha</c> for the value).</summary>
    /// <param name="design">The design.</param>
    /// <param name="items">Two items or more, all coded in the same direction; rows missing on any are left out.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <exception cref="SurveyException">Fewer than two items, no complete row, an item that never varies (named), or a sum that never does.</exception>
    public static Estimate CronbachAlpha(this IDesign design, IReadOnlyList<NumericColumn> items, Domain? domain = null)
    {
        if (items.Count < 2)
            throw new SurveyException(SurveyError.TooFew, "Alpha needs at least two items.");
        var complete = Complete(items, domain);
        // Alpha ignores where items are centred; squares of large numbers would leave it no digits.
        items = items.Select(i => Centred(design, i, complete)).ToList();
        var sum = Combine("sum", items, values => values.Sum());
        var parts = items.Append(sum).SelectMany(i => new[] { Statistic.Mean(i, complete), Statistic.Mean(Combine(i.Name + "²", [i], v => v[0] * v[0]), complete) }).ToList();
        var k = items.Count;
        return design.Estimate(Statistic.Function("alpha", parts, m => Alpha(m, k, items[0].Name), m => Gradient(m, k)));
    }

    /// <summary>McDonald's omega: (Σλ)² / ((Σλ)² + Σψ) of the one-factor maximum-likelihood model on the weighted correlation matrix (McDonald 1999, eq. 6.20).</summary>
    /// <remarks>It is the omega <em>total</em> of a single factor on standardised items: neither the hierarchical omega nor the total omega of a bifactor solution.</remarks>
    /// <param name="design">The design.</param>
    /// <param name="items">Three items or more; rows missing on any are left out.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <exception cref="SurveyException">Fewer than three items, an item that never varies, or no convergence.</exception>
    public static OmegaResult McDonaldOmega(this IDesign design, IReadOnlyList<NumericColumn> items, Domain? domain = null)
    {
        if (items.Count < 3)
            throw new SurveyException(SurveyError.TooFew, "A one-factor model needs at least three items.");
        var solution = OneFactor.Solve(Correlations(design, items, Complete(items, domain))) ?? throw new SurveyException(
            SurveyError.NotConverged, $"One factor does not describe '{items[0].Name}' and the other items: they may share nothing.", items[0].Name);
        var common = solution.Loadings.Sum() * solution.Loadings.Sum();
        return new OmegaResult(common / (common + solution.Unique.Sum()), solution.Loadings, solution.Unique.Contains(OneFactor.Floor));
    }

    private static double[,] Correlations(IDesign design, IReadOnlyList<NumericColumn> items, Domain complete)
    {
        var k = items.Count;
        var means = items.Select(i => Statistic.Mean(i, complete).Evaluate(design.Weights)).ToArray();
        var covariance = new double[k, k];
        double total = 0;
        for (var row = 0; row < design.Rows; row++)
        {
            total += complete.Mask[row] ? design.Weights[row] : 0;
            for (var i = 0; i < k && complete.Mask[row]; i++)
            {
                for (var j = 0; j < k; j++)
                    covariance[i, j] += design.Weights[row] * (items[i].Values[row] - means[i]) * (items[j].Values[row] - means[j]);
            }
        }
        var result = new double[k, k];
        for (var i = 0; i < k; i++)
        {
            // The mean of a constant is rounded: its square is no variation.
            if (!(covariance[i, i] > 1e-24 * means[i] * means[i] * total))
                throw new SurveyException(SurveyError.TooFew, $"Item '{items[i].Name}' never varies.", items[i].Name);
            for (var j = 0; j < k; j++)
                result[i, j] = covariance[i, j] / Math.Sqrt(covariance[i, i] * covariance[j, j]);
        }
        return result;
    }

    /// <exception cref="SurveyException"><see cref="SurveyError.TooFew"/>: the item never varies.</exception>
    private static NumericColumn Centred(IDesign design, NumericColumn item, Domain complete)
    {
        var mean = Statistic.Mean(item, complete).Evaluate(design.Weights);
        var first = double.NaN;
        var varies = false;
        for (var row = 0; row < design.Rows && !varies; row++)
        {
            if (!complete.Mask[row] || design.Weights[row] == 0)
                continue;
            first = double.IsNaN(first) ? item.Values[row] : first;
            varies = item.Values[row] != first;
        }
        return varies ? Combine(item.Name, [item], v => v[0] - mean) : throw new SurveyException(SurveyError.TooFew, $"Item '{item.Name}' never varies.", item.Name);
    }

    /// <summary>m holds mean and mean square of each item, then of the sum.</summary>
    private static double Alpha(double[] m, int k, string first)
    {
        var total = m[(2 * k) + 1] - (m[2 * k] * m[2 * k]);
        if (!(total > 1e-14 * m[(2 * k) + 1]))
            throw new SurveyException(SurveyError.TooFew, $"The sum of '{first}' and the other items never varies.", first);
        var parts = Enumerable.Range(0, k).Sum(i => m[(2 * i) + 1] - (m[2 * i] * m[2 * i]));
        return k / (k - 1.0) * (1 - (parts / total));
    }

    private static double[] Gradient(double[] m, int k)
    {
        var total = m[(2 * k) + 1] - (m[2 * k] * m[2 * k]);
        var parts = Enumerable.Range(0, k).Sum(i => m[(2 * i) + 1] - (m[2 * i] * m[2 * i]));
        var factor = k / (k - 1.0);
        var gradient = new double[m.Length];
        for (var i = 0; i < k; i++)
            (gradient[2 * i], gradient[(2 * i) + 1]) = (factor * 2 * m[2 * i] / total, -factor / total);
        var slope = factor * parts / (total * total);
        (gradient[2 * k], gradient[(2 * k) + 1]) = (-2 * m[2 * k] * slope, slope);
        return gradient;
    }

    private static Domain Complete(IReadOnlyList<NumericColumn> items, Domain? domain)
    {
        var complete = Domain.Where(Combine("complete", items, _ => 1), _ => true);
        return domain is null ? complete : complete.And(domain);
    }

    /// <summary>A function of several columns, missing where any is.</summary>
    internal static NumericColumn Combine(string name, IReadOnlyList<NumericColumn> columns, Func<double[], double> function)
    {
        if (columns.FirstOrDefault(c => c.Count != columns[0].Count) is { } odd)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{odd.Name}' has {odd.Count} rows, '{columns[0].Name}' {columns[0].Count}.", odd.Name);
        var result = new double[columns[0].Count];
        var values = new double[columns.Count];
        for (var row = 0; row < result.Length; row++)
        {
            for (var j = 0; j < values.Length; j++)
                values[j] = columns[j].Values[row];
            result[row] = Array.Exists(values, double.IsNaN) ? NumericColumn.Missing(MissingKind.NotStated) : function(values);
        }
        return new NumericColumn(name, result);
    }
}

/// <summary>Omega and the loadings it comes from.</summary>
/// <param name="Omega">Reliability of the sum of the standardised items, 0…1.</param>
/// <param name="Loadings">Standardised loadings, one an item.</param>
/// <param name="IsHeywood">Whether an item's unique variance ended on its floor of 0.005: the solution is improper, one factor does not describe the items.</param>
public sealed record OmegaResult(double Omega, IReadOnlyList<double> Loadings, bool IsHeywood);
