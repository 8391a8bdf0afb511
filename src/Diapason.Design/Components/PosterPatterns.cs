using System.Globalization;
using System.Text;

namespace Diapason.Design.Components;

/// <summary>The three line patterns of posters, composed once. Decorative.</summary>
internal static class PosterPatterns
{
    private const string Open = "<svg viewBox=\"0 0 400 260\" aria-hidden=\"true\" focusable=\"false\">";

    public static readonly string Bars = ComposeBars();
    public static readonly string Circles = ComposeCircles();
    public static readonly string Waves = ComposeWaves();

    // Heights are drawn, not random: a poster looks the same at each start.
    private static string ComposeBars()
    {
        ReadOnlySpan<int> heights =
        [
            34, 71, 68, 72, 107, 109, 63, 34, 78, 110, 117, 149, 165, 116, 52, 65, 133,
            153, 173, 196, 158, 77, 34, 120, 150, 154, 173, 159, 89, 30, 83, 117, 107, 113,
        ];
        var svg = new StringBuilder(Open).Append("<path d=\"");
        for (var i = 0; i < heights.Length; i++)
            svg.Append(CultureInfo.InvariantCulture, $"M{12 + i * 11.4:0.#} 260v-{heights[i]}");
        return svg.Append("\" class=\"k-laiton\" stroke=\"#e3b04b\" stroke-width=\"5.4\" fill=\"none\"/></svg>").ToString();
    }

    private static string ComposeCircles()
    {
        var svg = new StringBuilder(Open).Append("<g fill=\"none\" stroke=\"#f6cdbf\">");
        var radius = 16.0;
        for (var i = 0; i < 23; i++)
        {
            var width = Math.Max(.8, 7.5 - i * .4);
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"96\" cy=\"276\" r=\"{radius:0}\" stroke-width=\"{width:0.#}\"/>");
            radius += 15.5 + i * .5;
        }
        return svg.Append("</g></svg>").ToString();
    }

    private static string ComposeWaves()
    {
        var svg = new StringBuilder(Open).Append("<path d=\"");
        for (var line = 0; line < 15; line++)
        {
            var previous = Wave(line, 0);
            svg.Append(CultureInfo.InvariantCulture, $"M0 {previous:0.#}");
            for (var x = 8; x <= 400; x += 8)
            {
                var y = Math.Round(Wave(line, x), 1);
                svg.Append(CultureInfo.InvariantCulture, $"l8 {y - previous:0.#}");
                previous = y;
            }
        }
        return svg.Append("\" fill=\"none\" stroke=\"#16202b\" stroke-width=\"1.5\"/></svg>").ToString();
    }

    // Two sines that slide against each other from one line to the next, calm at the left and right edges.
    private static double Wave(int line, int x)
    {
        var envelope = .35 + .65 * Math.Sin(Math.PI * x / 400);
        var swing = 4.5 * Math.Sin(x / 16.0 + line * .35) + 5 * Math.Sin(x / 27.0 - line * .55);
        return Math.Round(18 + line * 16 + envelope * swing, 1);
    }
}
