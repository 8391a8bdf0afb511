namespace Diapason.Statistics;

/// <summary>How the weight cut from some rows is given to the others.</summary>
public enum Redistribution
{
    /// <summary>The same amount to each (R: <c>trimWeights</c>).</summary>
    Equal,
    /// <summary>In proportion to their weights.</summary>
    Proportional,
}

/// <summary>Choices of trimming.</summary>
public sealed record TrimmingOptions
{
    /// <summary>Highest weight.</summary>
    public double Upper { get; init; } = double.PositiveInfinity;

    /// <summary>Lowest weight.</summary>
    public double Lower { get; init; }

    /// <summary>How what was cut is given back.</summary>
    public Redistribution Redistribution { get; init; } = Redistribution.Equal;

    /// <summary>Caps as multiples of the median of the weights other than zero, e.g. 0.3 and 3.</summary>
    /// <param name="design">The design whose weights are to be trimmed.</param>
    /// <param name="lower">Multiple for the lowest weight, ≥ 0 and below 1.</param>
    /// <param name="upper">Multiple for the highest weight, above 1.</param>
    /// <exception cref="SurveyException">The multiples are not on either side of 1.</exception>
    public static TrimmingOptions AroundMedian(SurveyDesign design, double lower, double upper)
    {
        if (!(lower >= 0 && lower < 1 && upper > 1))
            throw new SurveyException(SurveyError.InvalidValue, $"Multiples {lower} and {upper} of the median weight are not on either side of 1.");
        var sorted = design.Weights.ToArray().Where(w => w != 0).Order().ToArray();
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new TrimmingOptions { Lower = lower * median, Upper = upper * median };
    }

    /// <summary>One pass only, as R's <c>strict = FALSE</c>: the weights given back may then exceed the cap.</summary>
    public bool OnePass { get; init; }
}

/// <summary>Caps weights and gives what was cut to the others, so that their sum is kept. Source: Potter (1990).</summary>
public static class Trimming
{
    /// <summary>Trims a design's weights; rows of weight zero stay at zero.</summary>
    /// <param name="design">The design.</param>
    /// <param name="options">Caps, in the unit of the weights, and how what is cut is given back.</param>
    /// <returns>
    /// The trimmed design and the report, with what was cut, what it spared, and how far the margins of the last calibration now are. Every weight is within
    /// the caps unless <see cref="TrimmingOptions.OnePass"/>.
    /// </returns>
    /// <remarks>
    /// Variances keep the residuals of earlier calibrations, whose margins are no longer met exactly. Where they must be, calibrate with bounds on the ratios
    /// instead (<see cref="Calibration.Calibrate"/>), which keeps both or says that it cannot.
    /// </remarks>
    /// <exception cref="SurveyException"><see cref="SurveyError.Infeasible"/> when the sum cannot be kept within the caps.</exception>
    public static WeightingResult Trim(this SurveyDesign design, TrimmingOptions options)
    {
        if (!(options.Lower < options.Upper) || options.Lower < 0)
            throw new SurveyException(SurveyError.InvalidValue, $"Caps {options.Lower} and {options.Upper} of the weights are not in order, from 0.");
        var before = design.Weights;
        var weights = before.ToArray();
        var fixedRows = new bool[weights.Length];
        var trimmed = 0;
        var passes = 0;
        for (var cut = Cut(weights, fixedRows, options, ref trimmed); cut is { } amount; cut = Cut(weights, fixedRows, options, ref trimmed))
        {
            passes++;
            GiveBack(weights, fixedRows, amount, options);
            if (options.OnePass)
                break;
        }
        var margins = design.Calibrations.Count > 0 ? design.Calibrations[^1].GapsOf(weights) : [];
        var report = WeightingReport.Of(before, weights, passes, margins) with { Trimmed = trimmed, Trimming = Report(before, weights, fixedRows, options) };
        return new WeightingResult(design.WithWeights(weights), report);
    }

    private static TrimmingReport Report(ReadOnlySpan<double> before, double[] after, bool[] capped, TrimmingOptions options)
    {
        var (cut, raised, moved, total) = (0, 0, 0.0, 0.0);
        for (var row = 0; row < after.Length; row++)
        {
            cut += capped[row] && after[row] < before[row] ? 1 : 0;
            raised += capped[row] && after[row] > before[row] ? 1 : 0;
            moved += Math.Abs(after[row] - before[row]) / 2;
            total += before[row];
        }
        var untouched = WeightingReport.Of(before, before, 0, []);
        return new TrimmingReport(options.Lower, options.Upper, cut, raised, moved / total, untouched.KishDesignEffect, untouched.EffectiveN);
    }

    /// <summary>Caps what is outside; the amount cut, or null when nothing was.</summary>
    private static double? Cut(double[] weights, bool[] fixedRows, TrimmingOptions options, ref int trimmed)
    {
        double amount = 0;
        var any = false;
        for (var row = 0; row < weights.Length; row++)
        {
            var w = weights[row];
            if (w == 0 || (w >= options.Lower && w <= options.Upper))
                continue;
            weights[row] = Math.Clamp(w, options.Lower, options.Upper);
            amount += w - weights[row];
            trimmed += fixedRows[row] ? 0 : 1;
            fixedRows[row] = any = true;
        }
        return any ? amount : null;
    }

    private static void GiveBack(double[] weights, bool[] fixedRows, double amount, TrimmingOptions options)
    {
        double sum = 0;
        var count = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (fixedRows[row] || weights[row] == 0)
                continue;
            count++;
            sum += weights[row];
        }
        if (count == 0)
        {
            if (Math.Abs(amount) <= 1e-12 * weights.Sum())
                return;
            throw new SurveyException(SurveyError.Infeasible, $"Every weight is at a cap, {options.Lower} or {options.Upper}: their sum cannot be kept.");
        }
        for (var row = 0; row < weights.Length; row++)
        {
            if (!fixedRows[row] && weights[row] != 0)
                weights[row] += options.Redistribution == Redistribution.Equal ? amount / count : amount * weights[row] / sum;
        }
    }
}
