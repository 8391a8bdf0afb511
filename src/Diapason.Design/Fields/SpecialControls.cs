using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Fields;

/// <summary>A drop-down list, for more answers than radios can show.</summary>
[HtmlTargetElement("dia-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : ControlTagHelper
{
    public IReadOnlyList<Choice> Items { get; set; } = [];

    /// <summary>The empty first line; none when null.</summary>
    public string? Prompt { get; set; }

    private protected override void DrawControl(Markup markup)
    {
        markup.Raw("<select");
        DrawIdentity(markup, WidthClass).Raw(">");
        if (Prompt is not null) markup.Raw("<option value=\"\">").Text(Prompt).Raw("</option>");
        foreach (var item in Items)
        {
            markup.Raw("<option").Attribute("value", item.Value).Flag("selected", item.Value == Value)
                .Raw(">").Text(item.Label).Raw("</option>");
        }
        markup.Raw("</select>");
    }
}

/// <summary>A date in the browser's own control; posts yyyy-MM-dd in every language.</summary>
[HtmlTargetElement("dia-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : ControlTagHelper
{
    private protected override void DrawControl(Markup markup)
    {
        markup.Raw("<input type=\"date\"");
        DrawIdentity(markup, "champ l-10").Attribute("value", Value).Raw(">");
    }
}

/// <summary>A password: never written back, whatever was typed.</summary>
[HtmlTargetElement("dia-password", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PasswordTagHelper : ControlTagHelper
{
    private protected override void DrawControl(Markup markup)
    {
        Autocomplete ??= "current-password";
        if (Width == 0) Width = 20;
        markup.Raw("<input type=\"password\" autocapitalize=\"none\" spellcheck=\"false\"");
        DrawIdentity(markup, WidthClass).Raw(">");
    }
}

/// <summary>A code copied from paper or from a screen: workshop, resume, receipt, one-time code.</summary>
[HtmlTargetElement("dia-code", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CodeTagHelper : ControlTagHelper
{
    /// <summary>Nothing but digits: a phone opens that keyboard.</summary>
    public bool Digits { get; set; }

    private protected override void DrawControl(Markup markup)
    {
        Autocomplete ??= "off";
        if (Width == 0) Width = 10;
        markup.Raw(Digits ? "<input type=\"text\" inputmode=\"numeric\" spellcheck=\"false\"" : "<input type=\"text\" autocapitalize=\"characters\" spellcheck=\"false\"");
        DrawIdentity(markup, WidthClass + " code-saisi").Attribute("value", Value).Raw(">");
    }
}

/// <summary>A file; its form needs enctype="multipart/form-data".</summary>
[HtmlTargetElement("dia-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : ControlTagHelper
{
    public string? Accept { get; set; }

    /// <summary>Several may be chosen at once.</summary>
    public bool Multiple { get; set; }

    private protected override void DrawControl(Markup markup)
    {
        // The browser writes its own button in its own language: page.js lays ours over it, and the field stays the browser's.
        markup.Raw("<span class=\"depot\"><input type=\"file\"").Attribute("accept", Accept).Flag("multiple", Multiple).Attribute("data-choose", Words.Of("file.choose")).Attribute("data-none", Words.Of("file.none"));
        DrawIdentity(markup, "champ fichier").Raw("></span>");
    }
}
