using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>Nobody takes an account by an address: neither who receives its link by mistake, nor who had its session for a moment.</summary>
public sealed class StolenEmailTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    /// <summary>A link in somebody's mailbox, whose address was mistyped or who was at the desk for a minute, opens nothing by itself.</summary>
    [Fact]
    public async Task It_is_of_no_use_to_who_owns_the_mailbox_to_another_account_or_after_a_correction()
    {
        const string Email = "person@culture.example";
        var visitor = await app.SignedInAsync(Email);
        await NewEmailTests.AskAsync(visitor, "mal-ecrite@ailleurs.example");
        var mistyped = (await app.MailedLinkAsync("mal-ecrite@ailleurs.example")).ShouldNotBeNull();
        var stranger = app.Visitor();
        (await stranger.GoAsync(mistyped)).Address.ShouldContain("sign-in");
        var analyst = await app.SignedInAsync(AccountsVisits.Administrator);
        (await analyst.GoAsync(mistyped)).Main.ShouldContain("c’est un autre compte qui l’a demandé");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await NewEmailTests.AskAsync(visitor, "bien-ecrite@ailleurs.example");
        (await visitor.GoAsync(mistyped)).Main.ShouldContain("un autre l’a remplacé");
        var right = (await app.MailedLinkAsync("bien-ecrite@ailleurs.example")).ShouldNotBeNull();
        (await visitor.GoAsync(right)).Main.ShouldContain("bien-ecrite@ailleurs.example");
    }

    [Theory]
    [InlineData("password")]
    [InlineData("others")]
    public async Task Changing_the_password_or_closing_the_other_sessions_cancels_it(string act)
    {
        var email = act == "password" ? "organisation-lead@culture.example" : "rfc@culture.example";
        var (visitor, thief) = (await app.SignedInAsync(email), await app.SignedInAsync(email));
        await NewEmailTests.AskAsync(thief, $"voleur-{act}@ailleurs.example");
        var link = (await app.MailedLinkAsync($"voleur-{act}@ailleurs.example")).ShouldNotBeNull();
        if (act == "others")
        {
            await visitor.SubmitAsync((await visitor.GoAsync("/fr/account/sessions")).Form("Fermer toutes les autres connexions"), "Fermer toutes les autres connexions");
        }
        else
        {
            var page = await visitor.GoAsync("/fr/account/password");
            var changed = await visitor.SubmitAsync(page.Form().Fill("Mot de passe actuel", DiapasonApp.Password).Fill("Nouveau mot de passe", "une phrase assez longue 42"));
            changed.Address.ShouldContain("done=password");
        }

        (await thief.PeekAsync("/fr/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GoAsync(link)).Main.ShouldContain("Ce lien ne sert pas ici");
    }
}
