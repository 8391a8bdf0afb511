using Diapason.Design.Components;
using Diapason.Studies.Coverage;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>What a portrait says of its method: who answered beside the population, what the weights did and could not do.</summary>
internal static class MethodTables
{
    /// <summary>Who had answered on the last night, in bands, beside the frame's share.</summary>
    public static DataTable Coverage(StudyState state)
    {
        var bands = state.Bands.ToDictionary(b => (b.Margin, b.Category));
        var categories = state.Portrait.Frame.Margins.SelectMany(margin => margin.Categories, (margin, category) => (Margin: margin, Category: category));
        return new DataTable(
            T["portrait.method.margins"],
            [new(T["portrait.method.margin"], false), new(T["portrait.method.category"], false), new(T["portrait.method.respondents"]), new(T["portrait.method.in_frame"])],
            [.. categories.Select(c => new DataRow(Say(c.Margin.Label),
            [
                Say(c.Category.Label), bands.GetValueOrDefault((c.Margin.Code, c.Category.Code)) is { } band ? Band(band) : T["portrait.band.unknown"], Percent(c.Category.Share / 100),
            ]))]);
    }

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

    private static string Band(CoverageBand band) => band.Most is { } most ? T.Format("portrait.band", band.Least, most) : T.Format("portrait.band.from", Number(band.Least));
}
