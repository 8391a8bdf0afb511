using Diapason.Design.Components;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Layout;

/// <summary>
/// The tuning fork and the name, a link to the home page of the current language and council; on a page of questions a button of its form, so that
/// what is ticked is kept before it is left.
/// </summary>
[HtmlTargetElement("dia-brand", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BrandTagHelper : ComponentTagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected override void Draw(Markup markup)
    {
        if (ViewContext.ViewData[Departures.Form] is string form)
        {
            markup.Raw("<button class=\"marque\" type=\"submit\" name=\"act\"").Attribute("form", form).Attribute("value", Departures.Home).Raw(">").Raw(Icons.Mark).Raw("<span>Diapason</span></button>");
            return;
        }

        var home = ViewContext.HttpContext.Request.PathBase.Value;
        markup.Raw("<a class=\"marque\"").Attribute("href", string.IsNullOrEmpty(home) ? "/" : home)
            .Raw(">").Raw(Icons.Mark).Raw("<span>Diapason</span></a>");
    }
}
