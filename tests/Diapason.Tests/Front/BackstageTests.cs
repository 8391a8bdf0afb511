using System.Net;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Front;

/// <summary>Each role lands where something awaits it, and is offered nothing that would refuse it.</summary>
public sealed class BackstageTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    public static TheoryData<string> Roles => ["administrator", "analyst", "rfc", "facilitator", "organisation-lead", "person"];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Lands_on_a_page_that_has_something_and_every_link_of_it_opens(string role)
    {
        var visitor = app.Visitor();
        var landed = await visitor.SignInAsync($"{role}@culture.example");
        landed.Status.ShouldBe(HttpStatusCode.OK);
        landed.Address.ShouldBe(role == "person" ? "/fr/notebook" : "/fr/backstage");
        landed.Document.QuerySelectorAll("main a[href]").Length.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var address in landed.Document.QuerySelectorAll("a[href^='/fr']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct())
            (await visitor.GoAsync(address)).Status.ShouldBe(HttpStatusCode.OK, $"{role}: {address}");
    }

    [Theory]
    [InlineData("administrator", "Campagnes", "Membres du conseil", "Journal des actes", "L’offre du conseil")]
    [InlineData("analyst", "Campagnes", "Qui a répondu, et qui manque", "Lire le portrait", "L’offre du conseil")]
    [InlineData("rfc", "Faire connaître la consultation", "Lire le portrait", "L’offre du conseil")]
    [InlineData("facilitator", "Faire connaître la consultation", "Lire le portrait", "L’offre du conseil")]
    [InlineData("organisation-lead", "Faire connaître la consultation", "Lire le portrait", "Trouver ma prochaine étape", "Mon organisme")]
    public async Task Finds_their_own_work_and_not_anothers(string role, params string[] pages)
    {
        var page = await app.Visitor().SignInAsync($"{role}@culture.example");
        var work = page.Document.QuerySelectorAll(".travaux a").Select(a => Page.Words(a.ChildNodes[0].TextContent)).ToList();
        foreach (var text in pages) work.ShouldContain(text);
        if (role is not "administrator") work.ShouldNotContain("Membres du conseil");
        if (role is not ("administrator" or "analyst")) page.Html.ShouldNotContain("/fr/coverage");
    }

    [Theory]
    [InlineData("rfc", "/fr/coverage", "/fr/backstage?refused=1")]
    [InlineData("analyst", "/fr/council/members", "/fr/backstage?refused=1")]
    [InlineData("analyst", "/fr/coverage?x=1", "/fr/coverage?x=1")]
    [InlineData("person", "/fr/manage/consultations", "/fr/notebook?refused=1")]
    [InlineData("person", "/fr/portrait", "/fr/portrait")]
    public async Task Is_never_refused_by_the_first_page_it_sees(string role, string asked, string lands)
    {
        var page = await app.Visitor().SignInAsync($"{role}@culture.example", address: "/fr/account/sign-in?returnUrl=" + Uri.EscapeDataString(asked));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Address.ShouldBe(lands);
        if (lands.Contains("refused", StringComparison.Ordinal)) page.Main.ShouldContain("La page demandée");
    }

    [Fact]
    public async Task Who_is_refused_later_is_led_to_their_own_work()
    {
        var visitor = await app.SignedInAsync("facilitator@culture.example");
        var refused = await visitor.GoAsync("/fr/council/members");
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.FollowAsync(refused, "Voir ce qui vous attend")).Address.ShouldBe("/fr/backstage");
    }

    [Theory]
    [InlineData("/fr/backstage")]
    [InlineData("/fr/manage/share")]
    [InlineData("/fr/manage/offer")]
    [InlineData("/fr/organisation")]
    public async Task Asks_a_stranger_to_sign_in(string address) => (await app.Visitor().GoAsync(address)).Address.ShouldContain("sign-in");

    [Fact]
    public async Task Who_works_for_another_council_lands_there()
    {
        var visitor = app.Visitor();
        var page = await visitor.SignInAsync(AccountsVisits.OtherAdministrator);
        page.Address.ShouldBe("/fr/c/rivage/backstage");
        page.Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GoAsync("/fr/backstage")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Says_whom_the_consultation_still_lacks_exactly_to_those_who_hold_its_answers_only()
    {
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        var page = await analyst.GoAsync("/fr/backstage");
        page.Main.ShouldContain("Un groupe manque");
        (await analyst.GoAsync(Act(page, "Voir qui manque dans « L’IA dans mon travail culturel »"))).Address.ShouldBe("/fr/coverage/ia-2026#manque");
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var told = await rfc.GoAsync("/fr/backstage");
        told.Main.ShouldContain("Moins de 45 ans : il manque environ 450 réponses");
        told.Main.ShouldNotContain("il en manque");
        var share = await rfc.GoAsync(Act(told, "Faire connaître la consultation à ce groupe"));
        share.Main.ShouldContain("Moins de 45 ans : environ 450 réponses de plus");
        (await rfc.GoAsync("/en/manage/share")).Main.ShouldContain("about 450 more answers");
        (await rfc.PeekAsync("/fr/coverage")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task That_the_rest_goes_on_by_itself_is_not_said_beside_what_is_behind()
    {
        var page = await (await app.SignedInAsync(AccountsVisits.Analyst)).GoAsync("/fr/backstage");
        page.Main.ShouldContain("en retard");
        page.Main.ShouldNotContain("Le reste avance sans vous");
        page.Main.ShouldContain("Votre rôle ici : Analyse.");
        (await (await app.SignedInAsync("organisation-lead@culture.example")).GoAsync("/fr/backstage")).Main.ShouldNotContain("en retard");
    }

    private static string Short(Work work) => TextCatalog.Of(typeof(Work).Assembly).In("fr")["work_short." + work.ToString().ToLowerInvariant()];

    [Fact]
    public async Task The_masthead_is_that_of_the_coulisses_and_leads_back_to_the_public()
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await visitor.GoAsync("/fr/council/members");
        var works = app.Services.GetRequiredService<ModuleCatalog>().StaffPages().Select(p => p.Page.Work).Distinct().Order();
        page.Document.QuerySelectorAll("ul.nav a").Select(a => Page.Words(a.TextContent)).ShouldBe(works.Select(Short).Prepend("Cette semaine"));
        page.Document.QuerySelectorAll("ul.nav a[aria-current]").Select(a => Page.Words(a.TextContent)).ShouldBe(["Conseil"]);
        var home = await visitor.FollowAsync(page, "Site public");
        home.Document.QuerySelectorAll("ul.nav a").Select(a => Page.Words(a.TextContent)).ShouldContain("Participer");
        (await visitor.FollowAsync(home, "Coulisses")).Address.ShouldBe("/fr/backstage");
    }

    [Fact]
    public async Task What_to_pass_on_is_ready_in_both_languages()
    {
        var visitor = await app.SignedInAsync("organisation-lead@culture.example");
        var page = await visitor.GoAsync("/fr/manage/share");
        var messages = page.Document.QuerySelectorAll("textarea").Select(t => t.TextContent).ToList();
        messages.Count.ShouldBe(2);
        messages[0].ShouldContain("/fr/consultation/ia-2026");
        messages[1].ShouldContain("/en/consultation/ia-2026");
        messages[1].ShouldContain("minutes, with no account");
    }

    [Fact]
    public async Task An_organisation_is_shown_to_who_answers_for_it()
    {
        var visitor = await app.SignedInAsync("organisation-lead@culture.example");
        var page = await visitor.GoAsync("/fr/organisation");
        page.Heading.ShouldBe("Maison des Marées (invention)");
        page.Main.ShouldContain("Vous seulement, pour l’instant.");
        var stranger = await app.SignedInAsync("person@culture.example");
        (await stranger.GoAsync("/fr/organisation")).Heading.ShouldBe("Vous n’agissez au nom d’aucun organisme");
    }

    internal static string Act(Page page, string act) =>
        page.Document.QuerySelectorAll("main .acte a").First(a => Page.Words(a.TextContent) == act).GetAttribute("href")!;
}
