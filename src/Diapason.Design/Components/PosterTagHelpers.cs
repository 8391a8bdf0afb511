using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Components;

/// <summary>The three posters of a season.</summary>
public enum PosterKind
{
    /// <summary>Green, bars: a consultation.</summary>
    Green,

    /// <summary>Red, circles: an encounter.</summary>
    Red,

    /// <summary>Brass, waves: a training.</summary>
    Brass,
}

/// <summary>At most three dated posters side by side.</summary>
[HtmlTargetElement("dia-posters")]
public sealed class PostersTagHelper : ComponentTagHelper
{
    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<div class=\"affiches\">");
        DrawChildren(markup);
        markup.Raw("</div>");
    }
}

/// <summary>A flat colour, a line pattern, a title, a date; the whole poster is one link. Its content is the sentence.</summary>
[HtmlTargetElement("dia-poster")]
public sealed class PosterTagHelper : ComponentTagHelper
{
    public PosterKind Kind { get; set; }

    public string Href { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>The date in words: « Jusqu’au 12 décembre ». A poster is always dated.</summary>
    public string When { get; set; } = "";

    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw(Kind switch
        {
            PosterKind.Red => "<article class=\"affiche rouge\">",
            PosterKind.Brass => "<article class=\"affiche or\">",
            _ => "<article class=\"affiche\">",
        }).Raw(Kind switch
        {
            PosterKind.Red => PosterPatterns.Circles,
            PosterKind.Brass => PosterPatterns.Waves,
            _ => PosterPatterns.Bars,
        });
        markup.Raw("<div class=\"corps\"><h3><a").Attribute("href", Href).Raw(">").Text(Title).Raw("</a></h3><p>");
        DrawChildren(markup);
        markup.Raw("</p>").Element("p", "quand", When).Raw("</div></article>");
    }
}
