using Diapason.Design.Components;

namespace Diapason.Design.Charts;

/// <summary>One row of a heat table, a value for each column; null when suppressed.</summary>
public sealed record HeatRow(string Label, IReadOnlyList<double?> Values);

/// <summary>A table in five steps of one colour, the same steps for the whole table, figures inside.</summary>
public static class Heatmap
{
    public static Chart Draw(ChartText text, Scale scale, IReadOnlyList<string> columns, IReadOnlyList<HeatRow> rows)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var plan = new Plan(text, scale, columns, rows);
        return new(plan.DrawAmple(), plan.DrawTight(), plan.Table());
    }

    private sealed record Plan(ChartText Text, Scale Scale, IReadOnlyList<string> Columns, IReadOnlyList<HeatRow> Rows)
    {
        private readonly double _low = Rows.SelectMany(r => r.Values).Min() ?? 0;
        private readonly double _high = Rows.SelectMany(r => r.Values).Max() ?? 0;

        public string DrawAmple()
        {
            var layout = ChartLayout.Ample;
            var canvas = new SvgCanvas(layout.Width);
            var labels = new LabelColumn(layout, Rows.Select(r => r.Label));
            var width = (layout.Width - labels.Left) / Math.Max(1, Columns.Count);
            var heads = Columns.Select(c => TextMeasure.Wrap(c, 14, width - 8)).ToList();
            var top = DrawLegend(canvas) + 12;
            var headHeight = heads.Select(h => h.Count).DefaultIfEmpty(0).Max() * 17.5;
            for (var c = 0; c < heads.Count; c++)
                canvas.Lines(labels.Left + (c + .5) * width, top + headHeight - heads[c].Count * 17.5 + 12, heads[c], new(14, Palette.Ink, Anchor.Middle));
            var y = top + headHeight + 4;
            for (var i = 0; i < Rows.Count; i++)
            {
                var height = labels.RowHeight(i, 36);
                labels.Draw(canvas, i, y, 36);
                for (var c = 0; c < Columns.Count; c++) DrawCell(canvas, Rows[i], c, new(labels.Left + c * width, y, width - 2, height));
                y += height + 2;
            }
            return Finish(canvas, y, layout);
        }

        // A narrow page reads each row as a short list: no column is squeezed, however many there are.
        public string DrawTight()
        {
            var layout = ChartLayout.Tight;
            var canvas = new SvgCanvas(layout.Width);
            var labels = new LabelColumn(layout, Rows.Select(r => r.Label));
            var y = DrawLegend(canvas) + 12;
            for (var i = 0; i < Rows.Count; i++)
            {
                y = labels.Draw(canvas, i, y, 0);
                for (var c = 0; c < Columns.Count; c++)
                {
                    var lines = TextMeasure.Wrap(Columns[c], 14, layout.Width - 82);
                    var height = Math.Max(28, lines.Count * 17.5 + 6);
                    canvas.Lines(0, y + height / 2 - lines.Count * 8.75 + 13, lines, new(14, Palette.Ink));
                    DrawCell(canvas, Rows[i], c, new(layout.Width - 72, y, 72, height));
                    y += height + 2;
                }
                y += 12;
            }
            return Finish(canvas, y, layout);
        }

        private string Finish(SvgCanvas canvas, double height, ChartLayout layout)
        {
            if (Rows.Any(r => r.Values.Contains(null))) height += SuppressedBar.DrawNote(canvas, height + 4, Text);
            return canvas.Finish(height + 4, Text, layout.Name);
        }

        private double DrawLegend(SvgCanvas canvas)
        {
            var step = (_high - _low) / Palette.Heat.Length;
            var names = Palette.Heat.Select((_, i) => Words.Of(
                "chart.range", Scale.WriteBare(_low + i * step, Text.Culture), Scale.Write(_low + (i + 1) * step, Text.Culture)));
            return Legend.Draw(canvas, [.. names], Palette.Heat);
        }

        private void DrawCell(SvgCanvas canvas, HeatRow row, int column, Box box)
        {
            var name = $"{row.Label}, {Columns[column]}";
            if (row.Values[column] is not { } value)
            {
                canvas.Hatched(box with { Width = box.Width / 2 - 8 }, Text.Suppressed);
                canvas.Text(box.X + box.Width * .75, box.Y + box.Height / 2 + 5, "x", new(14, Palette.SecondInk, Anchor.Middle, true));
                return;
            }
            var paint = Palette.Heat[StepOf(value)];
            canvas.Rectangle(box, paint, Words.Of("chart.value", name, Scale.Write(value, Text.Culture)));
            canvas.Text(box.X + box.Width / 2, box.Y + box.Height / 2 + 5, Scale.WriteBare(value, Text.Culture), new(14, Palette.TextOn(paint), Anchor.Middle, true));
        }

        private int StepOf(double value) =>
            _high <= _low ? 0 : Math.Min(Palette.Heat.Length - 1, (int)((value - _low) / (_high - _low) * Palette.Heat.Length));

        public DataTable Table() => new(
            Text.Title,
            [new(Text.RowHead, false), .. Columns.Select(c => new DataColumn(c))],
            [.. Rows.Select(r => new DataRow(r.Label, [.. r.Values.Select(v => v is { } value ? Scale.Write(value, Text.Culture) : "x")]))]);
    }
}
