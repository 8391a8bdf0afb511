using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>Sessions as the public finds and reads them.</summary>
public sealed class SessionPagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("/fr/programme", "Trouver une formation", "12 sessions à venir")]
    [InlineData("/en/programme", "Find a training", "12 sessions to come")]
    public async Task The_public_comes_by_the_programme(string programme, string line, string heading)
    {
        var visitor = app.Visitor();
        var lines = (await visitor.GoAsync(programme)).Document.QuerySelectorAll("ul.programme > li > a");
        var page = await visitor.GoAsync(lines.Single(a => Page.Words(a.TextContent).Contains(line, StringComparison.Ordinal)).GetAttribute("href")!);
        page.Heading.ShouldBe(heading);
        page.Html.ShouldContain(programme.StartsWith("/fr", StringComparison.Ordinal) ? "sont inventés" : "are invented");
    }

    [Fact]
    public async Task A_search_has_an_address_facets_narrow_and_each_filter_is_taken_away_by_itself()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/learning");
        var found = await visitor.SubmitAsync(page.Form("Filtrer").Choose("Montréal 1").Choose("Bas-Saint-Laurent 1"), "Filtrer");
        found.Address.ShouldBe("/fr/learning?q=&region=r01&region=r06");
        Titles(found).ShouldBe(["Comptes, copies et fichiers : partir du bon pied", "Reconnaître une image produite"]);
        Titles(await visitor.FollowAsync(found, "Montréal , retirer ce filtre")).ShouldBe(["Comptes, copies et fichiers : partir du bon pied"]);
    }

    [Fact]
    public async Task Words_are_found_without_accents_and_nothing_found_says_what_each_filter_would_give_back()
    {
        Titles(await app.Visitor().GoAsync("/fr/learning?q=possibilites")).ShouldBe(["Possibilités et limites de l’IA"]);
        var none = await app.Visitor().GoAsync("/fr/learning?q=lumiere&region=r06");
        none.Main.ShouldContain("Aucune formation pour ces choix");
        none.Main.ShouldContain("Sans « lumiere » : 1 formation");
        none.Main.ShouldContain("Sans Montréal : 1 formation");
    }

    [Fact]
    public async Task What_an_address_invents_is_left_aside() => (await app.Visitor().GoAsync("/fr/learning?region=nowhere&need=x&more=-3")).Main.ShouldContain("12 formations");

    [Fact]
    public async Task One_session_says_when_where_how_much_and_shows_one_sign_a_place()
    {
        var page = await app.Visitor().GoAsync("/fr/learning/possibilites-et-limites");
        page.Heading.ShouldBe("Possibilités et limites de l’IA");
        page.Main.ShouldContain("6 heures en 3 rencontres");
        page.Main.ShouldContain("le 14 décembre 2026, de 19 h à 21 h");
        page.Main.ShouldContain("45 $ après aide (180 $ sans elle)");
        page.Document.QuerySelectorAll(".places li").Length.ShouldBe(16);
        page.Main.ShouldNotContain("nord-sud.example");
        (await app.Visitor().GoAsync("/en/learning/possibilites-et-limites")).Heading.ShouldBe("What AI can and cannot do");
        (await app.Visitor().GoAsync("/fr/learning/nothing-here")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_found_by_the_search_of_the_house() =>
        (await app.Visitor().GoAsync("/fr/search?q=plan+de+feux")).Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")).ShouldContain("/fr/learning/plan-de-feux");

    [Fact]
    public async Task A_stranger_signs_in_and_who_keeps_no_session_is_refused()
    {
        (await app.Visitor().GoAsync("/fr/manage/sessions")).Address.ShouldContain("sign-in");
        (await (await app.SignedInAsync(AccountsVisits.Analyst)).GoAsync("/fr/manage/sessions")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static IEnumerable<string> Titles(Page page) => page.Document.QuerySelectorAll(".offres h3").Select(h => Page.Words(h.TextContent));
}
