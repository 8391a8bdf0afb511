using System.Text.RegularExpressions;

namespace Diapason.EndToEnd.Pictures;

/// <summary>Finds by itself what a page draws and no picture holds.</summary>
internal static partial class Coverage
{
    /// <summary>The visible words and drawings of the page that lie in none of the areas.</summary>
    public const string Script = """
        areas => [...document.body.querySelectorAll('*')]
          .filter(one => one.matches('input, select, textarea, button, svg, img, hr') || [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
          .filter(one => one.checkVisibility() && !one.closest('script, style, .evitement') && !areas.some(area => one.closest(area)))
          .map(one => one.outerHTML.slice(0, 120))
        """;

    /// <summary>The classes of the areas, of what they hold and of what holds them.</summary>
    public const string Classes = """
        areas => {
          const pictured = areas.flatMap(area => [...document.querySelectorAll(area)]);
          const held = pictured.flatMap(one => [...one.querySelectorAll('*')]);
          const holding = pictured.flatMap(one => { const up = []; for (let each = one; each; each = each.parentElement) up.push(each); return up; });
          return [...new Set([...held, ...holding].flatMap(one => [...one.classList]))];
        }
        """;

    /// <summary>The classes that the style sheets of pages speak of on a screen, each with its sheet; the house's own sheet is shown whole on the specimen page.</summary>
    public static IReadOnlyList<(string Sheet, string Class)> Styled() =>
        [.. from file in Directory.EnumerateFiles(Path.Combine(Server.Repository, "src", "Diapason.Design", "wwwroot", "lib"), "*.css")
            where Path.GetFileName(file) != "diapason.css"
            from name in Class().Matches(Print().Replace(Comment().Replace(File.ReadAllText(file), ""), "")).Select(match => match.Groups["name"].Value).Distinct()
            orderby file, name
            select (Path.GetFileName(file), name)];

    [GeneratedRegex(@"\.(?<name>-?[a-z][a-z0-9_-]*)(?=[^;{}]*\{)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Class();

    [GeneratedRegex(@"@media print\s*\{(?>[^{}]+|\{(?<open>)|\}(?<-open>))*(?(open)(?!))\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Print();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();
}
