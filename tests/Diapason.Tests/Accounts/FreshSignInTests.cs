using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>What a session left open for an hour does not do before its owner has said who they are.</summary>
public sealed class FreshSignInTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Question = "Est-ce bien vous?";

    [Fact]
    public async Task The_page_asked_comes_back_once_the_person_has_said_who_they_are()
    {
        var visitor = await LeftOpenAsync("person@culture.example");
        var asked = await visitor.GoAsync("/fr/account/erase");
        asked.Heading.ShouldBe(Question);
        var wrong = await visitor.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", "pas celui-là"), "Continuer");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Errors.Single().ShouldStartWith("Ce mot de passe ne convient pas.");
        (await visitor.SubmitAsync(wrong.Form("Continuer"), "Continuer")).Errors.ShouldBe(["Écrivez votre mot de passe."]);
        var page = await visitor.SubmitAsync(wrong.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer");
        page.Address.ShouldBe("/fr/account/erase");
        page.Heading.ShouldBe("Effacer mon compte");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_held_back_is_shown_to_nobody_but_who_typed_it(bool signsOut)
    {
        var visitor = await LeftOpenAsync(AccountsVisits.Administrator);
        var asked = await visitor.SubmitAsync((await visitor.GoAsync("/fr/council/members")).Form("Inviter").Fill("Adresse courriel", "secret@ailleurs.example").Choose("Animation"), "Inviter");
        asked.Heading.ShouldBe(Question);
        if (signsOut)
        {
            await visitor.SubmitAsync((await visitor.GoAsync("/fr/account")).Form("Me déconnecter"), "Me déconnecter");
        }
        else
        {
            var elsewhere = await app.SignedInAsync(AccountsVisits.Administrator);
            await elsewhere.SubmitAsync((await elsewhere.GoAsync("/fr/account/sessions")).Form("Fermer toutes les autres connexions"), "Fermer toutes les autres connexions");
        }

        // The same computer, another person.
        await visitor.SignInAsync(signsOut ? AccountsVisits.Administrator : AccountsVisits.Analyst);
        var page = await visitor.GoAsync(asked.Address);
        page.Html.ShouldNotContain("secret@ailleurs.example");
        if (signsOut) page.Errors.ShouldHaveSingleItem().ShouldContain("n’est plus ici");
    }

    [Fact]
    public async Task A_form_already_filled_is_sent_once_the_person_has_said_who_they_are_and_not_before()
    {
        const string Email = "invitee@ailleurs.example";
        var visitor = await LeftOpenAsync(AccountsVisits.Administrator);
        var form = (await visitor.GoAsync("/fr/council/members")).Form("Inviter").Fill("Adresse courriel", Email).Choose("Animation");
        var asked = await visitor.SubmitAsync(form, "Inviter");
        asked.Heading.ShouldBe(Question);
        // Asked with GET: Back meets no form to send again, and loading the page again loses nothing.
        var reloaded = await visitor.GoAsync(asked.Address);
        reloaded.Heading.ShouldBe(Question);
        asked = reloaded;
        var wrong = await visitor.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", "pas celui-là"), "Continuer");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Title.ShouldStartWith("Erreur");
        wrong.Html.ShouldNotContain("pas celui-là");
        (await visitor.GoAsync("/fr/council/members")).Main.ShouldNotContain(Email);
        var done = await visitor.SubmitAsync(wrong.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer");
        done.Main.ShouldContain($"Invitation envoyée à {Email}");
        (await visitor.GoAsync("/fr/council/members")).Main.ShouldContain(Email);
        (await visitor.GoAsync(asked.Address)).Heading.ShouldBe("Membres du conseil", "Back after it was sent");
    }

    [Fact]
    public async Task A_role_changed_from_a_session_left_open_leaves_no_form_behind_to_send_again()
    {
        var visitor = await LeftOpenAsync(AccountsVisits.Administrator);
        var member = await visitor.GoAsync((await visitor.GoAsync("/fr/council/members")).Link("Modifier person@culture.example"));
        var sent = await visitor.SubmitAndStayAsync(member.Form("Enregistrer le rôle").Choose("Analyse"), "Enregistrer le rôle");
        sent.Status.ShouldBe(HttpStatusCode.SeeOther);
        var asked = await visitor.GoAsync(sent.Location!);
        var done = await visitor.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer");
        done.Address.ShouldContain("done=changed");
    }

    [Fact]
    public async Task What_is_no_form_is_refused_as_such_and_does_nothing()
    {
        var visitor = await LeftOpenAsync(AccountsVisits.Administrator);
        var token = (await visitor.GoAsync("/fr/council/members")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fr/council/members") { Content = new StringContent("{\"Email\":\"objet@ailleurs.example\"}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await visitor.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await visitor.GoAsync("/fr/council/members")).Main.ShouldNotContain("objet@ailleurs.example");
    }

    [Fact]
    public async Task Settings_written_for_an_hour_are_not_lost()
    {
        var visitor = app.Visitor();
        await visitor.SignInAsync(AccountsVisits.Administrator);
        var form = (await visitor.GoAsync("/fr/council/settings")).Form("Enregistrer les réglages");
        app.Clock.Advance(TimeSpan.FromMinutes(60));
        var asked = await visitor.SubmitAsync(form.Fill("Seuil de publication", "40"), "Enregistrer les réglages");
        asked.Heading.ShouldBe(Question);
        var saved = await visitor.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer");
        saved.Main.ShouldContain("Le seuil de publication passe de");
        saved.Form("Enregistrer les réglages").Value("Seuil de publication").ShouldBe("40");
    }

    [Fact]
    public async Task A_file_of_answers_is_given_by_a_link_once_the_person_has_said_who_they_are()
    {
        var visitor = await LeftOpenAsync(AccountsVisits.Analyst);
        var campaigns = await visitor.GoAsync("/fr/manage/consultations");
        var campaign = await visitor.GoAsync(campaigns.Document.QuerySelector("main a[href*='/manage/consultations/']")!.GetAttribute("href")!);
        var file = campaign.Document.QuerySelector("main a[download]")!.GetAttribute("href")!;
        var asked = await visitor.GoAsync(file);
        asked.Heading.ShouldBe(Question);
        var page = await visitor.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer");
        page.Main.ShouldContain("C’est bien vous.");
        (await visitor.FollowAsync(page, "Télécharger le fichier")).MediaType.ShouldBe("text/csv");
        (await visitor.GoAsync(file)).MediaType.ShouldBe("text/csv");
    }

    [Fact]
    public async Task Who_has_no_password_comes_back_by_a_link()
    {
        const string Email = "sans-mot@ailleurs.example";
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var form = (await administrator.GoAsync("/fr/council/members")).Form("Inviter").Fill("Adresse courriel", Email).Choose("Animation");
        await administrator.SubmitAsync(form, "Inviter");
        var visitor = app.Visitor();
        await visitor.SubmitAsync((await visitor.GoAsync((await app.MailedLinkAsync(Email)).ShouldNotBeNull())).Form(), "Me connecter");
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        var asked = await visitor.GoAsync("/fr/account/erase");
        asked.Heading.ShouldBe(Question);
        (await visitor.SubmitAsync(asked.Form("Recevoir un lien par courriel"), "Recevoir un lien par courriel")).Heading.ShouldBe("Consultez vos courriels");
        var link = await visitor.GoAsync((await app.MailedLinkAsync(Email)).ShouldNotBeNull());
        (await visitor.SubmitAsync(link.Form(), "Me connecter")).Address.ShouldBe("/fr/account/erase");
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    public async Task Never_leads_to_another_site(string returnUrl)
    {
        var visitor = await LeftOpenAsync(AccountsVisits.Analyst);
        var asked = await visitor.GoAsync("/fr/account/confirm?returnUrl=" + Uri.EscapeDataString(returnUrl));
        (await visitor.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer")).Address.ShouldBe("/fr/account/confirm");
        (await visitor.GoAsync("/en/account/confirm?returnUrl=" + Uri.EscapeDataString(returnUrl))).Main.ShouldContain("It is you.");
    }

    /// <summary>Signed in, then away for half an hour.</summary>
    private async Task<Visitor> LeftOpenAsync(string email)
    {
        var visitor = await app.SignedInAsync(email);
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        return visitor;
    }
}
