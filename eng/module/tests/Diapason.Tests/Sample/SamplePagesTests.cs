using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Sample;

/// <summary>What the public reads, and who may write it.</summary>
public sealed class SamplePagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("/fr/programme", "Consulter « Gabarit »", "Gabarit", "Un premier texte")]
    [InlineData("/en/programme", "Read “Sample”", "Sample", "A first text")]
    public async Task The_public_comes_by_the_programme_and_reads_in_its_language(string programme, string line, string heading, string text)
    {
        var visitor = app.Visitor();
        var lines = (await visitor.GoAsync(programme)).Document.QuerySelectorAll("ul.programme > li > a");
        var page = await visitor.GoAsync(lines.Single(a => Page.Words(a.TextContent).Contains(line, StringComparison.Ordinal)).GetAttribute("href")!);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe(heading);
        page.Main.ShouldContain(text);
    }

    [Fact]
    public async Task What_a_kit_invented_says_so() => (await app.Visitor().GoAsync("/fr/sample")).Html.ShouldContain("les textes de cette page sont inventés");

    [Fact]
    public async Task It_is_found_by_its_words() =>
        (await app.Visitor().GoAsync("/fr/search?q=premier+texte")).Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")).ShouldContain("/fr/sample#premier");

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_to_write() => (await app.Visitor().GoAsync("/fr/manage/sample")).Address.ShouldContain("sign-in");

    [Fact]
    public async Task Who_does_not_work_for_the_council_does_not_write() =>
        (await (await app.SignedInAsync("person@culture.example")).GoAsync("/fr/manage/sample")).Status.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task An_entry_of_another_council_does_not_exist_here()
    {
        var (_, page) = await app.ChangingAsync();
        var other = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        (await other.GoAsync(page.Address.Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GoAsync("/fr/c/rivage/manage/sample")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
