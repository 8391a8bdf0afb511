using Diapason.Design.Components;

namespace Diapason.Design.Charts;

/// <summary>A row of a dot-against-range chart; null where a value is suppressed or not known.</summary>
/// <param name="Mark">Written against the value it speaks of, never against the label.</param>
/// <param name="Written">What stands for the value where a number alone would say too much: « about 0 % ».</param>
/// <param name="IsOpen">The value is only near the end it stands at: a ring instead of a dot, and a band that nothing closes there.</param>
public sealed record DotRow(string Label, double? Value, double? Low, double? High, double? Median, string Mark = "", string? Written = null, bool IsOpen = false);

/// <summary>What the dot, the band and the tick are called; a drawing without ticks names none, and the ring is named where one is drawn.</summary>
public sealed record DotLegend(string Value, string Range, string? Median = null, string? Open = null);

/// <summary>A dot (« you ») against the middle half and the median of others.</summary>
public static class DotRange
{
    public static Chart Draw(ChartText text, Scale scale, DotLegend legend, IReadOnlyList<DotRow> rows)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rows);
        var plan = new Plan(text, scale, legend, rows);
        return new(plan.Draw(ChartLayout.Ample), plan.Draw(ChartLayout.Tight), plan.Table());
    }

    private sealed record Plan(ChartText Text, Scale Scale, DotLegend Legend, IReadOnlyList<DotRow> Rows)
    {
        public string Draw(ChartLayout layout)
        {
            var canvas = new SvgCanvas(layout.Width);
            var room = 18 + Rows.Select(r => TextMeasure.Width(Marked(r), Lettered(r.Value).Size, Lettered(r.Value).Bold)).DefaultIfEmpty(0).Max();
            var labels = new LabelColumn(layout, Rows.Select(r => r.Label), room);
            // On a phone the value ends the label's line: the scale keeps the whole width, and an interval shows beside its dot.
            var (drawing, gap) = layout.Narrow ? (20d, 16d) : (28d, 22d);
            var top = DrawLegend(canvas) + 14;
            var left = labels.Left + 10;
            var right = layout.Width - (layout.Narrow ? 12 : room);
            double At(double value) => left + (right - left) * Scale.PortionOf(value);
            var bottom = top + Enumerable.Range(0, Rows.Count).Sum(i => labels.RowHeight(i, drawing) + gap);
            DrawAxis(canvas, At, labels.Clear((layout.Narrow ? top + 8 : top - 4, bottom), Enumerable.Range(0, Rows.Count).Select(i => (labels.RowHeight(i, drawing) + gap, drawing))), layout.Narrow);
            var y = top;
            for (var i = 0; i < Rows.Count; i++)
            {
                var middle = labels.Draw(canvas, i, y + 8, drawing) + drawing / 2;
                DrawRow(canvas, Rows[i], middle, layout.Narrow ? 5 : 7, At);
                canvas.Text(canvas.Width, layout.Narrow ? y + 24 : middle + 6, Marked(Rows[i]), Lettered(Rows[i].Value));
                y += labels.RowHeight(i, drawing) + gap;
            }
            var height = bottom + 26;
            if (Rows.Any(r => r.Value is null)) height += DrawWhyHidden(canvas, height);
            return canvas.Finish(height, Text, layout.Name);
        }

        private static Lettering Lettered(double? value) => value is null ? new(15, Palette.SecondInk, Anchor.End) : new(18, Palette.Ink, Anchor.End, true);

        private string Marked(DotRow row) => (row.Written ?? Written(row.Value)) + row.Mark;

        private string Written(double? value) => value is { } v ? Scale.Write(v, Text.Culture) : Words.Of("chart.hidden");

        /// <summary>A hidden value is the word at its place: a bar from nought, however ruled, would be read as a length.</summary>
        private double DrawWhyHidden(SvgCanvas canvas, double y)
        {
            var lettering = new Lettering(13, Palette.SecondInk);
            var lines = TextMeasure.Wrap(Text.Suppressed, lettering.Size, canvas.Width);
            canvas.Lines(0, y + lettering.Size, lines, lettering);
            return lines.Count * lettering.Size * 1.25 + 6;
        }

        private void DrawAxis(SvgCanvas canvas, Func<double, double> at, IReadOnlyList<(double Top, double Bottom)> spans, bool narrow)
        {
            var tick = narrow && Scale.Maximum / Scale.Step > 5 ? Scale.Maximum / 2 : Scale.Step;
            for (double value = 0; value <= Scale.Maximum + 1e-9; value += tick)
            {
                foreach (var (top, end) in spans) canvas.Line((at(value), top), (at(value), end), Palette.Rule);
                canvas.Text(at(value), spans[^1].Bottom + 18, Scale.WriteBare(value, Text.Culture), ChartLayout.Axis);
            }
        }

        private static void DrawRow(SvgCanvas canvas, DotRow row, double y, double radius, Func<double, double> at)
        {
            if (row is { Low: { } low, High: { } high })
            {
                canvas.Rectangle(new(at(low), y - 9, at(high) - at(low), 18), Palette.Band);
                foreach (var end in new[] { low, high })
                    if (!row.IsOpen || end != row.Value) canvas.Line((at(end), y - 9), (at(end), y + 9), Palette.Axis, 1.4);
            }
            if (row.Median is { } median) canvas.Line((at(median), y - 13), (at(median), y + 13), Palette.Axis, 2.4);
            if (row.Value is not { } value) return;
            if (row.IsOpen) canvas.Ring(at(value), y, radius, Palette.OpenLine);
            else canvas.Dot(at(value), y, radius, Palette.Series[0]);
        }

        private double DrawLegend(SvgCanvas canvas)
        {
            var lettering = ChartLayout.Legend;
            double x = 0, y = 0;
            double Place(double symbol, string name)
            {
                var width = symbol + TextMeasure.Width(name, lettering.Size);
                if (x > 0 && x + width > canvas.Width) (x, y) = (0, y + Charts.Legend.LineHeight);
                canvas.Text(x + symbol, y + 14, name, lettering);
                var at = x;
                x += width + 22;
                return at;
            }
            var dot = Place(22, Legend.Value);
            canvas.Dot(dot + 8, y + 9, 7.5, Palette.Series[0]);
            var band = Place(33, Legend.Range);
            canvas.Rectangle(new(band, y + 2, 26, 14), Palette.Band);
            canvas.Line((band, y + 2), (band, y + 16), Palette.Axis, 1.4);
            canvas.Line((band + 26, y + 2), (band + 26, y + 16), Palette.Axis, 1.4);
            if (Legend.Median is { } median)
            {
                var tick = Place(12, median);
                canvas.Line((tick + 3, y), (tick + 3, y + 18), Palette.Axis, 2.4);
            }

            if (Legend.Open is { } open && Rows.Any(r => r.IsOpen))
            {
                var ring = Place(22, open);
                canvas.Ring(ring + 8, y + 9, 6.5, Palette.OpenLine);
            }

            return y + Charts.Legend.LineHeight;
        }

        public DataTable Table() => new(
            Text.Title,
            [new(Text.RowHead, false), new(Legend.Value), .. Legend.Median is { } median ? [new DataColumn(median)] : Array.Empty<DataColumn>(), new(Legend.Range)],
            [.. Rows.Select(r => new DataRow(r.Label, Legend.Median is null ? [Marked(r), Range(r)] : [Marked(r), Written(r.Median), Range(r)]))]);

        private string Range(DotRow row) => row is { Low: { } low, High: { } high }
            ? Words.Of("chart.range", Scale.WriteBare(low, Text.Culture), Scale.Write(high, Text.Culture))
            : Words.Of("chart.hidden");
    }
}
