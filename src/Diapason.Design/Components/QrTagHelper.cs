using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Diapason.Design.Components;

/// <summary>A text for a telephone's camera (ISO/IEC 18004), drawn on the server, black on white in every theme.</summary>
[HtmlTargetElement("dia-qr", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrTagHelper : ComponentTagHelper
{
    public string Text { get; set; } = "";

    /// <summary>What the picture is, for who does not see it.</summary>
    public string Label { get; set; } = "";

    private protected override void Draw(Markup markup)
    {
        using var drawn = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var rows = drawn.ModuleMatrix;
        var size = rows.Count.ToString(CultureInfo.InvariantCulture);
        markup.Raw("<svg class=\"qr\" role=\"img\" shape-rendering=\"crispEdges\"").Attribute("aria-label", Label).Attribute("viewBox", $"0 0 {size} {size}")
            .Raw("><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"");
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x]) markup.Raw(string.Create(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z"));
        markup.Raw("\"/></svg>");
    }
}
