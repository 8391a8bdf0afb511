using Diapason.Platform.Security;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Design.Components;

/// <summary>A code to keep, in large. One press selects it; with script it is also copied, shared or printed.</summary>
[HtmlTargetElement("dia-kept-code", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeptCodeTagHelper : ComponentTagHelper
{
    /// <summary>With its word: <c>REPRISE-7KQ2-9VXM-04TD-HJ3P-8</c>.</summary>
    public string Code { get; set; } = "";

    /// <summary>What is sent when the code is shared: a sentence that says which code it is and where it is typed. No sharing when null.</summary>
    public string? Share { get; set; }

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<div class=\"garde\"><strong class=\"code-garde\" translate=\"no\">");
        DrawCode(markup, Code);
        markup.Raw("</strong><p class=\"garde-gestes\">");
        DrawButton(markup, ("data-copy", Code), "code.copy");
        if (Share is not null) DrawButton(markup, ("data-share", Share), "code.share");
        DrawButton(markup, ("data-print", ""), "code.print");
        markup.Raw("<span role=\"status\"").Attribute("data-copied", Words.Of("code.copied")).Raw("></span></p></div>");
    }

    /// <summary>A line may end after the word, and nowhere else.</summary>
    internal static void DrawCode(Markup markup, string code)
    {
        var word = code.IndexOf('-', StringComparison.Ordinal) + 1;
        markup.Text(code[..word]).Raw("<wbr><span>").Text(code[word..]).Raw("</span>");
    }

    // Shown by page.js where the browser can do it.
    private static void DrawButton(Markup markup, (string Name, string Value) act, string text) =>
        markup.Raw("<button type=\"button\" class=\"discret\" hidden").Attribute(act.Name, act.Value).Raw(">").Text(Words.Of(text)).Raw("</button>");
}

/// <summary>A code in a sentence, to be noted.</summary>
[HtmlTargetElement("dia-code-noted", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NotedCodeTagHelper : ComponentTagHelper
{
    /// <summary>With its word.</summary>
    public string Code { get; set; } = "";

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<strong class=\"code\" translate=\"no\">");
        KeptCodeTagHelper.DrawCode(markup, Code);
        markup.Raw("</strong>");
    }
}

/// <summary>After a code typed in the wrong box: the link to the page where it goes. Draws nothing without a kind.</summary>
[HtmlTargetElement("dia-code-elsewhere", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CodeElsewhereTagHelper(LinkGenerator links) : ComponentTagHelper
{
    private string? _address;

    public CodeKind? Kind { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected override bool Prepare()
    {
        _address = Kind?.Page.AddressOrNull(links, ViewContext.HttpContext.Request.PathBase);
        return _address is not null;
    }

    private protected override void Draw(Markup markup) =>
        markup.Raw("<p><a class=\"bouton second\"").Attribute("href", _address).Raw(">").Text(Words.Of("code.goes_to", Kind!.PageName)).Raw("</a></p>");
}
