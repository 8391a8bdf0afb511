using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Search;
using Diapason.TestKit;
using Diapason.Tests.Studies;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Front;

/// <summary>One search over what exists: consultations, the offer, the portrait, the help.</summary>
public sealed class SearchTests(DiapasonApp app) : IClassFixture<DiapasonApp>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await app.PortraitReadyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/fr/search?q=portrait", "/fr/portrait/ia-2026")]
    [InlineData("/fr/search?q=code+perdu", "/fr/help#code")]
    [InlineData("/fr/search?q=IA+travail+culturel", "/fr/consultation/ia-2026")]
    [InlineData("/en/search?q=privacy", "/en/privacy")]
    public async Task Finds_what_each_module_lets_be_found(string address, string found)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Document.QuerySelectorAll("main ul.programme a").Select(a => a.GetAttribute("href")).ShouldContain(found);
    }

    [Theory]
    [InlineData("Modèle", "modele")]
    [InlineData("DONNÉES", "donnee")]
    [InlineData("l’œuvre", "oeuvres")]
    public async Task Accents_case_elision_and_plural_make_no_difference(string one, string other)
    {
        var (first, second) = (await FindAsync(one), await FindAsync(other));
        first.ShouldNotBeEmpty();
        second.ShouldBe(first);
    }

    [Fact]
    public async Task Counts_what_it_lists_and_offers_fewer_words_when_nothing_is_found()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/search");
        page = await visitor.SubmitAsync(page.Form("Chercher").Fill("Que cherchez-vous?", "céramique subvention"), "Chercher");
        page.Heading.ShouldBe("Rien pour « céramique subvention »");
        var fewer = await visitor.FollowAsync(page, "Chercher « céramique »");
        var listed = fewer.Document.QuerySelectorAll("main ul.programme > li").Length;
        fewer.Heading.ShouldStartWith($"{listed} résultat");
        page.Main.ShouldContain($"{listed} résultat");
    }

    [Theory]
    [InlineData("/fr", "droit d’auteur")]
    [InlineData("/fr", "photo")]
    [InlineData("/fr", "céramique")]
    [InlineData("/fr", "copier mes pièces")]
    [InlineData("/en", "copyright")]
    [InlineData("/en", "photos")]
    [InlineData("/en", "pottery")]
    [InlineData("/en", "copy my pieces")]
    public async Task A_maker_who_fears_for_their_works_finds_the_refusal_first_in_their_own_words(string language, string asked)
    {
        var page = await app.Visitor().GoAsync($"{language}/search?q={Uri.EscapeDataString(asked)}");
        page.Document.QuerySelector("main ul.programme a")!.GetAttribute("href").ShouldBe($"{language}/next-steps/offer/opt-out");
    }

    [Fact]
    public async Task A_word_that_nothing_holds_is_not_left_out_of_what_is_asked()
    {
        var page = await app.Visitor().GoAsync("/fr/search?q=copier+mes+zzzz");
        page.Heading.ShouldBe("Rien pour « copier mes zzzz »");
        page.Document.QuerySelectorAll("main ul.pages a").ShouldBeEmpty("what is left would lead elsewhere");
    }

    [Fact]
    public void A_word_of_the_title_counts_more_than_words_of_the_text()
    {
        SearchDocument[] documents =
        [
            new() { Kind = Both("Note"), Title = Both("Autre chose"), Text = Both("contrat d’auteur"), Link = Platform.Web.HouseLinks.Home, Words = Both("contrat auteur") },
            new() { Kind = Both("Note"), Title = Both("Un contrat"), Text = Both("d’auteur"), Link = Platform.Web.HouseLinks.Help },
        ];
        new SearchIndex(documents, Languages.French).Find(FoldedWords.Of("contrat auteur"), _ => true).Select(d => d.Title.In("fr")).ShouldBe(["Un contrat", "Autre chose"]);
    }

    [Theory]
    [InlineData("/fr/search?q=")]
    [InlineData("/fr/search?q=%20")]
    [InlineData("/fr/search?q=%27%22%3C%25")]
    [InlineData("/en/search")]
    public async Task Nothing_asked_finds_nothing_and_stays_a_form(string address)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        page.Document.QuerySelectorAll("main ul.programme").ShouldBeEmpty();
        page.Document.QuerySelector("main input[type=search]").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_typed_is_written_back_as_text()
    {
        var page = await app.Visitor().GoAsync("/fr/search?q=" + Uri.EscapeDataString("<b>\"x\" " + new string('y', 500)));
        page.Document.QuerySelector("main b").ShouldBeNull();
        page.Heading.ShouldContain("<b>\"x\"");
    }

    [Fact]
    public void What_one_may_not_see_is_neither_shown_nor_counted_nor_suggested()
    {
        SearchDocument[] documents =
        [
            new() { Kind = Both("Note"), Title = Both("Rapport secret"), Text = Both("du bureau"), Link = Platform.Web.HouseLinks.Home, Audience = "staff" },
            new() { Kind = Both("Note"), Title = Both("Rapport public"), Text = Both("du milieu"), Link = Platform.Web.HouseLinks.Help },
        ];
        var index = new SearchIndex(documents, Languages.French);
        index.Audiences.ShouldBe(["staff"]);
        index.Find(FoldedWords.Of("rapports"), audience => audience is null).Select(d => d.Title.In("fr")).ShouldBe(["Rapport public"]);
        index.Find(FoldedWords.Of("secret"), audience => audience is null).ShouldBeEmpty();
        index.Find(FoldedWords.Of("rapport"), _ => true).Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_past_its_date_comes_last()
    {
        SearchDocument[] documents =
        [
            new() { Kind = Both("Note"), Title = Both("Contrat"), Text = Both("contrat"), Link = Platform.Web.HouseLinks.Home, IsExpired = true },
            new() { Kind = Both("Note"), Title = Both("Autre chose"), Text = Both("un contrat"), Link = Platform.Web.HouseLinks.Help },
        ];
        new SearchIndex(documents, Languages.French).Find(FoldedWords.Of("contrat"), _ => true).Select(d => d.Title.In("fr")).ShouldBe(["Autre chose", "Contrat"]);
    }

    private static LocalizedText Both(string text) => LocalizedText.Of(("fr", text), ("en", text));

    private async Task<List<string?>> FindAsync(string asked)
    {
        var page = await app.Visitor().GoAsync("/fr/search?q=" + Uri.EscapeDataString(asked));
        return [.. page.Document.QuerySelectorAll("main ul.programme a").Select(a => a.GetAttribute("href"))];
    }
}
