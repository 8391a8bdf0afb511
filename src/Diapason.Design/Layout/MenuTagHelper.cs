using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Design.Layout;

/// <summary>The modules' entries, as a row when the page is wide and behind a button when it is not. One list, two drawings.</summary>
[HtmlTargetElement("dia-menu", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MenuTagHelper(ModuleCatalog modules, LinkGenerator links, IAuthorizationService authorization) : ComponentTagHelper
{
    private readonly List<(string Text, string Href, bool Here)> _entries = [];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        foreach (var (entry, text) in modules.Menu())
        {
            if (entry.Policy is not null && !(await authorization.AuthorizeAsync(http.User, null, entry.Policy)).Succeeded) continue;
            // A page that is not there yet has no address, and a menu offers nothing that leads nowhere.
            if (new PageLink(entry.Page).AddressOrNull(links, http.Request.PathBase) is { } href) _entries.Add((text, href, IsHere(http.Request, href)));
        }
        await base.ProcessAsync(context, output);
    }

    private static bool IsHere(HttpRequest request, string href)
    {
        var path = request.PathBase.Add(request.Path);
        // The home page's address begins every other: it is here only when nothing follows.
        return href == request.PathBase.Value ? path == href : path.StartsWithSegments(href, StringComparison.OrdinalIgnoreCase);
    }

    private protected override bool Prepare() => _entries.Count > 0;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<nav").Attribute("aria-label", Words.Of("layout.main_menu")).Raw("><ul class=\"nav\" role=\"list\">");
        DrawEntries(markup);
        markup.Raw("</ul></nav><details class=\"menu\"><summary>").Text(Words.Of("layout.menu")).Raw("</summary><nav")
            .Attribute("aria-label", Words.Of("layout.menu")).Raw("><ul role=\"list\">");
        DrawEntries(markup);
        markup.Raw("</ul></nav></details>");
    }

    private void DrawEntries(Markup markup)
    {
        foreach (var (text, href, here) in _entries)
        {
            markup.Raw("<li><a").Attribute("href", href);
            if (here) markup.Raw(" aria-current=\"page\"");
            markup.Raw(">").Text(text).Raw("</a></li>");
        }
    }
}
