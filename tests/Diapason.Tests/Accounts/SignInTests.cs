using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

public sealed class SignInTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("/fr/council/members", AccountsVisits.Administrator)]
    [InlineData("/fr/council/audit-trail?p=1", AccountsVisits.Administrator)]
    [InlineData("/fr/c/rivage/council/members", AccountsVisits.OtherAdministrator)]
    public async Task Comes_back_to_the_page_asked_once_signed_in(string asked, string email)
    {
        var visitor = app.Visitor();
        var signIn = await visitor.GoAsync(asked);
        signIn.Heading.ShouldBe("Se connecter");
        var page = await visitor.SubmitAsync(signIn.Form().Fill("Adresse courriel", email).Fill("Mot de passe", DiapasonApp.Password), "Se connecter");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Address.ShouldBe(asked);
    }

    [Fact]
    public async Task Leads_to_the_sign_in_page_without_repeating_the_host_it_was_called_by()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/account?handler=Data") { Headers = { Host = "elsewhere.example" } };
        using var answer = await app.Visitor().Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Headers.Location!.OriginalString.ShouldBe("/fr/account/sign-in?returnUrl=%2Ffr%2Faccount%3Fhandler%3DData");
    }

    [Fact]
    public async Task Signs_out_and_closes_what_was_open()
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Analyst);
        var account = await visitor.GoAsync("/fr/account");
        account.Main.ShouldContain(AccountsVisits.Analyst);
        account.Main.ShouldContain("Conseil des compétences en culture");
        var left = await visitor.SubmitAsync(account.Form("Me déconnecter"), "Me déconnecter");
        left.Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.PeekAsync("/fr/account")).Location!.ShouldContain("/fr/account/sign-in");
    }

    [Fact]
    public async Task Says_the_same_of_a_wrong_password_and_of_an_unknown_address()
    {
        var wrong = await app.Visitor().SignInAsync("rfc@culture.example", "pas le bon mot de passe");
        var unknown = await app.Visitor().SignInAsync("personne.ici@culture.example", "pas le bon mot de passe");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Errors.Count.ShouldBe(1);
        unknown.Errors.ShouldBe(wrong.Errors);
        wrong.Title.ShouldStartWith("Erreur");
        wrong.Form("Se connecter").Value("Adresse courriel").ShouldBe("rfc@culture.example");
        wrong.Form("Se connecter").Value("Mot de passe").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Refuses_even_the_right_password_for_a_quarter_of_an_hour_after_five_failures()
    {
        const string Email = "facilitator@culture.example";
        for (var i = 0; i < 5; i++) (await app.Visitor().SignInAsync(Email, "essai manqué")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.Visitor().SignInAsync(Email)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await app.Visitor().SignInAsync(Email)).Address.ShouldBe("/fr/backstage");
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    [InlineData("/fr/é")]
    public async Task Never_leads_to_another_site_once_signed_in(string returnUrl)
    {
        var page = await app.Visitor().SignInAsync(AccountsVisits.Analyst, address: "/fr/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        page.Address.ShouldBe("/fr/backstage");
    }

    [Fact]
    public async Task Names_each_empty_field_in_the_readers_language()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/en/account/sign-in");
        var refused = await visitor.SubmitAsync(page.Form("Sign in"), "Sign in");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Enter the email address.", "Enter your password, or ask for a link by email."]);
    }

    [Fact]
    public async Task Keeps_the_session_in_a_cookie_of_the_whole_site_that_scripts_cannot_read()
    {
        var visitor = app.Visitor();
        var (address, fields) = (await visitor.GoAsync("/fr/account/sign-in")).Form()
            .Fill("Adresse courriel", AccountsVisits.Analyst).Fill("Mot de passe", DiapasonApp.Password).Submission("Se connecter");
        using var content = new FormUrlEncodedContent(fields);
        using var response = await visitor.Client.PostAsync(address, content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("diapason.account=", StringComparison.Ordinal));
        cookie.ShouldContain("path=/;");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    [Fact]
    public async Task Keeps_the_address_but_not_the_password_of_a_form_that_has_expired()
    {
        var visitor = app.Visitor();
        var form = (await visitor.GoAsync("/fr/account/sign-in")).Form().Fill("Adresse courriel", AccountsVisits.Analyst).Fill("Mot de passe", DiapasonApp.Password);
        var stale = await visitor.SubmitAsync(form.Forge("__RequestVerificationToken", "périmé"), "Se connecter");
        stale.Status.ShouldBe(HttpStatusCode.BadRequest);
        stale.Html.ShouldContain(AccountsVisits.Analyst);
        stale.Html.ShouldNotContain(DiapasonApp.Password);
        var again = await visitor.SubmitAsync(stale.Form());
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Form("Se connecter").Value("Adresse courriel").ShouldBe(AccountsVisits.Analyst);
    }
}

/// <summary>Its own application, whose accounts keep the password chosen here.</summary>
public sealed class PasswordTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Chosen = "quatre mots sans rapport";

    [Fact]
    public async Task Changes_a_password_and_ends_the_other_sessions()
    {
        var (here, elsewhere) = (await app.SignedInAsync(AccountsVisits.Analyst), await app.SignedInAsync(AccountsVisits.Analyst));
        var form = (await here.GoAsync("/fr/account/password")).Form();
        var done = await here.SubmitAsync(form.Fill("Mot de passe actuel", DiapasonApp.Password).Fill("Nouveau mot de passe", Chosen));
        done.Main.ShouldContain("Votre mot de passe est enregistré.");
        (await elsewhere.PeekAsync("/fr/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.Visitor().SignInAsync(AccountsVisits.Analyst)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.Visitor().SignInAsync(AccountsVisits.Analyst, Chosen)).Address.ShouldBe("/fr/backstage");
    }

    [Theory]
    [InlineData(DiapasonApp.Password, "court", "Le mot de passe a au moins 12 caractères.")]
    [InlineData("pas celui-là", Chosen, "Le mot de passe actuel ne convient pas.")]
    [InlineData("", Chosen, "Écrivez votre mot de passe actuel.")]
    public async Task Refuses_a_short_password_or_a_wrong_current_one(string current, string chosen, string reason)
    {
        var visitor = await app.SignedInAsync("rfc@culture.example");
        var form = (await visitor.GoAsync("/fr/account/password")).Form();
        var refused = await visitor.SubmitAsync(form.Fill("Mot de passe actuel", current).Fill("Nouveau mot de passe", chosen));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe([reason]);
    }
}
