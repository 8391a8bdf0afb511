using Diapason.Statistics;
using Diapason.Studies.Columns;

namespace Diapason.Studies.Frames;

/// <summary>
/// Rakes respondents to the margins of a frame, and falls back by steps where they cannot be met: small categories are counted together, margins are left out
/// from the last, then every answer counts the same. A respondent whose answer to a margin is unknown stays in, with the share such respondents have.
/// </summary>
internal static class WeighToFrame
{
    /// <summary>Answers wanted for each category that a margin corrects: with fewer, the errors of what is weighted are said too small.</summary>
    public const int AnswersPerCategory = 10;

    /// <summary>No answer counts for more than this many.</summary>
    public const double Cap = 3;

    private static readonly RakingOptions Options = new() { EmptyCategory = EmptyCategory.Collapse, MissingMargin = MissingMargin.KeepShare };

    public static (SurveyDesign Design, FrameWeights Weights) Run(PopulationFrame frame, ColumnStore store)
    {
        var margins = frame.Margins.Select(margin => GroupedMargin.Of(margin, store)).ToList();
        var uses = margins.ToDictionary(m => m, m => m.Use);
        var kept = margins.FindAll(m => m.Groups > 1);
        while (kept.Sum(m => m.Groups - 1) * AnswersPerCategory > store.Rows) Drop(MarginUse.TooFewAnswers);
        var start = new double[store.Rows];
        Array.Fill(start, (double)frame.Total / store.Rows);
        var design = SurveyDesign.Independent(new NumericColumn("weight", start));
        (SurveyDesign Design, WeightSpread Spread)? weighed = null;
        while (kept.Count > 0 && (weighed = TryRake(design, kept, frame.Total)) is null) Drop(MarginUse.NoWeights);
        (design, var spread) = weighed ?? (design, new WeightSpread(store.Rows, 1, 1, 0, 1, 0));
        var weights = design.Weights;
        var (fills, gap) = (new List<MarginFill>(), 0.0);
        foreach (var margin in margins) fills.AddRange(FrameColumn.Fill(margin.Margin, margin.Respondents, weights));
        foreach (var margin in kept) gap = Math.Max(gap, Gap(margin, weights));
        return (design, new FrameWeights(new MarginUses([.. margins.Select(m => (m.Margin, uses[m]))]), fills, spread with { LargestGap = gap }));

        void Drop(MarginUse why)
        {
            uses[kept[^1]] = why;
            kept.RemoveAt(kept.Count - 1);
        }
    }

    /// <summary>Null when no weights meet the margins.</summary>
    private static (SurveyDesign Design, WeightSpread Spread)? TryRake(SurveyDesign design, List<GroupedMargin> margins, double total)
    {
        try
        {
            var raked = design.Rake([.. margins.Select(m => m.Totals(total))], Options);
            var mean = raked.Report.Total / design.Rows;
            var before = raked.Report.Maximum / mean;
            if (before <= Cap) return (raked.Design, Spread(raked.Report, mean, before));
            var trimmed = raked.Design.Trim(new TrimmingOptions { Upper = Cap * mean, Redistribution = Redistribution.Proportional });
            return (trimmed.Design, Spread(trimmed.Report, mean, before));
        }
        catch (SurveyException)
        {
            return null;
        }
    }

    private static WeightSpread Spread(WeightingReport report, double mean, double before) =>
        new(report.EffectiveN, report.Minimum / mean, report.Maximum / mean, report.Trimmed, before, 0);

    /// <summary>What trimming left between the weighted answers and the frame, group by group.</summary>
    private static double Gap(GroupedMargin margin, ReadOnlySpan<double> weights)
    {
        var totals = margin.Totals(1);
        var sums = new double[totals.Cells];
        var codes = totals.Columns[0].Codes;
        for (var row = 0; row < codes.Length; row++)
            if (codes[row] < sums.Length) sums[codes[row]] += weights[row];
        var known = sums.Sum();
        var largest = 0.0;
        for (var c = 0; c < sums.Length; c++) largest = Math.Max(largest, Math.Abs((sums[c] / known) - totals.TotalsSpan[c]));
        return largest;
    }
}
