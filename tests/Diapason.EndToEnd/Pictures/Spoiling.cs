using Microsoft.Playwright;

namespace Diapason.EndToEnd.Pictures;

/// <summary>Faults of style, put on the specimen page one at a time after it was pictured: each must be seen by its subject.</summary>
internal static class Spoiling
{
    // The width at which the first of these was broken for weeks.
    public const int Width = 768;

    public static readonly IReadOnlyList<(string Style, string Subject)> Faults =
    [
        (".paire > div { display: flex; flex-wrap: wrap }", "pairs"),
        (".choix label:has(:checked) { background: none }", "checkboxes"),
        (".libelle { position: relative; left: 3px }", "fields-written"),
        (".programme > li { border: 0 }", "programme"),
        (".avis { background: none }", "notices"),
        (".etiquette { padding: 0 }", "tags-facts"),
    ];

    public static Task PutAsync(IPage page, string style) => page.EvaluateAsync(
        "style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style); document.adoptedStyleSheets = [sheet]; }", style);
}
