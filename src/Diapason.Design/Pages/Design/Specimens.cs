using System.Globalization;
using Diapason.Design.Charts;
using Diapason.Design.Components;

namespace Diapason.Design.Pages.Design;

/// <summary>Invented data for the component page, in the language of the request.</summary>
internal static class Specimens
{
    /// <summary>Of no kind, and open to nothing.</summary>
    public const string Code = "EXEMPLE-7KQ2-9VXM-04TD-HJ3P-8";

    public static IReadOnlyList<string> Steps =>
        [Words.Of("design.scale_1"), Words.Of("design.scale_2"), Words.Of("design.scale_3"), Words.Of("design.scale_4"), Words.Of("design.scale_5")];

    public static string Percent(double value) => Scale.Percent(CultureInfo.CurrentCulture).Write(value, CultureInfo.CurrentCulture);

    public static FigureSource Source(Weighting weighting, IntervalKind interval = IntervalKind.None) => new()
    {
        Question = Words.Of("design.source_question"),
        N = 1184.ToString("N0", CultureInfo.CurrentCulture),
        Base = Words.Of("design.source_base"),
        Frame = Words.Of("design.source_frame"),
        Date = Words.Of("design.source_date"),
        Weighting = weighting,
        Interval = interval,
        Note = Words.Of("design.example"),
    };

    public static Chart Dots() => DotRange.Draw(
        Text("dots", "design.dot_description", "design.dimension"),
        new Scale(100),
        new(Words.Of("design.you"), Words.Of("design.middle_half"), Words.Of("design.median")),
        [
            new(Words.Of("design.dimension_frame"), 74, 52, 75, 64),
            new(Words.Of("design.dimension_ethics"), 61, 44, 68, 56),
            new(Words.Of("design.dimension_skills"), 38, 34, 60, 47),
            new(Words.Of("design.dimension_data"), null, 45, 70, 58),
        ]);

    public static Chart Likert() => LikertBars.Draw(
        Text("likert", "design.likert_description", "design.dimension"),
        Steps,
        [
            new(Words.Of("design.dimension_frame"), [4, 10, 22, 40, 24]),
            new(Words.Of("design.dimension_ethics"), [8, 18, 30, 28, 16]),
            new(Words.Of("design.dimension_skills"), [15, 25, 25, 22, 13]),
            new(Words.Of("design.dimension_data"), null),
        ]);

    public static Chart Obstacles() => Bars.Draw(
        Text("bars", "design.bars_description", "design.obstacle"),
        Scale.Percent(CultureInfo.CurrentCulture) with { Maximum = 60 },
        [Words.Of("design.status_employee"), Words.Of("design.status_self")],
        [
            new(Words.Of("design.obstacle_expertise"), [new(36, 32, 40), new(18, 14, 22)]),
            new(Words.Of("design.obstacle_concerns"), [new(24, 20, 28), new(46, 41, 51)]),
            new(Words.Of("design.obstacle_time"), [new(12, 7, 17, "*"), null]),
        ]);

    public static Chart Heat() => Heatmap.Draw(
        Text("heat", "design.heat_description", "design.sub_sector"),
        Scale.Percent(CultureInfo.CurrentCulture),
        [Words.Of("design.link_creation"), Words.Of("design.link_production"), Words.Of("design.link_dissemination"), Words.Of("design.link_management")],
        [
            new(Words.Of("design.sector_stage"), [61, 42, 30, 22]),
            new(Words.Of("design.sector_museums"), [48, 35, 38, 27]),
            new(Words.Of("design.sector_publishing"), [66, 51, null, 33]),
        ]);

    public static Chart Competencies() => Levels.Draw(
        Text("levels", "design.levels_description", "design.skill"),
        (Words.Of("design.current"), Words.Of("design.target")),
        4,
        [
            new(Words.Of("design.skill_recognise"), 2, 3),
            new(Words.Of("design.skill_limits"), 1, 3),
            new(Words.Of("design.skill_tool"), 2, 4),
        ]);

    public static DataTable Table() => new(
        Words.Of("design.table_caption"),
        [new(Words.Of("design.field_status"), false), new(Words.Of("design.answers")), new(Words.Of("design.share"))],
        [
            new(Words.Of("design.status_employee"), [620.ToString("N0", CultureInfo.CurrentCulture), Percent(52)]),
            new(Words.Of("design.status_self"), [1184.ToString("N0", CultureInfo.CurrentCulture), Percent(48)]),
        ]);

    private static ChartText Text(string id, string description, string rowHead) => new()
    {
        Id = id,
        Title = Words.Of(description),
        Description = Words.Of(description),
        RowHead = Words.Of(rowHead),
    };
}
