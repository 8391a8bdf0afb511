using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>A form sent from a session that has ended waits while its sender signs in.</summary>
public sealed class InterruptedFormTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Settings = "/fr/council/settings";
    private const string Save = "Enregistrer les réglages";
    private const string Kept = "Votre connexion s’est fermée. Reconnectez-vous : ce que vous avez écrit est gardé.";

    [Fact]
    public async Task Settings_typed_before_the_session_ended_are_sent_after_signing_in()
    {
        var (visitor, asked) = await InterruptedAsync("581 555-0122");
        asked.Heading.ShouldBe("Se connecter");
        asked.Main.ShouldContain(Kept);
        var wrong = await visitor.SubmitAsync(asked.Form("Se connecter").Fill("Adresse courriel", AccountsVisits.Administrator).Fill("Mot de passe", "une erreur"), "Se connecter");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Main.ShouldContain(Kept);
        var back = await SignInAsync(visitor, wrong, AccountsVisits.Administrator);
        back.Heading.ShouldBe("Ce que vous aviez écrit");
        var saved = await visitor.SubmitAsync(back.Form("Envoyer"), "Envoyer");
        saved.Main.ShouldContain("Les réglages sont enregistrés.");
        saved.Form(Save).Value("Téléphone (facultatif)").ShouldBe("581 555-0122");
    }

    [Fact]
    public async Task The_second_step_carries_them_too()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var (key, _) = await SecondStepTests.TieAsync(app, administrator, await administrator.GoAsync("/fr/account/telephone"));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var form = (await administrator.GoAsync(Settings)).Form(Save).Fill("Téléphone (facultatif)", "581 555-0121");
        app.Clock.Advance(TimeSpan.FromHours(10));
        var step = await SignInAsync(administrator, await administrator.SubmitAsync(form, Save), AccountsVisits.Administrator);
        step.Heading.ShouldBe("Deuxième étape");
        var wrong = await administrator.SubmitAsync(step.Form().Fill("Code", "111111"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var back = await administrator.SubmitAsync(wrong.Form().Fill("Code", SecondStepTests.Digits(app, key)));
        (await administrator.SubmitAsync(back.Form("Envoyer"), "Envoyer")).Form(Save).Value("Téléphone (facultatif)").ShouldBe("581 555-0121");
        var page = await administrator.GoAsync("/fr/council/members");
        var own = await administrator.GoAsync(page.Link("Modifier " + AccountsVisits.Administrator));
        await administrator.SubmitAsync(own.Form("Oublier son téléphone et ses clés : " + AccountsVisits.Administrator));
    }

    [Fact]
    public async Task Who_comes_in_by_a_link_in_another_tab_goes_on_from_there()
    {
        var (visitor, asked) = await InterruptedAsync("581 555-0123");
        await visitor.AskForLinkAsync(AccountsVisits.Administrator);
        await visitor.SubmitAsync((await visitor.GoAsync((await app.MailedLinkAsync(AccountsVisits.Administrator)).ShouldNotBeNull())).Form(), "Me connecter");
        var again = await visitor.SubmitAsync(asked.Form("Continuer"), "Continuer");
        (await visitor.SubmitAsync(again.Form("Envoyer de nouveau"), "Envoyer de nouveau")).Form(Save).Value("Téléphone (facultatif)").ShouldBe("581 555-0123");
    }

    [Fact]
    public async Task Somebody_else_sees_it_and_has_no_more_rights_than_before()
    {
        var (visitor, asked) = await InterruptedAsync("581 555-0120");
        var back = await SignInAsync(visitor, asked, AccountsVisits.Analyst);
        back.Heading.ShouldBe("Ce que vous aviez écrit");
        (await visitor.SubmitAsync(back.Form("Envoyer"), "Envoyer")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    public async Task It_leads_to_no_other_site(string to)
    {
        var (visitor, asked) = await InterruptedAsync("581 555-0119");
        var form = asked.Form("Se connecter").Fill("Adresse courriel", AccountsVisits.Analyst).Fill("Mot de passe", DiapasonApp.Password);
        form.Forge("Interrupted", "{\"to\":\"" + to + "\",\"fields\":[]}");
        (await visitor.SubmitAsync(form, "Se connecter")).Address.ShouldBe("/fr/backstage");
    }

    [Fact]
    public async Task The_form_of_another_site_is_kept_by_nobody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Settings) { Content = new FormUrlEncodedContent([new("name.fr", "Autre")]) };
        var visitor = app.Visitor();
        visitor.Client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_was_signed_out_by_another_hand_is_told()
    {
        const string Email = "facilitator@culture.example";
        var person = await app.SignedInAsync(Email);
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var member = await administrator.GoAsync((await administrator.GoAsync("/fr/council/members")).Link("Modifier " + Email));
        await administrator.SubmitAsync(member.Form("Enregistrer le rôle").Choose("Analyse"), "Enregistrer le rôle");
        (await person.GoAsync("/fr/account")).Main.ShouldContain("votre adresse, votre mot de passe ou un de vos rôles a changé, ou le service a été rétabli. Reconnectez-vous.");
        (await app.Visitor().GoAsync("/fr/account")).Main.ShouldNotContain("Reconnectez-vous");
    }

    private async Task<(Visitor Visitor, Page Asked)> InterruptedAsync(string phone)
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        var form = (await visitor.GoAsync(Settings)).Form(Save).Fill("Téléphone (facultatif)", phone);
        app.Clock.Advance(TimeSpan.FromHours(10));
        return (visitor, await visitor.SubmitAsync(form, Save));
    }

    private static Task<Page> SignInAsync(Visitor visitor, Page page, string email) =>
        visitor.SubmitAsync(page.Form("Se connecter").Fill("Adresse courriel", email).Fill("Mot de passe", DiapasonApp.Password), "Se connecter");
}
