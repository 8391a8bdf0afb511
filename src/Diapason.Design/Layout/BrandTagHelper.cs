using Diapason.Design.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Layout;

/// <summary>The tuning fork and the name, a link to the home page of the current language and council.</summary>
[HtmlTargetElement("dia-brand", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BrandTagHelper : ComponentTagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected override void Draw(Markup markup)
    {
        var home = ViewContext.HttpContext.Request.PathBase.Value;
        markup.Raw("<a class=\"marque\"").Attribute("href", string.IsNullOrEmpty(home) ? "/" : home)
            .Raw(">").Raw(Icons.Mark).Raw("<span>Diapason</span></a>");
    }
}
