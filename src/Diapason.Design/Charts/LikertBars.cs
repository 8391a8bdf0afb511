using Diapason.Design.Components;

namespace Diapason.Design.Charts;

/// <summary>A row of stacked answers, in per cent in the order of the scale; null when suppressed.</summary>
public sealed record LikertRow(string Label, IReadOnlyList<double>? Shares);

/// <summary>Stacked answers on one scale, always in the same order, figures inside.</summary>
public static class LikertBars
{
    public static Chart Draw(ChartText text, IReadOnlyList<string> steps, IReadOnlyList<LikertRow> rows)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(rows);
        var plan = new Plan(text, Scale.Percent(text.Culture), steps, rows);
        return new(plan.Draw(ChartLayout.Ample), plan.Draw(ChartLayout.Tight), plan.Table());
    }

    private sealed record Plan(ChartText Text, Scale Scale, IReadOnlyList<string> Steps, IReadOnlyList<LikertRow> Rows)
    {
        public string Draw(ChartLayout layout)
        {
            var canvas = new SvgCanvas(layout.Width);
            var paints = Palette.LikertFor(Steps.Count);
            var labels = new LabelColumn(layout, Rows.Select(r => r.Label));
            var y = Legend.Draw(canvas, Steps, paints) + 10;
            var height = layout.Narrow ? 26 : 30;
            for (var i = 0; i < Rows.Count; i++)
            {
                var start = labels.Draw(canvas, i, y, height);
                DrawRow(canvas, Rows[i], new(labels.Left, start, layout.Width - labels.Left, height));
                y += labels.RowHeight(i, height) + 14;
            }
            return canvas.Finish(y, Text, layout.Name);
        }

        private void DrawRow(SvgCanvas canvas, LikertRow row, Box box)
        {
            if (row.Shares is null)
            {
                SuppressedBar.Draw(canvas, box, Text);
                return;
            }
            var paints = Palette.LikertFor(Steps.Count);
            var total = Math.Max(1e-9, row.Shares.Sum());
            var x = box.X;
            for (var i = 0; i < row.Shares.Count; i++)
            {
                var width = box.Width * row.Shares[i] / total;
                var figure = Scale.WriteBare(row.Shares[i], Text.Culture);
                var title = Words.Of("chart.value", $"{row.Label}, {Steps[i]}", Scale.Write(row.Shares[i], Text.Culture));
                // Neighbours are kept apart by a thin gap, which costs nothing to a share that is barely there.
                canvas.Rectangle(new(x, box.Y, Math.Max(width - 1.5, Math.Min(width, .5)), box.Height), paints[i], title);
                if (TextMeasure.Width(figure, 14, true) + 6 <= width)
                    canvas.Text(x + (width - 1.5) / 2, box.Y + box.Height / 2 + 5, figure, new(14, Palette.TextOn(paints[i]), Anchor.Middle, true));
                x += width;
            }
        }

        public DataTable Table() => new(
            Text.Title,
            [new(Text.RowHead, false), .. Steps.Select(s => new DataColumn(s))],
            [.. Rows.Select(r => new DataRow(r.Label, [.. Cells(r)]))]);

        private IEnumerable<string> Cells(LikertRow row) =>
            row.Shares?.Select(s => Scale.Write(s, Text.Culture)) ?? Enumerable.Repeat("x", Steps.Count);
    }
}

/// <summary>Where a value may not be shown: hatched, an x, and the reason when it fits.</summary>
internal static class SuppressedBar
{
    public static void Draw(SvgCanvas canvas, Box box, ChartText text)
    {
        var reason = Words.Of("chart.value", "x", text.Suppressed);
        var width = TextMeasure.Width(reason, 13);
        var hatch = Math.Max(24, Math.Min(60, box.Width - width - 10));
        canvas.Hatched(new(box.X, box.Y, hatch, box.Height), text.Suppressed);
        var lettering = new Lettering(13, Palette.SecondInk);
        var fits = hatch + 10 + width <= box.Width;
        canvas.Text(box.X + hatch + 10, box.Y + box.Height / 2 + 4.5, fits ? reason : "x", lettering);
    }

    /// <summary>The reason under a drawing whose cells are too small to hold it; returns the height taken.</summary>
    public static double DrawNote(SvgCanvas canvas, double y, ChartText text)
    {
        var lettering = new Lettering(13, Palette.SecondInk);
        var lines = TextMeasure.Wrap(Words.Of("chart.value", "x", text.Suppressed), lettering.Size, canvas.Width);
        canvas.Lines(0, y + lettering.Size, lines, lettering);
        return lines.Count * lettering.Size * 1.25 + 6;
    }
}
