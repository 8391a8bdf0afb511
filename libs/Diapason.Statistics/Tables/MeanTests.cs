using System.Globalization;

namespace Diapason.Statistics;

/// <summary>Design-based t tests of means (R: <c>svyttest</c>).</summary>
public static class MeanTests
{
    /// <summary>Tests the difference of the means of two groups, second less first; the covariance between the two domains is counted.</summary>
    /// <param name="design">The design.</param>
    /// <param name="column">The variable.</param>
    /// <param name="first">First group.</param>
    /// <param name="second">Second group, without a row in common with the first.</param>
    /// <param name="level">Confidence level of the interval.</param>
    /// <returns>The difference with the design's degrees of freedom over both groups, less one.</returns>
    /// <exception cref="SurveyException">A group has nobody with a value, or the groups share a row.</exception>
    public static Contrast CompareMeans(this IDesign design, NumericColumn column, Domain first, Domain second, double level = 0.95)
    {
        if (first.And(second).Mask.Contains(true))
            throw new SurveyException(SurveyError.Duplicate, $"'{first.Name}' and '{second.Name}' share rows: compare a part with the rest.", column.Name, second.Name);
        var difference = Statistic.Difference(Statistic.Mean(column, second), Statistic.Mean(column, first));
        var value = difference.Evaluate(design.Weights);
        var error = Math.Sqrt(design.Covariance([difference], [value])[0, 0]);
        return Contrast.Of(difference.Name, value, error, difference.DegreesOfFreedom(design) - 1, level);
    }

    /// <summary>Tests a mean against a value.</summary>
    /// <param name="design">The design.</param>
    /// <param name="column">The variable; a difference of two for a paired test (or <see cref="ComparePaired"/>).</param>
    /// <param name="value">What its mean is compared with.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <param name="level">Confidence level of the interval.</param>
    /// <returns>
    /// The mean less the value, with the design's degrees of freedom over the rows with a value: n − 1 for n independent rows. R's <c>svyttest</c> 4.1 takes one
    /// more away in a one-sample test; its <c>svyglm(y ~ 1)</c> does not.
    /// </returns>
    /// <exception cref="SurveyException">Nobody has a value, or the value compared with is not a number.</exception>
    public static Contrast CompareMean(this IDesign design, NumericColumn column, double value, Domain? domain = null, double level = 0.95)
    {
        if (!double.IsFinite(value))
            throw new SurveyException(SurveyError.InvalidValue, $"'{column.Name}' is compared with {value}.", column.Name);
        var mean = Statistic.Mean(column, domain);
        var estimate = design.Estimate(mean);
        return Contrast.Of(string.Create(CultureInfo.InvariantCulture, $"{column.Name} − {value}"), estimate.Value - value, estimate.StandardError, estimate.DegreesOfFreedom, level);
    }

    /// <summary>Tests the mean difference of two measures of the same rows, second less first.</summary>
    /// <param name="design">The design.</param>
    /// <param name="first">First measure.</param>
    /// <param name="second">Second measure.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <param name="level">Confidence level of the interval.</param>
    /// <returns>The mean difference over rows with both measures, with the design's degrees of freedom over them.</returns>
    /// <exception cref="SurveyException">Nobody has both, or rows differ.</exception>
    public static Contrast ComparePaired(this IDesign design, NumericColumn first, NumericColumn second, Domain? domain = null, double level = 0.95) =>
        design.CompareMean(Scales.Combine($"{second.Name} − {first.Name}", [second, first], v => v[0] - v[1]), 0, domain, level) with { Name = $"{second.Name} − {first.Name}" };

    /// <summary>Tests whether one group's values rank above another's, by Wilcoxon's rank scores (Lumley &amp; Scott 2013; R: <c>svyranktest</c>).</summary>
    /// <returns>The difference of mean rank scores (0…1), second less first, with the design's degrees of freedom less one.</returns>
    /// <remarks>Equal values get the middle of their weight; R averages cumulated weights, which depends on the order of rows when tied weights differ.</remarks>
    /// <inheritdoc cref="CompareMeans"/>
    public static Contrast CompareRanks(this IDesign design, NumericColumn column, Domain first, Domain second, double level = 0.95)
    {
        var weights = design.Weights;
        var both = first.Or(second);
        both.Check(design.Rows);
        if (column.Count != design.Rows)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{column.Name}' has {column.Count} rows, the design {design.Rows}.", column.Name);
        var rows = Enumerable.Range(0, design.Rows).Where(row => both.Mask[row] && !double.IsNaN(column.Values[row])).OrderBy(row => column.Values[row]).ToArray();
        var scores = new double[design.Rows];
        Array.Fill(scores, NumericColumn.Missing(MissingKind.NotStated));
        double below = 0;
        for (int start = 0, end; start < rows.Length; start = end)
        {
            double tied = 0;
            for (end = start; end < rows.Length && column.Values[rows[end]] == column.Values[rows[start]]; end++)
                tied += weights[rows[end]];
            for (var i = start; i < end; i++)
                scores[rows[i]] = below + (tied / 2);
            below += tied;
        }
        for (var row = 0; row < scores.Length; row++)
            scores[row] /= below;
        return design.CompareMeans(new NumericColumn($"rank of {column.Name}", scores), first, second, level);
    }
}
