using System.Globalization;

namespace Diapason.Statistics;

/// <summary>How far apart two categories count in a weighted kappa.</summary>
public enum KappaWeights
{
    /// <summary>Agreement or not (Cohen 1960).</summary>
    None,
    /// <summary>By the number of steps between ordered categories.</summary>
    Linear,
    /// <summary>By its square (Cohen 1968).</summary>
    Quadratic,
}

/// <summary>Level of measurement of Krippendorff's alpha.</summary>
public enum Measurement
{
    /// <summary>Categories without order.</summary>
    Nominal,
    /// <summary>Ordered categories.</summary>
    Ordinal,
    /// <summary>Numbers, or categories at equal distances.</summary>
    Interval,
}

/// <summary>How far raters agree beyond chance.</summary>
public static class Raters
{
    /// <summary>Cohen's kappa of two raters, with a design-based error by linearisation of the cell shares.</summary>
    /// <param name="design">The design over the units rated.</param>
    /// <param name="first">First rater.</param>
    /// <param name="second">Second rater, with the same categories in the same order.</param>
    /// <param name="weights">Weighting of disagreements.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <exception cref="SurveyException">Categories differ; both raters always gave one same category.</exception>
    public static Estimate Kappa(this IDesign design, CategoricalColumn first, CategoricalColumn second, KappaWeights weights = KappaWeights.None, Domain? domain = null)
    {
        if (!first.Categories.SequenceEqual(second.Categories))
            throw new SurveyException(SurveyError.UnknownCategory, $"'{first.Name}' and '{second.Name}' do not have the same categories.", second.Name);
        var k = first.Categories.Count;
        var table = design.CrossTable(first, second, domain);
        var cells = Enumerable.Range(0, k * k).Select(c => (Statistic)new MeanStatistic(table.Indicator(c / k, c % k), domain, true)).ToList();
        double Apart(int i, int j) => weights switch { KappaWeights.None => i == j ? 0 : 1, KappaWeights.Linear => Math.Abs(i - j), _ => (i - j) * (i - j) };
        return design.Estimate(Statistic.Function("kappa", cells, p => Value(p).Kappa, p => Value(p).Gradient));

        (double Kappa, double[] Gradient) Value(double[] p) => KappaOf(p, k, Apart)
            ?? throw new SurveyException(SurveyError.TooFew, $"'{first.Name}' and '{second.Name}' always gave the same category: kappa is not defined.", first.Name);
    }

    /// <summary>Krippendorff's alpha of any number of raters, missing ratings allowed (Krippendorff 2019, ch. 12). Unweighted.</summary>
    /// <param name="raters">One column a rater, one row a unit, the same categories (for the interval level, category names are read as numbers).</param>
    /// <param name="measurement">Level of measurement.</param>
    /// <exception cref="SurveyException">Fewer than two raters; no unit with two ratings; every rating the same; at the interval level, a category that is no number.</exception>
    public static double KrippendorffAlpha(IReadOnlyList<CategoricalColumn> raters, Measurement measurement)
    {
        if (raters.Count < 2)
            throw new SurveyException(SurveyError.TooFew, "Agreement needs two raters.", raters.Count == 1 ? raters[0].Name : null);
        var categories = raters[0].Categories;
        if (raters.FirstOrDefault(r => r.Count != raters[0].Count || !r.Categories.SequenceEqual(categories)) is { } odd)
            throw new SurveyException(SurveyError.LengthMismatch, $"Rater '{odd.Name}' does not have the units or the categories of '{raters[0].Name}'.", odd.Name);
        var coincidences = Coincidences(raters, categories.Count);
        var margins = Enumerable.Range(0, categories.Count).Select(c => Enumerable.Range(0, categories.Count).Sum(k => coincidences[c, k])).ToArray();
        var total = margins.Sum();
        if (total < 2)
            throw new SurveyException(SurveyError.TooFew, $"No unit has two ratings among '{raters[0].Name}' and the others.", raters[0].Name);
        var distance = Distances(measurement, raters[0], margins);
        double observed = 0, expected = 0;
        for (var c = 0; c < margins.Length; c++)
        {
            for (var k = 0; k < margins.Length; k++)
            {
                observed += coincidences[c, k] * distance(c, k);
                expected += margins[c] * margins[k] * distance(c, k) / (total - 1);
            }
        }
        if (expected > 0)
            return 1 - (observed / expected);
        var only = categories[Array.FindIndex(margins, m => m > 0)];
        throw new SurveyException(SurveyError.TooFew, $"Every rating is '{only}': alpha is not defined.", raters[0].Name, only);
    }

    private static (double Kappa, double[] Gradient)? KappaOf(double[] p, int k, Func<int, int, double> apart)
    {
        var (rows, columns) = (new double[k], new double[k]);
        for (var c = 0; c < p.Length; c++)
        {
            rows[c / k] += p[c];
            columns[c % k] += p[c];
        }
        double observed = 0, expected = 0;
        for (var c = 0; c < p.Length; c++)
        {
            observed += apart(c / k, c % k) * p[c];
            expected += apart(c / k, c % k) * rows[c / k] * columns[c % k];
        }
        if (!(expected > 0))
            return null;
        var gradient = new double[p.Length];
        for (var c = 0; c < p.Length; c++)
        {
            var slope = Enumerable.Range(0, k).Sum(j => (apart(c / k, j) * columns[j]) + (apart(j, c % k) * rows[j]));
            gradient[c] = (observed * slope / (expected * expected)) - (apart(c / k, c % k) / expected);
        }
        return (1 - (observed / expected), gradient);
    }

    private static double[,] Coincidences(IReadOnlyList<CategoricalColumn> raters, int categories)
    {
        var result = new double[categories, categories];
        for (var unit = 0; unit < raters[0].Count; unit++)
        {
            var given = raters.Select(r => r[unit]).Where(c => c >= 0).ToArray();
            for (var a = 0; a < given.Length && given.Length > 1; a++)
            {
                for (var b = 0; b < given.Length; b++)
                    result[given[a], given[b]] += a == b ? 0 : 1.0 / (given.Length - 1);
            }
        }
        return result;
    }

    private static Func<int, int, double> Distances(Measurement measurement, CategoricalColumn rater, double[] margins)
    {
        if (measurement == Measurement.Nominal)
            return (c, k) => c == k ? 0 : 1;
        if (measurement == Measurement.Ordinal)
        {
            return (c, k) =>
            {
                var (low, high) = (Math.Min(c, k), Math.Max(c, k));
                var between = Enumerable.Range(low, high - low + 1).Sum(g => margins[g]) - ((margins[low] + margins[high]) / 2);
                return c == k ? 0 : between * between;
            };
        }
        // No group separator: "1,5" would be fifteen.
        var numbers = rater.Categories.Select(c => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) && double.IsFinite(v)
            ? v : throw new SurveyException(SurveyError.InvalidValue, $"Category '{c}' of '{rater.Name}' is not a number.", rater.Name, c)).ToArray();
        return (c, k) => (numbers[c] - numbers[k]) * (numbers[c] - numbers[k]);
    }
}
