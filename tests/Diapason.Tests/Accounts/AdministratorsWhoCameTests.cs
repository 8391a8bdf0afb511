using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>A council always has an administrator who can be reached: an invitation alone is nobody.</summary>
public sealed class AdministratorsWhoCameTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Members = "/fr/c/rivage/council/members";
    private const string Own = "Enregistrer le rôle";

    [Theory]
    [InlineData("morte@rivage")]
    [InlineData("morte@rivage.")]
    [InlineData("morte@.rivage")]
    public async Task An_address_no_mail_reaches_is_refused(string email)
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var refused = await administrator.SubmitAsync((await administrator.GoAsync("/fr/council/members")).Form("Inviter").Fill("Adresse courriel", email).Choose("Personne"), "Inviter");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Écrivez une adresse courriel complète, par exemple nom@exemple.ca."]);
    }

    [Fact]
    public async Task Who_never_signed_in_does_not_count_and_counts_from_the_first_time()
    {
        const string Email = "jamais@rivage.example";
        var administrator = await SignedInThereAsync();
        await administrator.SubmitAsync((await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", Email).Choose("Administration du conseil"), "Inviter");
        (await administrator.GoAsync("/fr/c/rivage/backstage")).Main.ShouldContain("Une seule personne qui administre le conseil s’est déjà connectée");

        var own = await administrator.GoAsync((await administrator.GoAsync(Members)).Link("Modifier " + AccountsVisits.OtherAdministrator));
        own.Main.ShouldContain("Vous perdez cet accès tout de suite.");
        foreach (var (form, button) in new[] { (own.Form(Own).Choose("Personne"), Own), (own.Form("Retirer le rôle : " + AccountsVisits.OtherAdministrator), (string?)null) })
        {
            var refused = await administrator.SubmitAndStayAsync(form, button);
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Errors.Single().ShouldEndWith("une personne invitée compte dès sa première connexion.");
        }

        var erase = (await administrator.GoAsync("/fr/account/erase")).Form().Choose("Je comprends que rien ne pourra être récupéré");
        (await administrator.SubmitAsync(erase)).Errors.Single().ShouldEndWith("une personne invitée compte dès sa première connexion.");

        var invited = app.Visitor();
        await invited.SubmitAsync((await invited.GoAsync((await app.MailedLinkAsync(Email)).ShouldNotBeNull())).Form(), "Me connecter");
        (await administrator.GoAsync("/fr/c/rivage/backstage")).Main.ShouldNotContain("Une seule personne");
        var page = await administrator.GoAsync((await administrator.GoAsync(Members)).Link("Modifier " + AccountsVisits.OtherAdministrator));
        var done = await administrator.SubmitAsync(page.Form(Own).Choose("Analyse").Choose("Oui, je cesse d’administrer ce conseil"), Own);
        done.Main.ShouldContain("Vous n’administrez plus ce conseil.");
    }

    private async Task<Visitor> SignedInThereAsync()
    {
        var visitor = app.Visitor();
        await visitor.SignInAsync(AccountsVisits.OtherAdministrator, address: "/fr/c/rivage/account/sign-in");
        return visitor;
    }
}
