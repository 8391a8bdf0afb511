using Diapason.Statistics;
using Diapason.Studies.Columns;

namespace Diapason.Studies.Frames;

/// <summary>What bringing the respondents to the frame gave, and cost.</summary>
/// <param name="Fills">Each category of the frame beside the respondents.</param>
/// <param name="Empty">Categories with nobody: their margin then mends nothing, and the page says so.</param>
/// <param name="EffectiveN">Kish's effective number of respondents.</param>
internal sealed record FrameWeights(IReadOnlyList<MarginFill> Fills, IReadOnlyList<MarginFill> Empty, double EffectiveN, double Smallest, double Largest);

/// <summary>One category of the frame beside the respondents.</summary>
/// <param name="Share">Among respondents whose category is known, between 0 and 1.</param>
internal sealed record MarginFill(FrameMargin Margin, FrameCategory Category, int Respondents, double Share);

/// <summary>Rakes respondents to the margins of a frame. A respondent whose answer to a margin is unknown stays in, with the share such respondents have.</summary>
internal static class WeighToFrame
{
    private static readonly RakingOptions Options = new() { EmptyCategory = EmptyCategory.Collapse, MissingMargin = MissingMargin.KeepShare };

    public static (SurveyDesign Design, FrameWeights Weights) Run(PopulationFrame frame, ColumnStore store)
    {
        var columns = frame.Margins.Select(margin => Recode(margin, store)).ToList();
        var margins = frame.Margins.Zip(columns, (margin, column) => Margin.Of(column, margin.Categories.ToDictionary(c => c.Code, c => c.Share / 100 * frame.Total))).ToList();
        var start = new double[store.Rows];
        Array.Fill(start, (double)frame.Total / store.Rows);
        var result = SurveyDesign.Independent(new NumericColumn("weight", start)).Rake(margins, Options);
        var fills = frame.Margins.Zip(columns, Fill).SelectMany(f => f).ToList();
        var average = result.Report.Total / store.Rows;
        return (result.Design, new FrameWeights(
            fills, fills.FindAll(f => f.Respondents == 0), result.Report.EffectiveN, result.Report.Minimum / average, result.Report.Maximum / average));
    }

    /// <summary>The categories of a margin as a column; missing when the answer is missing or falls in none.</summary>
    public static CategoricalColumn Recode(FrameMargin margin, ColumnStore store)
    {
        var answers = store.Column(margin.Variable);
        var missing = CategoricalColumn.MissingCode(MissingKind.NotStated);
        var categories = margin.Categories;
        var map = answers.Categories.Select(a => categories.Index().FirstOrDefault(c => c.Item.Answers.Contains(a), (missing, null!)).Index).Select(i => (byte)i).ToArray();
        var codes = answers.Codes.ToArray();
        for (var row = 0; row < codes.Length; row++) codes[row] = codes[row] < map.Length ? map[codes[row]] : missing;
        return new CategoricalColumn(margin.Code, [.. categories.Select(c => c.Code)], codes);
    }

    public static IEnumerable<MarginFill> Fill(FrameMargin margin, CategoricalColumn column)
    {
        var counts = new int[margin.Categories.Count];
        foreach (var code in column.Codes)
            if (code < counts.Length) counts[code]++;
        var known = Math.Max(1, counts.Sum());
        return margin.Categories.Select((category, i) => new MarginFill(margin, category, counts[i], (double)counts[i] / known));
    }
}
