using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Fields;

/// <summary>A field with one control: label, hint, error, then the control.</summary>
public abstract class ControlTagHelper : FieldTagHelper
{
    public string? Value { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>Expected length in characters (2, 4, 10 or 20): the width tells it. 0 is the full measure.</summary>
    public int Width { get; set; }

    private protected sealed override void Draw(Markup markup)
    {
        markup.Raw(HasError ? "<div class=\"saisie manque\">" : "<div class=\"saisie\">");
        if (Heading) markup.Raw("<h1 class=\"titre-question\">");
        markup.Raw("<label class=\"libelle\" for=\"").Text(Id).Raw("\">");
        DrawLabelText(markup);
        markup.Raw(Heading ? "</label></h1>" : "</label>");
        DrawHintAndError(markup);
        DrawControl(markup);
        markup.Raw("</div>");
    }

    private protected abstract void DrawControl(Markup markup);

    private protected override bool Prepare()
    {
        base.Prepare();
        Value = CurrentValue(Value);
        return true;
    }

    private protected string WidthClass => Width switch
    {
        0 => "champ",
        <= 2 => "champ l-2",
        <= 4 => "champ l-4",
        <= 10 => "champ l-10",
        _ => "champ l-20",
    };

    /// <summary>Writes what every control carries: id, name, class, description, validity, autocomplete, unknown attributes.</summary>
    private protected Markup DrawIdentity(Markup markup, string cssClass)
    {
        markup.Attribute("class", cssClass).Attribute("id", Id).Attribute("name", Name);
        DescribedBy(markup);
        Invalid(markup);
        markup.Attribute("autocomplete", Autocomplete);
        DrawOthers(markup);
        return markup;
    }
}

/// <summary>A line of text.</summary>
[HtmlTargetElement("dia-text", TagStructure = TagStructure.WithoutEndTag)]
public class TextTagHelper : ControlTagHelper
{
    /// <summary>text, email, tel, url or search.</summary>
    public string Type { get; set; } = "text";

    public bool Autofocus { get; set; }

    private protected override void DrawControl(Markup markup)
    {
        markup.Raw("<input").Attribute("type", Type);
        DrawIdentity(markup, WidthClass).Attribute("value", Value).Flag("autofocus", Autofocus).Raw(">");
    }
}

/// <summary>A number typed as text, so that 12,5 and 12.5 are both accepted and nothing changes under a scroll wheel.</summary>
[HtmlTargetElement("dia-number", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NumberTagHelper : ControlTagHelper
{
    /// <summary>True for whole numbers: asks phones for the digits-only keyboard.</summary>
    public bool Whole { get; set; }

    /// <summary>Shown after the control and read with it: « heures », « $ », « % ».</summary>
    public string? Unit { get; set; }

    private protected override void DrawControl(Markup markup)
    {
        if (Unit is not null) markup.Raw("<div class=\"avec-unite\">");
        markup.Raw(Whole ? "<input type=\"text\" inputmode=\"numeric\"" : "<input type=\"text\" inputmode=\"decimal\"");
        if (Width == 0) Width = 4;
        DrawIdentity(markup, WidthClass).Attribute("value", Value).Raw(">");
        if (Unit is not null) markup.Element("span", "unite", Unit).Raw("</div>");
    }
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("dia-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTagHelper : ControlTagHelper
{
    public int Rows { get; set; } = 4;

    private protected override void DrawControl(Markup markup)
    {
        markup.Raw("<textarea rows=\"").Number(Rows).Raw("\"");
        // A leading line break right after the tag is dropped by browsers: one more keeps the text as typed.
        DrawIdentity(markup, "champ libre").Raw(">\n").Text(Value).Raw("</textarea>");
    }
}
