using Diapason.Design.Components;

namespace Diapason.Design.Charts;

/// <summary>A competency: where one stands and where one wants to be, from 0 to the number of levels.</summary>
public sealed record LevelRow(string Label, int? Current, int? Target = null);

/// <summary>Levels as steps: full up to the current one, outlined up to the target.</summary>
public static class Levels
{
    /// <summary>Both texts head the table's columns; <paramref name="levels"/> is usually three or four.</summary>
    public static Chart Draw(ChartText text, (string Current, string Target) heads, int levels, IReadOnlyList<LevelRow> rows)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        return new(
            Draw(text, levels, rows, ChartLayout.Ample),
            Draw(text, levels, rows, ChartLayout.Tight),
            Table(text, heads, levels, rows));
    }

    private static string Draw(ChartText text, int levels, IReadOnlyList<LevelRow> rows, ChartLayout layout)
    {
        const double Height = 12, Gap = 5;
        var canvas = new SvgCanvas(layout.Width);
        var labels = new LabelColumn(layout, rows.Select(r => r.Label));
        var width = (layout.Width - labels.Left - (levels - 1) * Gap) / levels;
        double y = 2;
        for (var i = 0; i < rows.Count; i++)
        {
            var start = labels.Draw(canvas, i, y, Height);
            if (rows[i].Current is null) SuppressedBar.Draw(canvas, new(labels.Left, start, layout.Width - labels.Left, Height), text);
            else for (var level = 0; level < levels; level++) DrawStep(canvas, rows[i], level, new(labels.Left + level * (width + Gap), start, width, Height));
            y += labels.RowHeight(i, Height) + 20;
        }
        return canvas.Finish(Math.Max(0, y - 6), text, layout.Name);
    }

    private static void DrawStep(SvgCanvas canvas, LevelRow row, int level, Box box)
    {
        if (level < row.Current)
        {
            canvas.Rectangle(box, Palette.Series[0], radius: 2);
            return;
        }
        canvas.Rectangle(box, level < row.Target ? Palette.Series[1] : Palette.Band, radius: 2);
        if (level < row.Target) canvas.Rectangle(new(box.X + 2, box.Y + 2, box.Width - 4, box.Height - 4), Palette.Paper, radius: 1);
    }

    private static DataTable Table(ChartText text, (string Current, string Target) heads, int levels, IReadOnlyList<LevelRow> rows)
    {
        var targets = rows.Any(r => r.Target is not null);
        string Written(int? level) => level is { } l ? Words.Of("chart.level", l, levels) : "x";
        List<DataColumn> columns = [new(text.RowHead, false), new(heads.Current)];
        if (targets) columns.Add(new(heads.Target));
        return new(text.Title, columns,
            [.. rows.Select(r => new DataRow(r.Label, targets ? [Written(r.Current), Written(r.Target)] : [Written(r.Current)]))]);
    }
}
