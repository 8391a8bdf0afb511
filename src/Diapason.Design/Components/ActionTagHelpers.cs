using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Components;

/// <summary>How much a button weighs on its page.</summary>
public enum ButtonKind
{
    /// <summary>The page's one main action.</summary>
    Primary,

    /// <summary>Any other action.</summary>
    Secondary,

    /// <summary>The main call on a green panel; one a screen at most.</summary>
    Brass,

    /// <summary>An underlined text that acts: skip, withdraw.</summary>
    Discreet,
}

/// <summary>A button, or a link that looks like one when it has an address. Never disabled.</summary>
[HtmlTargetElement("dia-button")]
public sealed class ButtonTagHelper : ComponentTagHelper
{
    public ButtonKind Kind { get; set; }

    public bool Small { get; set; }

    public string? Href { get; set; }

    /// <summary>submit by default.</summary>
    public string Type { get; set; } = "submit";

    /// <summary>Said to screen readers after the text: « Retirer : Décrire un inventaire ».</summary>
    public string? About { get; set; }

    private protected override bool HasChildren => true;

    private string CssClass => (Kind, Small) switch
    {
        (ButtonKind.Discreet, _) => "discret",
        (ButtonKind.Secondary, false) => "bouton second",
        (ButtonKind.Secondary, true) => "bouton second petit",
        (ButtonKind.Brass, false) => "bouton laiton",
        (ButtonKind.Brass, true) => "bouton laiton petit",
        (_, true) => "bouton petit",
        _ => "bouton",
    };

    private protected override void Draw(Markup markup)
    {
        if (Href is null) markup.Raw("<button").Attribute("type", Type);
        else markup.Raw("<a").Attribute("href", Href);
        markup.Attribute("class", CssClass);
        DrawOthers(markup);
        markup.Raw(">");
        DrawChildren(markup);
        if (About is not null) markup.Raw("<span class=\"masque\">").Text(Words.Colon).Text(About).Raw("</span>");
        markup.Raw(Href is null ? "</button>" : "</a>");
    }
}

/// <summary>What stands on top of a page and goes one step back: a link or, without an address, a button of the form named by <c>form</c>.</summary>
[HtmlTargetElement("dia-back")]
public sealed class BackTagHelper : ComponentTagHelper
{
    public string? Href { get; set; }

    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        if (Href is null) markup.Raw("<button type=\"submit\" class=\"retour\"");
        else markup.Raw("<a class=\"retour\"").Attribute("href", Href);
        DrawOthers(markup);
        markup.Raw(">");
        DrawChildren(markup);
        markup.Raw(Href is null ? "</button>" : "</a>");
    }
}
