using System.Net;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

public sealed class CouncilMembersTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Members = "/fr/council/members";

    [Theory]
    [InlineData("analyst")]
    [InlineData("rfc")]
    [InlineData("facilitator")]
    [InlineData("organisation-lead")]
    [InlineData("person")]
    public async Task Only_an_administrator_sees_the_members_and_the_trail(string role)
    {
        var visitor = await app.SignedInAsync($"{role}@culture.example");
        (await visitor.GoAsync(Members)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.GoAsync("/fr/council/audit-trail")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_administrator_is_nobody_in_another_council()
    {
        var here = await app.SignedInAsync(AccountsVisits.Administrator);
        var there = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        (await here.GoAsync(Members)).Main.ShouldNotContain("rivage");
        (await there.GoAsync("/fr/c/rivage/council/members")).Main.ShouldNotContain("culture.example");
        foreach (var page in new[] { "members", "audit-trail" })
        {
            (await here.GoAsync($"/fr/c/rivage/council/{page}")).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await there.GoAsync($"/fr/council/{page}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_membership_of_another_council_does_not_exist_here()
    {
        var there = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        var theirs = (await there.GoAsync("/fr/c/rivage/council/members")).Document.QuerySelector("main tbody a")!.GetAttribute("href")!;
        var id = theirs[(theirs.LastIndexOf('/') + 1)..];
        var here = await app.SignedInAsync(AccountsVisits.Administrator);
        (await here.GoAsync($"{Members}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        // The form of a membership of ours, sent to the address of theirs.
        var ours = await here.GoAsync(await LinkAsync(here, AccountsVisits.Analyst));
        foreach (var address in new[] { $"{Members}/{id}", $"{Members}/{id}?handler=Remove" })
        {
            using var content = new FormUrlEncodedContent(ours.Form("Enregistrer le rôle").Choose("Personne").Submission("Enregistrer le rôle").Fields);
            using var response = await here.Client.PostAsync(address, content, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await there.GoAsync(theirs)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Invites_a_person_who_enters_by_the_link_and_loses_access_at_once_when_removed()
    {
        const string Email = "nouvelle@ailleurs.example";
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var form = (await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", Email).Choose("Administration du conseil");
        var invited = await administrator.SubmitAsync(form, "Inviter");
        invited.Main.ShouldContain($"Invitation envoyée à {Email}, valable jusqu’au ");
        invited.Address.ShouldNotContain("@");

        var link = (await app.MailedLinkAsync(Email)).ShouldNotBeNull();
        app.Clock.Advance(TimeSpan.FromHours(20));
        var person = app.Visitor();
        await person.SubmitAsync((await person.GoAsync(link)).Form(), "Me connecter");
        (await person.GoAsync(Members)).Status.ShouldBe(HttpStatusCode.OK);

        administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var member = await administrator.GoAsync(await LinkAsync(administrator, Email));
        (await administrator.SubmitAsync(member.Form("Retirer le rôle : " + Email))).Main.ShouldContain("Le rôle est retiré.");
        (await person.PeekAsync(Members)).Location!.ShouldContain("/fr/account/sign-in");
        await person.AskForLinkAsync(Email);
        var back = (await app.MailedLinkAsync(Email)).ShouldNotBeNull();
        await person.SubmitAsync((await person.GoAsync(back)).Form(), "Me connecter");
        (await person.GoAsync(Members)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await person.GoAsync("/fr/account")).Main.ShouldContain("Vous n’avez de rôle dans aucun conseil.");

        var trail = await administrator.GoAsync("/fr/council/audit-trail");
        trail.Main.ShouldContain("Rôle donné");
        trail.Main.ShouldContain("Rôle retiré");
    }

    [Fact]
    public async Task Says_that_a_role_is_one_more()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var first = await administrator.SubmitAsync((await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", "deux@ailleurs.example").Choose("Animation"), "Inviter");
        first.Main.ShouldNotContain("Un rôle de plus");
        var more = await administrator.SubmitAsync((await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", "deux@ailleurs.example").Choose("Analyse"), "Inviter");
        more.Main.ShouldContain("Un rôle de plus : Analyse.");
    }

    [Fact]
    public async Task Says_what_is_missing_from_an_invitation()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await administrator.GoAsync(Members);
        (await administrator.SubmitAsync(page.Form("Inviter"), "Inviter")).Errors.ShouldBe(["Écrivez une adresse courriel.", "Choisissez un rôle."]);
        var lead = page.Form("Inviter").Fill("Adresse courriel", "direction@ailleurs.example").Choose("Direction d’un organisme");
        (await administrator.SubmitAsync(lead, "Inviter")).Errors.ShouldBe(["Écrivez l’organisme que la personne dirige."]);
        var twice = (await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", "ANALYST@culture.example").Choose("Analyse");
        var refused = await administrator.SubmitAsync(twice, "Inviter");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Cette personne a déjà ce rôle dans le conseil."]);
    }

    [Fact]
    public async Task Changes_a_role_and_writes_it_in_the_trail_without_a_name()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var form = (await administrator.GoAsync(await LinkAsync(administrator, "facilitator@culture.example"))).Form("Enregistrer le rôle").Choose("Analyse");
        (await administrator.SubmitAsync(form)).Main.ShouldContain("Le rôle est changé.");
        var entry = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<AuditEntry>()
            .SingleAsync(e => e.Act == "member.role_changed" && e.Details!.Contains("facilitator"), TestContext.Current.CancellationToken));
        entry.Details.ShouldBe("""{"from":"facilitator","to":"analyst"}""");
        entry.UserId.ShouldNotBeNull();
        (entry.Subject + entry.Details).ShouldNotContain("@");
    }

    [Fact]
    public async Task Who_stops_administering_says_yes_first_and_lands_where_it_is_told()
    {
        const string Email = "passage@ailleurs.example";
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        await administrator.SubmitAsync((await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", Email).Choose("Administration du conseil"), "Inviter");
        var second = app.Visitor();
        await second.SubmitAsync((await second.GoAsync((await app.MailedLinkAsync(Email)).ShouldNotBeNull())).Form(), "Me connecter");
        var own = await second.GoAsync(await LinkAsync(second, Email));
        own.Main.ShouldContain("C’est votre propre rôle.");
        (await second.SubmitAndStayAsync(own.Form("Retirer le rôle : " + Email), "Retirer le rôle : " + Email)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var asked = await second.SubmitAndStayAsync(own.Form("Enregistrer le rôle").Choose("Analyse"), "Enregistrer le rôle");
        asked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        asked.Errors.ShouldHaveSingleItem().ShouldContain("Cochez la case");
        var done = await second.SubmitAsync(asked.Form("Enregistrer le rôle").Choose("Oui, je cesse d’administrer ce conseil"), "Enregistrer le rôle");
        done.Address.ShouldStartWith("/fr/account");
        done.Main.ShouldContain("Vous n’administrez plus ce conseil.");
        (await second.GoAsync(Members)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Keeps_the_last_administrator_of_a_council()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        const string There = "/fr/c/rivage/council/members";
        var own = await administrator.GoAsync(await LinkAsync(administrator, AccountsVisits.OtherAdministrator, There));
        foreach (var (form, button) in new[] { (own.Form("Enregistrer le rôle").Choose("Personne"), "Enregistrer le rôle"), (own.Form("Retirer le rôle : " + AccountsVisits.OtherAdministrator), null) })
        {
            var refused = await administrator.SubmitAsync(form, button);
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Errors.Single().ShouldContain("au moins une personne pour l’administrer");
        }

        var erase = (await administrator.GoAsync("/fr/account/erase")).Form().Choose("Je comprends que rien ne pourra être récupéré");
        (await administrator.SubmitAsync(erase)).Errors.Single().ShouldContain("la seule personne à administrer");
        (await administrator.GoAsync(There)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("?p=0")]
    [InlineData("?p=99")]
    public async Task A_page_of_the_trail_that_does_not_exist_is_not_found(string query)
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        (await administrator.GoAsync("/fr/council/audit-trail" + query)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> LinkAsync(Visitor administrator, string email, string members = Members)
    {
        var page = await administrator.GoAsync(members);
        return page.Link($"Modifier {email}");
    }

    [Fact]
    public async Task Two_invitations_of_a_new_address_at_the_same_moment_make_one_member()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        for (var round = 0; round < 3; round++)
        {
            var email = $"ensemble{round}@ailleurs.example";
            var form = (await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", email).Choose("Direction d’un organisme").Fill("Organisme (facultatif)", $"Troupe {round}");
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => administrator.SubmitAndStayAsync(form, "Inviter")));
            answers.Count(a => a.Status == HttpStatusCode.SeeOther).ShouldBe(1);
            answers.Where(a => a.Status != HttpStatusCode.SeeOther).ShouldAllBe(a => a.Status == HttpStatusCode.UnprocessableEntity);
            (await administrator.GoAsync(Members)).Document.QuerySelectorAll("main tbody tr").Count(row => row.TextContent.Contains(email)).ShouldBe(1);
        }
    }
}
