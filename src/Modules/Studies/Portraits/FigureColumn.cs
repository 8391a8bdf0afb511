using Diapason.Statistics;
using Diapason.Studies.Columns;

namespace Diapason.Studies.Portraits;

/// <summary>A figure as a column of "counts" or "does not", missing for those who gave no answer that decides.</summary>
internal static class FigureColumn
{
    public const int No = 0;
    public const int Yes = 1;
    private static readonly string[] NoYes = ["no", "yes"];

    public static CategoricalColumn Of(FigureDefinition figure, ColumnStore store)
    {
        var codes = new byte[store.Rows];
        codes.AsSpan().Fill(CategoricalColumn.MissingCode(MissingKind.NotAsked));
        var parts = figure.Counts.Select(counted => Part(counted, store)).ToArray();
        for (var row = 0; row < codes.Length; row++) codes[row] = Decide(parts, row);
        if (figure.Among is { } among) KeepAmong(among, store, codes);
        return new CategoricalColumn(figure.Code, NoYes, codes);
    }

    /// <summary>Row by row, the segment of a variable; the segment after the last option is "not known".</summary>
    public static byte[] Segments(CategoricalColumn column)
    {
        var unknown = (byte)column.Categories.Count;
        var segments = column.Codes.ToArray();
        for (var row = 0; row < segments.Length; row++)
            if (segments[row] > unknown) segments[row] = unknown;
        return segments;
    }

    // Counts as soon as one part does; does not when every part was answered otherwise; else nothing is known.
    private static byte Decide((byte[] Codes, bool[] Counts)[] parts, int row)
    {
        var answered = true;
        foreach (var (codes, counts) in parts)
        {
            var code = codes[row];
            if (code >= counts.Length) answered = false;
            else if (counts[code]) return Yes;
        }

        return answered ? (byte)No : CategoricalColumn.MissingCode(MissingKind.NotStated);
    }

    private static (byte[] Codes, bool[] Counts) Part(CountedAnswers counted, ColumnStore store)
    {
        var column = store.Column(counted.Variable);
        return (column.Codes.ToArray(), [.. column.Categories.Select(counted.Answers.Contains)]);
    }

    private static void KeepAmong(CountedAnswers among, ColumnStore store, byte[] codes)
    {
        var (routing, asked) = Part(among, store);
        for (var row = 0; row < codes.Length; row++)
            if (routing[row] >= asked.Length || !asked[routing[row]]) codes[row] = CategoricalColumn.MissingCode(MissingKind.NotAsked);
    }
}
