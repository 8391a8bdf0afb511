using Diapason.Design.Components;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>What a portrait says of its method: who answered beside the population, what the weights did and could not do.</summary>
internal static class MethodTables
{
    /// <summary>
    /// The respondents beside the frame. Two kinds of margins show their frame alone: one with a category under the threshold, whose count two shares would
    /// give, and one whose variable has segments hidden in a breakdown, since its shares would complete the subtraction.
    /// </summary>
    public static DataTable Margins(Portrait portrait)
    {
        var fills = portrait.Weights?.Fills ?? [];
        var hidden = HiddenMargins(portrait);
        return new DataTable(
            T["portrait.method.margins"],
            [
                new(T["portrait.method.margin"], false), new(T["portrait.method.category"], false), new(T["portrait.method.respondents"]), new(T["portrait.method.weighted"]),
                new(T["portrait.method.in_frame"]),
            ],
            [.. fills.Select(f => new DataRow(Say(f.Margin.Label),
            [
                Say(f.Category.Label), Unless(hidden, f, f.Share), Unless(hidden, f, f.Weighted ?? f.Share), Percent(f.Category.Share / 100),
            ]))]);
    }

    /// <summary>The codes of the margins that show their frame alone.</summary>
    public static HashSet<string> HiddenMargins(Portrait portrait)
    {
        var broken = portrait.Figures.SelectMany(f => f.By).Where(by => by.Value.Any(s => s.Share is null)).Select(by => by.Key).ToHashSet();
        return [.. (portrait.Weights?.Fills ?? []).Where(f => f.Respondents < portrait.Threshold || broken.Contains(f.Margin.Variable)).Select(f => f.Margin.Code)];
    }

    /// <summary>What the weights did, so that anyone may judge them.</summary>
    public static DataTable Weights(Portrait portrait)
    {
        var (weights, spread) = (portrait.Weights!, portrait.Weights!.Spread);
        List<(string Key, string Value)> facts =
        [
            ("portrait.weights.step", T["portrait.step." + Code(weights.Step)]),
            ("portrait.weights.margins", string.Join(", ", weights.Used.Select(m => Say(m.Label)).DefaultIfEmpty(T["portrait.weights.none"]))),
            ("portrait.weights.smallest", Times(spread.Smallest)),
            ("portrait.weights.largest", Times(spread.Largest)),
            ("portrait.weights.cap", T.Format("portrait.weights.trimmed", Times(WeighToFrame.Cap), Times(spread.LargestBefore), Few(spread.Trimmed))),
            ("portrait.weights.gap", Points(spread.LargestGap * 100)),
            ("portrait.weights.n", Number(portrait.Respondents)),
            ("portrait.weights.effective", Number(spread.EffectiveN)),
        ];
        return new DataTable(T["portrait.weights.title"], [new(T["portrait.weights.fact"], false), new(T["portrait.weights.value"], false)], [.. facts.Select(f => new DataRow(T[f.Key], [f.Value]))]);
    }

    /// <summary>One sentence for each margin that was not used as it is in the frame.</summary>
    public static IEnumerable<string> Shortfalls(FrameWeights weights) =>
        weights.Uses.Where(u => u.Use != MarginUse.Whole).Select(u => T.Format("portrait.use." + Code(u.Use), Say(u.Margin.Label), GroupedMargin.Fewest, WeighToFrame.AnswersPerCategory));

    public static string Code(Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    // In French what is under two is singular, in English what has decimals is plural.
    private static string Points(double gap) => T.Format(Math.Round(gap, 1) < 2 ? "portrait.weights.point" : "portrait.weights.points", Number(gap, 1));

    private static string Times(double weight) => T.Format("portrait.weights.times", Number(weight, 1));

    private static string Few(int answers) => answers is > 0 and < Disclosure.SegmentCounts.Fewest ? T.Format("portrait.weights.few", Disclosure.SegmentCounts.Fewest) : Number(answers);

    private static string Unless(HashSet<string> hidden, MarginFill fill, double share) => hidden.Contains(fill.Margin.Code) ? T["portrait.table.hidden"] : Percent(share);
}
