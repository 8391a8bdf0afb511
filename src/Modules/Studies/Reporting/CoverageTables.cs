using System.Globalization;
using Diapason.Design.Components;
using Diapason.Studies.Coverage;
using Diapason.Studies.Pages.Coverage;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>The tables of who has answered.</summary>
internal static class CoverageTables
{
    public static DataTable Of(MarginCoverage margin)
    {
        var rows = margin.Categories.Select(c => new DataRow(Say(c.Fill.Category.Label),
        [
            Number(c.Fill.Respondents), Percent(c.Fill.Share), Percent(c.Fill.Category.Share / 100), Points(ShowModel.Gap(c.Fill)), Number(c.Missing),
        ]));
        return new DataTable(
            T.Format("coverage.margin", Say(margin.Margin.Label)),
            [
                new(T["coverage.category"], false), new(T["coverage.respondents"]), new(T["coverage.share"]), new(T["coverage.in_frame"]), new(T["coverage.gap"]),
                new(T["coverage.more"]),
            ],
            [.. rows, new DataRow(T["coverage.unknown"], [Number(margin.Unknown), "", "", "", ""])]);
    }

    public static DataTable Of(SegmentCoverage segments, int respondents) => new(
        Say(segments.Label),
        [new(T["coverage.category"], false), new(T["coverage.respondents"]), new(T["coverage.share"])],
        [.. segments.Segments.Append((null!, segments.Unknown)).Select(s => new DataRow(
            s.Label is null ? T["coverage.unknown"] : Say(s.Label), [Number(s.Respondents), Percent((double)s.Respondents / Math.Max(1, respondents))]))]);

    private static string Points(double gap) => T.Format("coverage.points", (gap * 100).ToString("+0;−0;0", CultureInfo.CurrentCulture));
}
