using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

public sealed class SignInLinkTests : IClassFixture<DiapasonApp>
{
    private readonly DiapasonApp _app;

    public SignInLinkTests(DiapasonApp app)
    {
        _app = app;
        // An hour of its own for each test: links asked for by another test are past counting, whatever the order.
        app.Clock.Advance(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Signs_in_once_by_a_link_that_opening_does_not_spend()
    {
        const string Email = "person@culture.example";
        await _app.Visitor().AskForLinkAsync(Email);
        var link = (await _app.MailedLinkAsync(Email)).ShouldNotBeNull();
        // A mail scanner opens it twice.
        await _app.Visitor().GoAsync(link);
        var late = _app.Visitor();
        var opened = await late.GoAsync(link);
        var visitor = _app.Visitor();
        var page = await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(), "Me connecter");
        page.Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GoAsync("/fr/account")).Main.ShouldContain(Email);

        var refused = await late.SubmitAsync(opened.Form(), "Me connecter");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.Single().ShouldContain("a déjà servi");
    }

    [Fact]
    public async Task A_link_that_has_served_says_so_as_soon_as_it_is_opened_and_another_one_is_sent()
    {
        const string Email = "person@culture.example";
        await _app.Visitor().AskForLinkAsync(Email);
        var link = (await _app.MailedLinkAsync(Email)).ShouldNotBeNull() + "&returnUrl=%2Ffr%2Fportrait";
        await PressAsync(link);
        var late = _app.Visitor();
        var spent = await late.GoAsync(link);
        spent.Main.ShouldContain("Ce lien a déjà servi");
        spent.Document.QuerySelectorAll("main button").ShouldBeEmpty();
        var asked = await late.FollowAsync(spent, "Demander un autre lien");
        await late.SubmitAsync(asked.Form("Se connecter").Fill("Adresse courriel", Email), "Recevoir un lien par courriel");
        (await PressAsync((await _app.MailedLinkAsync(Email)).ShouldNotBeNull())).Address.ShouldBe("/fr/portrait");
        (await _app.Visitor().GoAsync(link.Replace("/fr/", "/en/", StringComparison.Ordinal))).Main.ShouldContain("This link has already been used");
    }

    [Fact]
    public async Task Whoever_it_signed_in_goes_on_from_it_instead()
    {
        const string Email = "rfc@culture.example";
        await _app.Visitor().AskForLinkAsync(Email);
        var link = (await _app.MailedLinkAsync(Email)).ShouldNotBeNull();
        var visitor = _app.Visitor();
        await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(), "Me connecter");
        (await visitor.GoAsync(link)).Link("Continuer").ShouldBe("/fr/backstage");
    }

    [Fact]
    public async Task Using_one_link_spends_the_others_of_its_account_and_no_one_elses()
    {
        const string Email = "facilitator@culture.example";
        const string Other = "rfc@culture.example";
        var links = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await _app.Visitor().AskForLinkAsync(Email);
            links.Add((await _app.MailedLinkAsync(Email)).ShouldNotBeNull());
        }

        await _app.Visitor().AskForLinkAsync(Other);
        var others = (await _app.MailedLinkAsync(Other)).ShouldNotBeNull();
        links[0].ShouldNotBe(links[1]);
        (await PressAsync(links[1])).Address.ShouldBe("/fr/backstage");
        (await _app.Visitor().GoAsync(links[0])).Main.ShouldContain("Ce lien a déjà servi");
        (await PressAsync(others)).Address.ShouldBe("/fr/backstage");
    }

    [Fact]
    public async Task Signs_in_one_of_those_who_press_at_the_same_instant()
    {
        const string Email = "analyst@culture.example";
        await _app.Visitor().AskForLinkAsync(Email);
        var link = (await _app.MailedLinkAsync(Email)).ShouldNotBeNull();
        var opened = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            var visitor = _app.Visitor();
            return (Visitor: visitor, Form: (await visitor.GoAsync(link)).Form());
        }));
        var pressed = await Task.WhenAll(opened.Select(each => each.Visitor.SubmitAndStayAsync(each.Form, "Me connecter")));
        pressed.Count(p => p.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        pressed.Count(p => p.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(4);
    }

    [Fact]
    public async Task Refuses_a_link_that_has_expired()
    {
        const string Email = "organisation-lead@culture.example";
        var visitor = _app.Visitor();
        await visitor.AskForLinkAsync(Email);
        var link = (await _app.MailedLinkAsync(Email)).ShouldNotBeNull();
        var opened = await visitor.GoAsync(link);
        _app.Clock.Advance(TimeSpan.FromMinutes(21));
        (await visitor.SubmitAsync(opened.Form(), "Me connecter")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await visitor.GoAsync(link)).Main.ShouldContain("Ce lien a expiré");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=")]
    [InlineData("?code=inconnu")]
    public async Task Refuses_a_link_that_was_never_sent(string query)
    {
        var page = await _app.Visitor().GoAsync("/fr/account/link" + query);
        page.Main.ShouldContain("Ce lien n’est pas complet");
        page.Link("Demander un autre lien").ShouldStartWith("/fr/account/sign-in");
    }

    [Fact]
    public async Task Says_the_same_whether_the_address_has_an_account_or_not()
    {
        var known = await _app.Visitor().AskForLinkAsync(AccountsVisits.OtherAdministrator);
        var unknown = await _app.Visitor().AskForLinkAsync("inconnue@ailleurs.example");
        known.Status.ShouldBe(HttpStatusCode.OK);
        unknown.Main.ShouldBe(known.Main);
        unknown.Address.ShouldBe(known.Address);
        (await _app.MailedLinkAsync(AccountsVisits.OtherAdministrator)).ShouldNotBeNull();
        (await _app.MailedLinkAsync("inconnue@ailleurs.example")).ShouldBeNull();
    }

    private async Task<Page> PressAsync(string link)
    {
        var visitor = _app.Visitor();
        return await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(), "Me connecter");
    }

    [Fact]
    public async Task Asks_for_a_complete_address()
    {
        var refused = await _app.Visitor().AskForLinkAsync("incomplète");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.Single().ShouldContain("adresse courriel complète");
    }

    [Fact]
    public async Task Lifts_the_lock_and_lets_a_forgotten_password_be_replaced()
    {
        const string Email = "rfc@culture.example";
        for (var i = 0; i < 5; i++) await _app.Visitor().SignInAsync(Email, "oublié");
        var visitor = _app.Visitor();
        await visitor.AskForLinkAsync(Email);
        var link = (await _app.MailedLinkAsync(Email)).ShouldNotBeNull();
        await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(), "Me connecter");
        var form = (await visitor.GoAsync("/fr/account/password")).Form().Fill("Nouveau mot de passe", "quatre mots sans rapport");
        (await visitor.SubmitAsync(form)).Address.ShouldStartWith("/fr/account?");
        (await _app.Visitor().SignInAsync(Email, "quatre mots sans rapport")).Address.ShouldNotContain("sign-in");
    }

    [Fact]
    public async Task Sends_no_more_than_three_links_in_a_row()
    {
        // No other test of the class asks for a link to this address: whichever runs first, its links would count here.
        const string Email = AccountsVisits.Administrator;
        var links = new HashSet<string?>();
        for (var i = 0; i < 5; i++)
        {
            await _app.Visitor().AskForLinkAsync(Email);
            links.Add(await _app.MailedLinkAsync(Email));
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        links.Count.ShouldBe(3);
    }
}
