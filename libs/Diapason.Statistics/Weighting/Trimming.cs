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

    /// <summary>One pass only, as R's <c>strict = FALSE</c>: the weights given back may then exceed the cap.</summary>
    public bool OnePass { get; init; }
}

/// <summary>Caps weights and gives what was cut to the others, so that their sum is kept. Source: Potter (1990).</summary>
public static class Trimming
{
    /// <summary>Trims a design's weights; rows of weight zero stay at zero.</summary>
    /// <param name="design">The design.</param>
    /// <param name="options">Caps, in the unit of the weights, and how what is cut is given back.</param>
    /// <returns>The trimmed design and the report. Every weight is within the caps unless <see cref="TrimmingOptions.OnePass"/>.</returns>
    /// <remarks>Variances keep the residuals of earlier calibrations, whose margins are no longer met exactly: rake again if they must be.</remarks>
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
        var report = WeightingReport.Of(before, weights, passes, []) with { Trimmed = trimmed };
        return new WeightingResult(design.WithWeights(weights), report);
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
