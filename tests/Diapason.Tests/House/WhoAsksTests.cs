using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Who asks is said on every page, and whom to write to before anything is asked.</summary>
public sealed class WhoAsksTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("/fr", "CC", "Conseil des compétences en culture")]
    [InlineData("/en/help", "CC", "Culture Skills Council")]
    [InlineData("/fr/consultation/ia-2026", "CC", "Conseil des compétences en culture")]
    [InlineData("/en/consultation/verify", "CC", "Culture Skills Council")]
    [InlineData("/fr/portrait", "CC", "Conseil des compétences en culture")]
    [InlineData("/fr/account/sign-in", "CC", "Conseil des compétences en culture")]
    [InlineData("/fr/nowhere", "CC", "Conseil des compétences en culture")]
    [InlineData("/en/c/rivage/next-steps", "R", "Rivage Skills Council")]
    public async Task The_councils_mark_and_name_head_each_page(string address, string mark, string name)
    {
        var head = (await app.Visitor().GoAsync(address)).Document.QuerySelector("header .organisme").ShouldNotBeNull();
        head.QuerySelector(".sigle")!.TextContent.ShouldBe(mark);
        Page.Words(head.TextContent).ShouldBe(mark + name);
    }

    [Fact]
    public async Task No_style_hides_the_council()
    {
        var css = await app.Visitor().Client.GetStringAsync("/_content/Diapason.Design/lib/diapason.css");
        System.Text.RegularExpressions.Regex.IsMatch(css, @"\.organisme\s*\{[^}]*display:\s*none").ShouldBeFalse();
    }

    [Fact]
    public async Task A_respondent_reads_whom_to_write_to_and_how_long_answers_are_kept_before_starting()
    {
        var page = await app.Visitor().GoAsync("/fr/consultation/ia-2026");
        var main = page.Main;
        foreach (var said in new[] { "Conseil des compétences en culture", "consultations@culture.example", "418 555-0123", "24 mois", "renseignements@culture.example" })
            main.IndexOf(said, StringComparison.Ordinal).ShouldBeInRange(0, main.IndexOf("Commencer", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData("/fr/privacy", "24 mois après la fin")]
    [InlineData("/fr/help", "24 mois après la fin")]
    [InlineData("/fr/accessibility", "24 mois après la fin")]
    [InlineData("/en/privacy", "24 months after")]
    [InlineData("/en/help", "24 months after")]
    [InlineData("/en/accessibility", "24 months after")]
    public async Task Pages_about_the_site_say_whom_to_write_to_and_how_long_answers_are_kept(string address, string kept)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Document.QuerySelector("main a[href='mailto:consultations@culture.example']").ShouldNotBeNull();
        page.Main.ShouldContain(kept);
    }

    [Fact]
    public async Task A_published_figure_is_never_under_the_notice_of_what_is_invented()
    {
        var page = await app.Visitor().GoAsync("/fr");
        page.Document.QuerySelector(".demo").ShouldBeNull();
        var study = page.Document.QuerySelector("section[aria-labelledby=t-milieu]").ShouldNotBeNull();
        Page.Words(study.TextContent).ShouldContain("83 %");
        Page.Words(study.TextContent).ShouldContain("Publiée le 25 novembre 2025");
        study.QuerySelector(".invente").ShouldBeNull();
        page.Document.QuerySelectorAll(".invente").Length.ShouldBe(1);
    }
}
