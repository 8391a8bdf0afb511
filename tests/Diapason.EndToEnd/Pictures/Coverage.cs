namespace Diapason.EndToEnd.Pictures;

/// <summary>Finds by itself what a page draws and no picture holds.</summary>
internal static class Coverage
{
    /// <summary>The visible words and drawings of the page that lie in none of the areas.</summary>
    public const string Script = """
        areas => [...document.body.querySelectorAll('*')]
          .filter(one => one.matches('input, select, textarea, button, svg, img, hr') || [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
          .filter(one => one.checkVisibility() && !one.closest('script, style, .evitement') && !areas.some(area => one.closest(area)))
          .map(one => one.outerHTML.slice(0, 120))
        """;
}
