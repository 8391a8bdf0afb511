using Diapason.Design.Components;
using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using static Diapason.Studies.Reporting.PortraitWords;
using Portrait = Diapason.Studies.Portraits.Portrait;

namespace Diapason.Studies.Reporting;

/// <summary>What a portrait says of its method: who answered beside the population, what the weights did and could not do.</summary>
internal static class MethodTables
{
    private static readonly int[] Examples = [30, 50, 100, 340, 1200];

    /// <summary>The least design effect that weights give: beyond 1.44 chance weighs more.</summary>
    private const double LeastWeighted = 1.1;

    /// <summary>How those who answered stand beside the frame, as published.</summary>
    public static DataTable Coverage(Portrait portrait)
    {
        var rows = portrait.Frame.Margins.SelectMany(
            margin => margin.Categories, (margin, category) => (Margin: margin, Category: category, Known: portrait.Margins.FirstOrDefault(m => m.Margin == margin.Code)));
        return new DataTable(
            T["portrait.method.margins"],
            [
                new(T["portrait.method.margin"], false), new(T["portrait.method.category"], false), new(T["portrait.method.respondents"]), new(T["portrait.table.n"]),
                new(T["portrait.method.in_frame"]), new(T["portrait.table.edition"], false),
            ],
            [.. rows.Select(r => new DataRow(Say(r.Margin.Label), [Say(r.Category.Label), .. Answered(r.Known, r.Category), Percent(r.Category.Share / 100), Edition(r.Known, portrait)]))]);
    }

    /// <summary>How far chance moves a share nineteen times in twenty, in points, by the number of people shown, where answers are weighted.</summary>
    public static string SizesOfChance() => string.Join(", ", Examples.Select(n => T.Format("portrait.protection.size", Moved(n), Number(n))));

    private static string Moved(int n)
    {
        var points = 100 * Distributions.NormalQuantile(0.975) * new PublishedShare(0.5, RoundedBase.Of(n), LeastWeighted).ProtectionError;
        return Number(points, points < 2 ? 1 : 0);
    }

    private static string[] Answered(MarginShares? known, FrameCategory category) => known?.Categories.FirstOrDefault(c => c.Category == category.Code) is { Figure: var share }
        ? [Percent(share), People(share.N)]
        : [T["portrait.table.na"], T["portrait.table.na"]];

    private static string Edition(MarginShares? known, Portrait portrait) => known is null ? T["portrait.table.na"] : PortraitWords.Edition(known.Edition, known.Day, portrait);

    /// <summary>What the weights do, so that anyone may judge them; how unequal they are is in each table's design effect.</summary>
    public static DataTable Weights(MarginUses weights)
    {
        List<(string Key, string Value)> facts =
        [
            ("portrait.weights.step", T["portrait.step." + Code(weights.Step)]),
            ("portrait.weights.margins", string.Join(", ", weights.Used.Select(m => Say(m.Label)).DefaultIfEmpty(T["portrait.weights.none"]))),
            ("portrait.weights.cap", T.Format("portrait.weights.times", Number(WeighToFrame.Cap))),
        ];
        return new DataTable(T["portrait.weights.title"], [new(T["portrait.weights.fact"], false), new(T["portrait.weights.value"], false)], [.. facts.Select(f => new DataRow(T[f.Key], [f.Value]))]);
    }

    /// <summary>One sentence for each margin that was not used as it is in the frame.</summary>
    public static IEnumerable<string> Shortfalls(MarginUses weights) =>
        weights.Uses.Where(u => u.Use != MarginUse.Whole).Select(u => T.Format("portrait.use." + Code(u.Use), Say(u.Margin.Label), GroupedMargin.Fewest, WeighToFrame.AnswersPerCategory));

    public static string Code(Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
