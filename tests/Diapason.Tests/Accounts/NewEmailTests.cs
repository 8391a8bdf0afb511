using System.Net;
using Diapason.Platform.Data;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>An account goes by another address once the link mailed to that address has served, and no sooner; the former one is told.</summary>
public sealed class NewEmailTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Ask = "Recevoir un lien à cette adresse";
    private const string Confirm = "Utiliser cette adresse";

    [Fact]
    public async Task It_changes_by_the_link_and_not_before()
    {
        const string Former = "facilitator@culture.example";
        const string New = "animation@ailleurs.example";
        var visitor = await app.SignedInAsync(Former);
        var asked = await AskAsync(visitor, New);
        asked.Main.ShouldContain("Rien ne change avant.");
        (await visitor.GoAsync("/fr/account")).Main.ShouldContain(Former);
        var link = (await app.MailedLinkAsync(New)).ShouldNotBeNull();
        Mails(Former)[0].ShouldContain("Quelqu’un demande que votre compte change d’adresse courriel");
        // A mail scanner opens it.
        (await app.Visitor().GoAsync(link)).Address.ShouldContain("sign-in", customMessage: "and learns nothing");
        (await app.Visitor().SignInAsync(New)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var done = await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(Confirm), Confirm);
        done.Main.ShouldContain("Votre adresse courriel est changée.");
        done.Main.ShouldContain(New);
        Mails(Former)[0].ShouldContain("Votre compte vient de changer d’adresse courriel");
        (await app.Visitor().SignInAsync(Former)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.Visitor().SignInAsync(New)).Address.ShouldBe("/fr/backstage");
        (await visitor.GoAsync(link)).Main.ShouldContain("Ce lien ne sert pas ici");
        using var data = await visitor.Client.GetAsync("/fr/account?handler=Data", TestContext.Current.CancellationToken);
        var held = await data.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        held.ShouldContain("account.email_changed");
        held.ShouldNotContain(Former, customMessage: "the trail keeps no address");
    }

    [Fact]
    public async Task On_another_device_it_ends_every_session_and_every_link_sent_to_the_former_address()
    {
        const string Former = "rfc@culture.example";
        const string New = "formation@ailleurs.example";
        var visitor = await app.SignedInAsync(Former);
        await AskAsync(visitor, New);
        var link = (await app.MailedLinkAsync(New)).ShouldNotBeNull();
        await app.Visitor().AskForLinkAsync(Former);
        var signIn = (await app.MailedLinkAsync(Former)).ShouldNotBeNull();
        var phone = await app.SignedInAsync(Former);
        (await phone.SubmitAsync((await phone.GoAsync(link.Replace("/fr/", "/en/", StringComparison.Ordinal))).Form("Use this address"), "Use this address")).Main.ShouldContain("Your email address is changed.");
        (await visitor.PeekAsync("/fr/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.Visitor().GoAsync(signIn)).Main.ShouldContain("Ce lien n’est pas complet");
    }

    [Fact]
    public async Task An_address_that_somebody_has_is_answered_like_any_other_and_receives_nothing()
    {
        const string Email = "person@culture.example";
        var visitor = await app.SignedInAsync(Email);
        var free = await AskAsync(visitor, "libre@ailleurs.example");
        var taken = await AskAsync(visitor, AccountsVisits.OtherAdministrator);
        taken.Main.ShouldBe(free.Main);
        taken.Address.ShouldBe(free.Address);
        (await app.MailedLinkAsync(AccountsVisits.OtherAdministrator)).ShouldBeNull();
        Mails(Email).Count(mail => mail.Contains("Quelqu’un demande", StringComparison.Ordinal)).ShouldBe(2, "the former address is told in both cases");
        // Taken by somebody between the asking and the link: refused as a link that serves no more.
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(visitor, "libre@ailleurs.example");
        var link = (await app.MailedLinkAsync("libre@ailleurs.example")).ShouldNotBeNull();
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        await administrator.SubmitAsync((await administrator.GoAsync("/fr/council/members")).Form("Inviter").Fill("Adresse courriel", "libre@ailleurs.example").Choose("Animation"), "Inviter");
        var refused = await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(Confirm), Confirm);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("Ce lien ne sert pas ici");
        (await visitor.GoAsync("/fr/account")).Main.ShouldContain(Email);
    }

    [Theory]
    [InlineData("", "Écrivez une adresse courriel.")]
    [InlineData("quelqu-un@machine", "Écrivez une adresse courriel complète")]
    [InlineData("Organisation-Lead@culture.example", "C’est déjà votre adresse.")]
    public async Task What_is_no_other_address_is_refused(string typed, string told)
    {
        var visitor = await app.SignedInAsync("organisation-lead@culture.example");
        var refused = await AskAsync(visitor, typed);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith(told);
    }

    [Fact]
    public async Task It_is_asked_again_who_is_there_the_link_lasts_an_hour_and_what_was_asked_is_erased()
    {
        const string Email = AccountsVisits.Analyst;
        const string New = "analyse@ailleurs.example";
        var visitor = await app.SignedInAsync(Email);
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        var who = await visitor.GoAsync("/fr/account/email");
        who.Heading.ShouldBe("Est-ce bien vous?");
        var page = await visitor.SubmitAsync(who.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer");
        await visitor.SubmitAsync(page.Form(Ask).Fill("Nouvelle adresse courriel", New), Ask);
        var link = (await app.MailedLinkAsync(New)).ShouldNotBeNull();
        var opened = await visitor.GoAsync(link);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        (await visitor.SubmitAsync(opened.Form(Confirm), Confirm)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await app.RunJobsAsync("accounts.erase-spent-links");
        (await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().Database
            .SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM accounts_email_change WHERE new_email = {New}").SingleAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Fact]
    public async Task A_mailbox_receives_three_links_at_most()
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        var links = new HashSet<string?>();
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(visitor, "boite@ailleurs.example");
            links.Add(await app.MailedLinkAsync("boite@ailleurs.example"));
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        links.Count.ShouldBe(3);
        (await AskAsync(visitor, "boite@ailleurs.example")).Errors.ShouldHaveSingleItem().ShouldContain("trois fois en une heure");
        Mails(AccountsVisits.Administrator).Count(mail => mail.Contains("Quelqu’un demande", StringComparison.Ordinal)).ShouldBe(3);
    }

    internal static async Task<Page> AskAsync(Visitor visitor, string email) =>
        await visitor.SubmitAsync((await visitor.GoAsync("/fr/account/email")).Form(Ask).Fill("Nouvelle adresse courriel", email), Ask);

    private List<string> Mails(string email) => [.. app.Services.GetRequiredService<Mailer>().Written().Where(m => m.To == email).Select(m => $"{m.Subject}\n{m.Text}")];
}
