using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design;

/// <summary>A component that draws itself when the page is flushed: no intermediate string, no partial view.</summary>
public abstract class ComponentTagHelper : TagHelper, IHtmlContent
{
    private protected IHtmlContent? Children { get; private set; }

    private protected TagHelperAttributeList? Others { get; private set; }

    private protected virtual bool HasChildren => false;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (HasChildren) Children = await output.GetChildContentAsync();
        // Razor empties the output and uses it again for the next tag, while this one is drawn when the page is flushed.
        if (output.Attributes.Count > 0) Others = [.. output.Attributes];
        output.TagName = null;
        if (Prepare()) output.Content.SetHtmlContent(this);
        else output.SuppressOutput();
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Draw(new Markup(writer, encoder));

    /// <summary>Reads what must be read while the page is being made; false draws nothing.</summary>
    private protected virtual bool Prepare() => true;

    private protected abstract void Draw(Markup markup);

    private protected void DrawChildren(Markup markup) => Children?.WriteTo(markup.Writer, markup.Encoder);

    /// <summary>Passes attributes the component does not know (data-*, maxlength, formaction…) to its main element.</summary>
    private protected void DrawOthers(Markup markup)
    {
        if (Others is null) return;
        foreach (var attribute in Others)
        {
            if (attribute.Name == "class") continue;
            markup.Raw(" ");
            attribute.WriteTo(markup.Writer, markup.Encoder);
        }
    }
}
