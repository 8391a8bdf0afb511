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

    public static (SurveyDesign Design, MarginUses Margins) Run(PopulationFrame frame, ColumnStore store)
    {
        var margins = frame.Margins.Select(margin => GroupedMargin.Of(margin, store)).ToList();
        var uses = margins.ToDictionary(m => m, m => m.Use);
        var kept = margins.FindAll(m => m.Groups > 1);
        while (kept.Sum(m => m.Groups - 1) * AnswersPerCategory > store.Rows) Drop(MarginUse.TooFewAnswers);
        var start = new double[store.Rows];
        Array.Fill(start, (double)frame.Total / store.Rows);
        var design = SurveyDesign.Independent(new NumericColumn("weight", start));
        SurveyDesign? weighed = null;
        while (kept.Count > 0 && (weighed = TryRake(design, kept, frame.Total)) is null) Drop(MarginUse.NoWeights);
        return (weighed ?? design, new MarginUses([.. margins.Select(m => (m.Margin, uses[m]))]));

        void Drop(MarginUse why)
        {
            uses[kept[^1]] = why;
            kept.RemoveAt(kept.Count - 1);
        }
    }

    /// <summary>Null when no weights meet the margins.</summary>
    private static SurveyDesign? TryRake(SurveyDesign design, List<GroupedMargin> margins, double total)
    {
        try
        {
            var raked = design.Rake([.. margins.Select(m => m.Totals(total))], Options);
            var mean = raked.Report.Total / design.Rows;
            return raked.Report.Maximum / mean <= Cap ? raked.Design : raked.Design.Trim(new TrimmingOptions { Upper = Cap * mean, Redistribution = Redistribution.Proportional }).Design;
        }
        catch (SurveyException)
        {
            return null;
        }
    }
}
