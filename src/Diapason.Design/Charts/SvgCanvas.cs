using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Diapason.Design.Charts;

/// <summary>Where a text is held from.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>How a text is set.</summary>
internal readonly record struct Lettering(double Size, Paint Paint, Anchor Anchor = Anchor.Start, bool Bold = false);

/// <summary>A rectangle in the units of the drawing.</summary>
internal sealed record Box(double X, double Y, double Width, double Height);

/// <summary>Draws shapes and texts as SVG: colours as attributes and classes, no inline style, no script.</summary>
internal sealed class SvgCanvas(double width)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(
        UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.LatinExtendedA, UnicodeRanges.GeneralPunctuation, UnicodeRanges.MathematicalOperators);

    private readonly StringBuilder _body = new(4096);

    public double Width => width;

    public void Rectangle(Box box, Paint fill, string? title = null, double radius = 0)
    {
        _body.Append("<rect x=\"").Number(box.X).Append("\" y=\"").Number(box.Y).Append("\" width=\"").Number(Math.Max(0, box.Width))
            .Append("\" height=\"").Number(box.Height);
        if (radius > 0) _body.Append("\" rx=\"").Number(radius);
        Fill(fill);
        if (title is null) _body.Append("/>");
        else _body.Append("><title>").Append(Encoder.Encode(title)).Append("</title></rect>");
    }

    /// <summary>A box known to be without a value: ruled diagonally, so that it cannot be read as zero.</summary>
    public void Hatched(Box box, string title)
    {
        _body.Append("<path d=\"M").Number(box.X).Append(' ').Number(box.Y).Append('h').Number(box.Width).Append('v').Number(box.Height)
            .Append('h').Number(-box.Width).Append('z');
        for (var x = 6.0; x < box.Width + box.Height; x += 6)
        {
            var (fromX, fromY) = x <= box.Width ? (x, 0.0) : (box.Width, x - box.Width);
            var (toX, toY) = x <= box.Height ? (0.0, x) : (x - box.Height, box.Height);
            _body.Append('M').Number(box.X + fromX).Append(' ').Number(box.Y + fromY).Append('L').Number(box.X + toX).Append(' ').Number(box.Y + toY);
        }
        _body.Append("\" fill=\"none\" stroke=\"").Append(Palette.Axis.Hex).Append("\" class=\"").Append(Palette.Axis.CssClass)
            .Append("\"><title>").Append(Encoder.Encode(title)).Append("</title></path>");
    }

    public void Line((double X, double Y) from, (double X, double Y) to, Paint stroke, double thickness = 1)
    {
        _body.Append("<path d=\"M").Number(from.X).Append(' ').Number(from.Y).Append('L').Number(to.X).Append(' ').Number(to.Y)
            .Append("\" stroke=\"").Append(stroke.Hex).Append("\" class=\"").Append(stroke.CssClass)
            .Append("\" stroke-width=\"").Number(thickness).Append("\"/>");
    }

    public void Dot(double x, double y, double radius, Paint fill)
    {
        _body.Append("<circle cx=\"").Number(x).Append("\" cy=\"").Number(y).Append("\" r=\"").Number(radius)
            .Append("\" fill=\"").Append(fill.Hex).Append("\" stroke=\"").Append(Palette.PaperLine.Hex).Append("\" stroke-width=\"2\" class=\"")
            .Append(fill.CssClass).Append(' ').Append(Palette.PaperLine.CssClass).Append("\"/>");
    }

    /// <summary>A dot that is open: what is under it shows.</summary>
    public void Ring(double x, double y, double radius, Paint stroke) =>
        _body.Append("<circle cx=\"").Number(x).Append("\" cy=\"").Number(y).Append("\" r=\"").Number(radius)
            .Append("\" fill=\"none\" stroke=\"").Append(stroke.Hex).Append("\" stroke-width=\"2.6\" class=\"").Append(stroke.CssClass).Append("\"/>");

    public void Text(double x, double y, string text, Lettering lettering)
    {
        _body.Append("<text x=\"").Number(x).Append("\" y=\"").Number(y).Append("\" font-size=\"").Number(lettering.Size);
        if (lettering.Bold) _body.Append("\" font-weight=\"600");
        if (lettering.Anchor != Anchor.Start) _body.Append("\" text-anchor=\"").Append(lettering.Anchor == Anchor.End ? "end" : "middle");
        Fill(lettering.Paint);
        _body.Append('>').Append(Encoder.Encode(text)).Append("</text>");
    }

    /// <summary>Lines one under the other; the first baseline is at y.</summary>
    public void Lines(double x, double y, IReadOnlyList<string> lines, Lettering lettering)
    {
        for (var i = 0; i < lines.Count; i++) Text(x, y + i * lettering.Size * 1.25, lines[i], lettering);
    }

    /// <summary>The finished drawing, named and described for those who do not see it.</summary>
    public string Finish(double height, ChartText text, string layout)
    {
        var svg = new StringBuilder(_body.Length + 400);
        var id = $"{text.Id}-{layout}";
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").Number(width).Append(' ').Number(height)
            .Append("\" role=\"img\" aria-labelledby=\"").Append(id).Append("-t ").Append(id).Append("-d\" font-family=\"Public Sans, sans-serif\"><title id=\"")
            .Append(id).Append("-t\">").Append(Encoder.Encode(text.Title)).Append("</title><desc id=\"").Append(id).Append("-d\">")
            .Append(Encoder.Encode(text.Description)).Append("</desc>").Append(_body).Append("</svg>");
        return svg.ToString();
    }

    private void Fill(Paint fill) =>
        _body.Append("\" fill=\"").Append(fill.Hex).Append("\" class=\"").Append(fill.CssClass).Append('"');
}

/// <summary>Coordinates are written with one decimal and a point, whatever the culture.</summary>
file static class Coordinates
{
    public static StringBuilder Number(this StringBuilder builder, double value)
    {
        Span<char> text = stackalloc char[24];
        Math.Round(value, 1).TryFormat(text, out var length, "0.#", CultureInfo.InvariantCulture);
        return builder.Append(text[..length]);
    }
}
