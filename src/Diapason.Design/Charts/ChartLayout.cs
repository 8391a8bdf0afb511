namespace Diapason.Design.Charts;

/// <summary>The two widths a chart is drawn at; text stays at 12 px or more on a 320 px screen.</summary>
internal readonly record struct ChartLayout(double Width, bool Narrow)
{
    public static readonly ChartLayout Ample = new(820, false);
    public static readonly ChartLayout Tight = new(300, true);

    public string Name => Narrow ? "n" : "w";

    public Lettering Label => new(Narrow ? 15 : 16, Palette.Ink, Narrow ? Anchor.Start : Anchor.End, Narrow);

    public static Lettering Legend => new(14, Palette.SecondInk);

    public static Lettering Axis => new(13, Palette.SecondInk, Anchor.Middle);
}

/// <summary>Row labels: in a column at the left when wide, above the row when narrow.</summary>
internal sealed class LabelColumn
{
    private const double Gap = 20;
    private readonly ChartLayout _layout;
    private readonly List<IReadOnlyList<string>> _lines = [];

    /// <param name="layout">The width drawn at.</param>
    /// <param name="labels">One label a row.</param>
    /// <param name="beside">Room kept at the end of a narrow label's line, for its value.</param>
    public LabelColumn(ChartLayout layout, IEnumerable<string> labels, double beside = 0)
    {
        _layout = layout;
        var all = labels.ToList();
        var lettering = layout.Label;
        var most = layout.Narrow ? layout.Width - beside : 280;
        foreach (var label in all) _lines.Add(TextMeasure.Wrap(label, lettering.Size, most, lettering.Bold));
        var widest = _lines.SelectMany(l => l).Select(l => TextMeasure.Width(l, lettering.Size, lettering.Bold)).DefaultIfEmpty(0).Max();
        Left = layout.Narrow ? 0 : Math.Ceiling(widest) + Gap;
    }

    /// <summary>Where the drawing starts.</summary>
    public double Left { get; }

    private double LineHeight => _layout.Label.Size * 1.25;

    /// <summary>Height of a row whose drawing is so high.</summary>
    public double RowHeight(int row, double drawing)
    {
        var text = _lines[row].Count * LineHeight;
        return _layout.Narrow ? text + 8 + drawing : Math.Max(text, drawing);
    }

    /// <summary>Where the lines of an axis may run: everywhere beside a column of labels; beside the drawings alone when each label stands over its own, which a line would cross.</summary>
    /// <param name="whole">The whole height.</param>
    /// <param name="rows">The height of each row, with the gap after it, and of its drawing.</param>
    public IReadOnlyList<(double Top, double Bottom)> Clear((double Top, double Bottom) whole, IEnumerable<(double Step, double Drawing)> rows)
    {
        if (!_layout.Narrow) return [whole];
        var spans = new List<(double, double)>();
        var y = whole.Top;
        foreach (var (row, (step, drawing)) in rows.Index())
        {
            var start = y + (_lines[row].Count * LineHeight) + 8;
            spans.Add((start - 3, start + drawing + 3));
            y += step;
        }

        return spans.Count == 0 ? [whole] : [.. spans[..^1], (spans[^1].Item1, whole.Bottom)];
    }

    /// <summary>Writes the label of a row that starts at y and returns where its drawing starts.</summary>
    public double Draw(SvgCanvas canvas, int row, double y, double drawing)
    {
        var lettering = _layout.Label;
        var text = _lines[row].Count * LineHeight;
        if (_layout.Narrow)
        {
            canvas.Lines(0, y + lettering.Size, _lines[row], lettering);
            return y + text + 8;
        }
        var middle = y + RowHeight(row, drawing) / 2;
        canvas.Lines(Left - Gap, middle - text / 2 + lettering.Size * .98, _lines[row], lettering);
        return middle - drawing / 2;
    }
}

/// <summary>A legend that flows on as many lines as its words need.</summary>
internal static class Legend
{
    public const double LineHeight = 22;

    /// <summary>Draws coloured squares and their names; returns the height taken.</summary>
    public static double Draw(SvgCanvas canvas, IReadOnlyList<string> names, IReadOnlyList<Paint> paints)
    {
        double x = 0, y = 0;
        var lettering = ChartLayout.Legend;
        for (var i = 0; i < names.Count; i++)
        {
            var lines = TextMeasure.Wrap(names[i], lettering.Size, canvas.Width - 19);
            var width = 19 + lines.Select(l => TextMeasure.Width(l, lettering.Size)).DefaultIfEmpty(0).Max();
            if (x > 0 && x + width > canvas.Width)
            {
                x = 0;
                y += LineHeight;
            }
            canvas.Rectangle(new(x, y + 1, 13, 13), paints[i], radius: 2);
            canvas.Lines(x + 19, y + 12, lines, lettering);
            x += width + 20;
            y += Math.Max(0, lines.Count - 1) * lettering.Size * 1.25;
        }
        return y + LineHeight;
    }
}
