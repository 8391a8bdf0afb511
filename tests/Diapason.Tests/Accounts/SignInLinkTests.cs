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
        await _app.Visitor().GoAsync(link);
        var visitor = _app.Visitor();
        var page = await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(), "Me connecter");
        page.Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GoAsync("/fr/account")).Main.ShouldContain(Email);

        var late = _app.Visitor();
        var refused = await late.SubmitAsync((await late.GoAsync(link)).Form(), "Me connecter");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.Single().ShouldContain("a déjà servi");
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
        (await PressAsync(links[0])).Errors.Single().ShouldContain("a déjà servi");
        (await PressAsync(others)).Address.ShouldBe("/fr/backstage");
    }

    [Fact]
    public async Task Signs_in_one_of_those_who_press_at_the_same_instant()
    {
        const string Email = "analyst@culture.example";
        await _app.Visitor().AskForLinkAsync(Email);
        var link = (await _app.MailedLinkAsync(Email)).ShouldNotBeNull();
        var pressed = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            var visitor = _app.Visitor();
            return await visitor.SubmitAndStayAsync((await visitor.GoAsync(link)).Form(), "Me connecter");
        }));
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
        _app.Clock.Advance(TimeSpan.FromMinutes(21));
        (await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(), "Me connecter")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=")]
    [InlineData("?code=inconnu")]
    public async Task Refuses_a_link_that_was_never_sent(string query)
    {
        var visitor = _app.Visitor();
        var page = await visitor.SubmitAsync((await visitor.GoAsync("/fr/account/link" + query)).Form(), "Me connecter");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
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
