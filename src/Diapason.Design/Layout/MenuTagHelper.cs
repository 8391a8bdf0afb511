using Diapason.Platform.Backstage;
using Diapason.Platform.Front;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Design.Layout;

/// <summary>
/// The masthead's links, as a row when the page is wide and behind a button when it is not: the doors behind which something is on or, in the
/// Coulisses, the work to do. Where one page is all there is, the link leads straight to it.
/// </summary>
[HtmlTargetElement("dia-menu", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MenuTagHelper(SeasonProgramme programme, Desk desk, LinkGenerator links) : ComponentTagHelper
{
    private readonly List<(string Text, string Href, bool Here)> _entries = [];

    /// <summary>Behind the button only: where the page is wide they stand above.</summary>
    private readonly List<(string Text, string Href, bool Here)> _more = [];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private HttpContext Http => ViewContext.HttpContext;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Http.IsBackstage()) await AddWorkAsync();
        else await AddDoorsAsync();
        if (_entries.Count > 0)
        {
            Add(_more, Words.Of("layout.notebook"), HouseLinks.Notebook);
            Add(_more, Words.Of("layout.search"), HouseLinks.Search);
        }

        await base.ProcessAsync(context, output);
    }

    private async Task AddDoorsAsync()
    {
        foreach (var door in (await programme.NowAsync(Http.RequestAborted)).GroupBy(line => line.Door))
        {
            Add(_entries, HouseWords.NameOf(door.Key), HouseLinks.Door(HouseWords.Code(door.Key)), [.. door.Select(line => line.Link)]);
        }

        if (_entries.Count > 0) Add(_more, Words.Of("layout.programme"), HouseLinks.Programme);
    }

    private async Task AddWorkAsync()
    {
        Add(_entries, Words.Of("layout.this_week"), HouseLinks.Backstage);
        foreach (var work in (await desk.PagesAsync(Http.User)).GroupBy(page => page.Page.Work))
        {
            Add(_entries, HouseWords.ShortNameOf(work.Key), HouseLinks.Backstage.At(HouseWords.Code(work.Key)), [.. work.Select(page => page.Page.Link)]);
        }
    }

    /// <summary>A page that is not there yet has no address, and a menu offers nothing that leads nowhere.</summary>
    private void Add(List<(string Text, string Href, bool Here)> entries, string text, PageLink link, params IReadOnlyList<PageLink> pages)
    {
        var addresses = pages.Select(Address).OfType<string>().ToList();
        if (pages.Count > 0 && addresses.Count == 0 || Address(link) is not { } address) return;
        var here = link.Fragment is null ? addresses.Append(address) : addresses;
        entries.Add((text, addresses is [var only] ? only : address, here.Any(IsHere)));
    }

    private string? Address(PageLink link) => link.AddressOrNull(links, Http.Request.PathBase);

    private bool IsHere(string href) => Http.Request.PathBase.Add(Http.Request.Path).StartsWithSegments(href, StringComparison.OrdinalIgnoreCase);

    private protected override bool Prepare() => _entries.Count > 0;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<nav").Attribute("aria-label", Words.Of("layout.main_menu")).Raw("><ul class=\"nav\" role=\"list\">");
        DrawEntries(markup, _entries);
        markup.Raw("</ul></nav><details class=\"menu\"><summary>").Text(Words.Of("layout.menu")).Raw("</summary><nav")
            .Attribute("aria-label", Words.Of("layout.menu")).Raw("><ul role=\"list\">");
        DrawEntries(markup, _entries);
        DrawEntries(markup, _more);
        markup.Raw("</ul></nav></details>");
    }

    private static void DrawEntries(Markup markup, List<(string Text, string Href, bool Here)> entries)
    {
        foreach (var (text, href, here) in entries)
        {
            markup.Raw("<li><a").Attribute("href", href);
            if (here) markup.Raw(" aria-current=\"page\"");
            markup.Raw(">").Text(text).Raw("</a></li>");
        }
    }
}
