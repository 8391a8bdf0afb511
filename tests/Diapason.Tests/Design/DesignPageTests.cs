using System.Net;
using System.Text.RegularExpressions;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Design;

public sealed partial class DesignPageTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("/fr/design", "fr-CA", "Composants, Diapason")]
    [InlineData("/en/design", "en-CA", "Components, Diapason")]
    [InlineData("/en/design?errors=true", "en-CA", "Error: Components, Diapason")]
    public async Task Shows_every_component_in_both_languages(string address, string language, string title)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldBe(title);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.Html.ShouldNotContain("<dia-");
        MissingText().IsMatch(page.Main).ShouldBeFalse("a text key has no text");
        page.Document.QuerySelectorAll("figure svg").Length.ShouldBe(10);
    }

    [Fact]
    public async Task Each_line_of_the_error_summary_leads_to_a_control_described_by_the_same_words()
    {
        var page = await app.Visitor().GoAsync("/fr/design?errors=true");
        var links = page.Document.QuerySelectorAll("[role=alert] a");
        links.Length.ShouldBe(5);
        foreach (var link in links)
        {
            var control = page.Document.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull();
            var described = control.Closest("[aria-describedby]").ShouldNotBeNull().GetAttribute("aria-describedby")!;
            described.Split(' ').Select(id => page.Document.QuerySelector("#" + id)!.TextContent).ShouldContain(text => text.Contains(link.TextContent, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Holds_no_inline_style_or_script_and_no_id_twice()
    {
        var page = await app.Visitor().GoAsync("/fr/design?errors=true");
        page.Document.QuerySelectorAll("[style], style, script:not([src]), [onclick]").ShouldBeEmpty();
        var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        ids.ShouldBeUnique();
        var known = ids.ToHashSet();
        foreach (var attribute in (string[])["aria-describedby", "aria-labelledby", "for"])
            foreach (var element in page.Document.QuerySelectorAll($"[{attribute}]"))
                foreach (var id in element.GetAttribute(attribute)!.Split(' '))
                    known.ShouldContain(id, $"{attribute} of {element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)]}");
    }

    [Fact]
    public async Task The_language_switch_keeps_the_page_and_its_query()
    {
        var page = await app.Visitor().GoAsync("/fr/design?errors=true");
        page.Link("English").ShouldBe("/en/design?errors=true");
    }

    [Fact]
    public async Task Every_asset_the_head_links_is_served_fingerprinted()
    {
        var page = await app.Visitor().GoAsync("/fr/design");
        foreach (var address in page.Document.QuerySelectorAll("head link[href]:not([as=font]), head script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
        {
            Fingerprinted().IsMatch(address).ShouldBeTrue(address);
            using var response = await app.Visitor().Client.GetAsync(address, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [Fact]
    public async Task The_stylesheet_names_the_fonts_by_the_fingerprint_they_are_served_under()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Diapason.slnx"))) folder = Path.GetDirectoryName(folder)!;
        if (!File.Exists(Path.Combine(folder, "src/Diapason.Design/wwwroot/lib/fonts/newsreader.woff2")))
            Assert.Skip("Node was absent: built with system fonts.");
        var css = await File.ReadAllTextAsync(Path.Combine(folder, "src/Diapason.Design/Styles/10-foundation.css"), TestContext.Current.CancellationToken);
        var page = await app.Visitor().GoAsync("/fr/design");
        var preloaded = page.Document.QuerySelectorAll("link[as=font]").Select(e => e.GetAttribute("href")!).ToList();
        preloaded.Count.ShouldBe(2);
        foreach (var address in preloaded)
        {
            css.ShouldContain(address[address.IndexOf("fonts/", StringComparison.Ordinal)..]);
            using var response = await app.Visitor().Client.GetAsync(address, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [GeneratedRegex(@"\[[a-z_]+\.[a-z0-9_.]+\]", RegexOptions.None, 1000)]
    private static partial Regex MissingText();

    [GeneratedRegex(@"\.[a-z0-9]{10}\.(css|js|svg)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fingerprinted();
}
