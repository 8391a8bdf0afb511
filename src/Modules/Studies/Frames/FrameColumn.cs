using Diapason.Statistics;
using Diapason.Studies.Columns;

namespace Diapason.Studies.Frames;

/// <summary>The respondents in the categories of a margin: what coverage counts, whatever the weights do.</summary>
internal static class FrameColumn
{
    /// <summary>Missing when the answer is missing or falls in no category.</summary>
    public static CategoricalColumn Of(FrameMargin margin, ColumnStore store)
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
