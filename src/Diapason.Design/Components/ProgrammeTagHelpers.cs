using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Components;

/// <summary>A list of what is on offer: title, one sentence, duration; the whole row is the link.</summary>
[HtmlTargetElement("dia-programme")]
public sealed class ProgrammeTagHelper : ComponentTagHelper
{
    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<ul class=\"programme\" role=\"list\">");
        DrawChildren(markup);
        markup.Raw("</ul>");
    }
}

/// <summary>One line of a programme; its content is the sentence.</summary>
[HtmlTargetElement("dia-programme-line")]
public sealed class ProgrammeLineTagHelper : ComponentTagHelper
{
    public string Href { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>Duration, count or price, at the end of the row.</summary>
    public string? Aside { get; set; }

    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<li><a").Attribute("href", Href).Raw("><h3>").Text(Title).Raw("</h3>").Element("span", "duree", Aside)
            .Raw("<span class=\"dit\">");
        DrawChildren(markup);
        markup.Raw("</span></a></li>");
    }
}

/// <summary>Key facts in a ruled definition list.</summary>
[HtmlTargetElement("dia-facts")]
public sealed class FactsTagHelper : ComponentTagHelper
{
    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<dl class=\"fiche\">");
        DrawChildren(markup);
        markup.Raw("</dl>");
    }
}

/// <summary>One fact; its content is the value.</summary>
[HtmlTargetElement("dia-fact")]
public sealed class FactTagHelper : ComponentTagHelper
{
    public string Label { get; set; } = "";

    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<div><dt>").Text(Label).Raw("</dt><dd>");
        DrawChildren(markup);
        markup.Raw("</dd></div>");
    }
}

/// <summary>Published figures in large type, their study named beside.</summary>
[HtmlTargetElement("dia-figures")]
public sealed class FiguresTagHelper : ComponentTagHelper
{
    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<dl class=\"chiffres\">");
        DrawChildren(markup);
        markup.Raw("</dl>");
    }
}

/// <summary>One large figure; its content says what it counts.</summary>
[HtmlTargetElement("dia-big-figure")]
public sealed class BigFigureTagHelper : ComponentTagHelper
{
    public string Value { get; set; } = "";

    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<div><dt>");
        DrawChildren(markup);
        markup.Raw("</dt><dd>").Text(Value).Raw("</dd></div>");
    }
}
