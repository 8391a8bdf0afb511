using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Layout;

/// <summary>Who asks: the council's mark and name, on every page and at every width. Draws nothing before a first kit is loaded.</summary>
[HtmlTargetElement("dia-council", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CouncilTagHelper(CurrentCouncil council) : ComponentTagHelper
{
    private protected override bool Prepare() => council.OrNull is not null;

    private protected override void Draw(Markup markup)
    {
        var (name, look) = (council.Value.Name, council.Settings.Look);
        markup.Raw("<p class=\"organisme\">");
        // The name says it already: read aloud, the mark would only repeat it.
        if (look.Mark.Length > 0)
            markup.Raw("<span class=\"sigle ").Raw(Accent(look.Accent)).Raw("\" aria-hidden=\"true\">").Text(look.Mark).Raw("</span>");
        markup.Raw("<span").Attribute("lang", name.Has(Languages.Current) ? null : name.LanguageHere).Raw(">").Text(name.Here).Raw("</span></p>");
    }

    private static string Accent(CouncilAccent accent) => accent switch
    {
        CouncilAccent.Slate => "ardoise",
        CouncilAccent.Madder => "garance",
        CouncilAccent.Brass => "laiton",
        _ => "sapin",
    };
}
