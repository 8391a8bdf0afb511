using Diapason.Design.Components;

namespace Diapason.Design.Charts;

/// <summary>A bar and its interval. <paramref name="Mark"/> is the reliability mark written after the value (`*`, `**`).</summary>
public sealed record BarValue(double Value, double? Low = null, double? High = null, string? Mark = null);

/// <summary>One label and a value for each series; null when suppressed.</summary>
public sealed record BarRow(string Label, IReadOnlyList<BarValue?> Values);

/// <summary>Horizontal bars from zero, simple or grouped, with their intervals.</summary>
public static class Bars
{
    /// <summary>Draws at most six series; one series needs no legend.</summary>
    public static Chart Draw(ChartText text, Scale scale, IReadOnlyList<string> series, IReadOnlyList<BarRow> rows)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(rows);
        if (series.Count is 0 or > 6) throw new ArgumentOutOfRangeException(nameof(series), series.Count, "One to six series.");
        var plan = new Plan(text, scale, series, rows);
        return new(plan.Draw(ChartLayout.Ample), plan.Draw(ChartLayout.Tight), plan.Table());
    }

    private sealed record Plan(ChartText Text, Scale Scale, IReadOnlyList<string> Series, IReadOnlyList<BarRow> Rows)
    {
        private double BarHeight => Series.Count == 1 ? 24 : 20;

        private double GroupHeight => Series.Count * BarHeight + (Series.Count - 1) * 3;

        public string Draw(ChartLayout layout)
        {
            var canvas = new SvgCanvas(layout.Width);
            var labels = new LabelColumn(layout, Rows.Select(r => r.Label));
            var top = Series.Count > 1 ? Legend.Draw(canvas, Series, Palette.Series) + 10 : 4;
            var room = 10 + Rows.SelectMany(r => r.Values).Select(v => TextMeasure.Width(Written(v), 15, true)).DefaultIfEmpty(0).Max();
            var plot = layout.Width - labels.Left - room;
            var bottom = top + Math.Max(8, Enumerable.Range(0, Rows.Count).Sum(i => labels.RowHeight(i, GroupHeight) + 16)) - 8;
            DrawAxis(canvas, (labels.Left, plot), labels.Clear((top, bottom), Enumerable.Range(0, Rows.Count).Select(i => (labels.RowHeight(i, GroupHeight) + 16, GroupHeight))));
            var y = top;
            for (var i = 0; i < Rows.Count; i++)
            {
                var start = labels.Draw(canvas, i, y, GroupHeight);
                for (var s = 0; s < Series.Count; s++)
                    DrawBar(canvas, Rows[i], s, new(labels.Left, start + s * (BarHeight + 3), plot, BarHeight));
                y += labels.RowHeight(i, GroupHeight) + 16;
            }
            return canvas.Finish(bottom + 24, Text, layout.Name);
        }

        private void DrawAxis(SvgCanvas canvas, (double Left, double Width) plot, IReadOnlyList<(double Top, double Bottom)> spans)
        {
            for (double value = 0; value <= Scale.Maximum + 1e-9; value += Scale.Step)
            {
                var x = plot.Left + plot.Width * Scale.PortionOf(value);
                foreach (var (top, end) in spans) canvas.Line((x, top), (x, end), value == 0 ? Palette.Axis : Palette.Rule);
                var written = Scale.WriteBare(value, Text.Culture);
                var anchor = x - TextMeasure.Width(written, 13) / 2 < 0 ? Anchor.Start : Anchor.Middle;
                canvas.Text(x, spans[^1].Bottom + 18, written, ChartLayout.Axis with { Anchor = anchor });
            }
        }

        private void DrawBar(SvgCanvas canvas, BarRow row, int series, Box box)
        {
            if (row.Values[series] is not { } bar)
            {
                SuppressedBar.Draw(canvas, box, Text);
                return;
            }
            double At(double value) => box.X + box.Width * Scale.PortionOf(value);
            var name = Series.Count > 1 ? $"{row.Label}, {Series[series]}" : row.Label;
            var end = At(bar.Value);
            canvas.Rectangle(box with { Width = end - box.X }, Palette.Series[series], Words.Of("chart.value", name, WithInterval(bar)));
            var tip = end;
            if (bar is { Low: { } low, High: { } high })
            {
                Interval.Draw(canvas, (At(low), end, At(high)), box.Y + box.Height / 2);
                tip = Math.Max(end, At(high));
            }
            canvas.Text(tip + 8, box.Y + box.Height / 2 + 5.5, Written(bar), new(15, Palette.Ink, Bold: true));
        }

        private string Written(BarValue? bar) => bar is null ? "x" : Scale.Write(bar.Value, Text.Culture) + bar.Mark;

        private string WithInterval(BarValue bar) => bar is { Low: { } low, High: { } high }
            ? Words.Of("chart.interval", Written(bar), Scale.WriteBare(low, Text.Culture), Scale.Write(high, Text.Culture))
            : Written(bar);

        public DataTable Table() => new(
            Text.Title,
            [new(Text.RowHead, false), .. Series.Select(s => new DataColumn(s))],
            [.. Rows.Select(r => new DataRow(r.Label, [.. r.Values.Select(v => v is null ? "x" : WithInterval(v))]))]);
    }
}

/// <summary>An interval over a bar: paper where it crosses the bar, ink beyond.</summary>
internal static class Interval
{
    public static void Draw(SvgCanvas canvas, (double Low, double Value, double High) at, double y)
    {
        canvas.Line((at.Low, y), (at.Value, y), Palette.PaperLine, 1.8);
        canvas.Line((at.Low, y - 5), (at.Low, y + 5), Palette.PaperLine, 1.8);
        canvas.Line((at.Value, y), (at.High, y), Palette.InkLine, 1.8);
        canvas.Line((at.High, y - 5), (at.High, y + 5), Palette.InkLine, 1.8);
    }
}
