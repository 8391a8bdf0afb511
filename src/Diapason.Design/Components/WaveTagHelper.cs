using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Components;

/// <summary>The signature drawing of the home page and of covers: contours echoed around a tuning fork. Decorative.</summary>
[HtmlTargetElement("dia-wave", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WaveTagHelper : ComponentTagHelper
{
    // Widths of the echoes, outermost first: each ring is drawn, then hollowed by a slightly thinner one.
    private static readonly double[] Rings =
    [
        997.9, 918.1, 843.6, 773.9, 708.8, 648.0, 591.1, 538.0, 488.3, 441.9, 398.5, 358.0,
        320.1, 284.7, 251.6, 220.7, 191.8, 164.8, 139.5, 115.9, 93.9, 73.3, 54.0, 36.0,
    ];

    private static readonly string Drawing = Compose();

    private protected override void Draw(Markup markup) => markup.Raw(Drawing);

    private static string Compose()
    {
        var svg = new StringBuilder("<svg class=\"onde\" viewBox=\"0 0 900 760\" aria-hidden=\"true\" focusable=\"false\"><defs>")
            .Append("<path id=\"onde-d\" d=\"M330 100V420a50 50 0 0 0 100 0V100M380 470V800\"/></defs>")
            .Append("<g transform=\"translate(150 10) rotate(16 380 410) scale(1.08)\">");
        for (var i = 0; i < Rings.Length; i++)
        {
            var opacity = i < 4 ? .10 : .10 + (i - 3) * .0425;
            var stroke = 1.9 + i * .083;
            svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#onde-d\" stroke-width=\"{Rings[i]:0.#}\" stroke-opacity=\"{opacity:0.##}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<use href=\"#onde-d\" class=\"v\" stroke-width=\"{Rings[i] - stroke:0.#}\"/>");
        }
        return svg.Append("<use href=\"#onde-d\" stroke-width=\"17\"/></g></svg>").ToString();
    }
}
