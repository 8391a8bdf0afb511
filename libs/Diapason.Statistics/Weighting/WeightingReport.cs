namespace Diapason.Statistics;

/// <summary>What a weighting did, to be read before its weights are used.</summary>
public sealed record WeightingReport
{
    /// <summary>Iterations run.</summary>
    public required int Iterations { get; init; }

    /// <summary>Gap of each margin or auxiliary at the end.</summary>
    public required IReadOnlyList<MarginConvergence> Margins { get; init; }

    /// <summary>Categories of the population without a respondent whose total went to another.</summary>
    public IReadOnlyList<CollapsedCategory> Collapsed { get; init; } = [];

    /// <summary>Smallest weight other than zero; negative when a linear calibration went below zero.</summary>
    public required double Minimum { get; init; }

    /// <summary>Largest weight.</summary>
    public required double Maximum { get; init; }

    /// <summary>Smallest ratio of a weight to what it was before, over rows whose weight before was not zero.</summary>
    public required double MinimumRatio { get; init; }

    /// <summary>Largest ratio of a weight to what it was before, over the same rows.</summary>
    public required double MaximumRatio { get; init; }

    /// <summary>Kish's design effect of unequal weights, n Σw² / (Σw)², n counting weights other than zero (Kish 1965).</summary>
    public required double KishDesignEffect { get; init; }

    /// <summary>(Σw)² / Σw².</summary>
    public required double EffectiveN { get; init; }

    /// <summary>Sum of the weights.</summary>
    public required double Total { get; init; }

    /// <summary>Rows whose weight was cut or raised to a cap.</summary>
    public int Trimmed { get; init; }

    /// <summary>What trimming did; null when the weighting was something else.</summary>
    public TrimmingReport? Trimming { get; init; }

    internal static WeightingReport Of(ReadOnlySpan<double> before, ReadOnlySpan<double> after, int iterations, IReadOnlyList<MarginConvergence> margins)
    {
        double sum = 0, squares = 0, minimum = double.PositiveInfinity, maximum = 0, low = double.PositiveInfinity, high = double.NegativeInfinity;
        var n = 0;
        for (var row = 0; row < after.Length; row++)
        {
            var w = after[row];
            if (before[row] != 0)
                (low, high) = (Math.Min(low, w / before[row]), Math.Max(high, w / before[row]));
            if (w == 0)
                continue;
            n++;
            sum += w;
            squares += w * w;
            (minimum, maximum) = (Math.Min(minimum, w), Math.Max(maximum, w));
        }
        if (!double.IsFinite(squares))
            throw new SurveyException(SurveyError.InvalidWeight, $"Weights up to {maximum:g3} are too large to be squared: the totals are too large, or the weights before too small.");
        return new WeightingReport
        {
            Iterations = iterations,
            Margins = margins,
            Minimum = minimum,
            Maximum = maximum,
            MinimumRatio = low,
            MaximumRatio = high,
            KishDesignEffect = n * squares / (sum * sum),
            EffectiveN = sum * sum / squares,
            Total = sum,
        };
    }
}

/// <summary>What trimming did to the weights, beside the report's figures after it.</summary>
/// <param name="Lower">Lowest weight allowed.</param>
/// <param name="Upper">Highest weight allowed.</param>
/// <param name="Cut">Rows brought down to a cap.</param>
/// <param name="Raised">Rows brought up to a cap.</param>
/// <param name="ShareMoved">Weight taken from some rows and given to others, as a share of all.</param>
/// <param name="KishDesignEffectBefore">Kish's design effect before.</param>
/// <param name="EffectiveNBefore">(Σw)² / Σw² before.</param>
public sealed record TrimmingReport(double Lower, double Upper, int Cut, int Raised, double ShareMoved, double KishDesignEffectBefore, double EffectiveNBefore);

/// <summary>How well a margin is met.</summary>
/// <param name="Margin">Its name.</param>
/// <param name="LargestGap">Largest relative gap between a weighted cell and its total.</param>
/// <param name="Category">Cell where it is.</param>
public sealed record MarginConvergence(string Margin, double LargestGap, string Category);

/// <summary>A category without a respondent, and the one that took its total.</summary>
/// <param name="Margin">Margin's name.</param>
/// <param name="Category">The empty category.</param>
/// <param name="Into">The category that took its total.</param>
/// <param name="Total">The total moved.</param>
public sealed record CollapsedCategory(string Margin, string Category, string Into, double Total);

/// <summary>A weighted design and the report of its weighting.</summary>
/// <param name="Design">The design with its new weights, remembering its auxiliaries.</param>
/// <param name="Report">What was done.</param>
public sealed record WeightingResult(SurveyDesign Design, WeightingReport Report);
