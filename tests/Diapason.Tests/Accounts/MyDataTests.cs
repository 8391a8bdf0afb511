using System.Net;
using System.Text.Json;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

public sealed class MyDataTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Exports_what_is_held_about_me_and_nobody_else()
    {
        var visitor = await app.SignedInAsync("organisation-lead@culture.example");
        var file = await visitor.FollowAsync(await visitor.GoAsync("/fr/account"), "Télécharger mes données (JSON)");
        file.MediaType.ShouldBe("application/json");
        using var json = JsonDocument.Parse(file.Html);
        var mine = json.RootElement.GetProperty("data").GetProperty("accounts");
        mine.GetProperty("account").GetProperty("email").GetString().ShouldBe("organisation-lead@culture.example");
        var membership = mine.GetProperty("memberships").EnumerateArray().Single();
        membership.GetProperty("role").GetString().ShouldBe("organisation_lead");
        membership.GetProperty("organisation").GetString().ShouldNotBeNullOrEmpty();
        file.Html.ShouldNotContain("analyst@");
        file.Html.ShouldNotContain("hash", Case.Insensitive);
    }

    [Fact]
    public async Task Exports_too_what_others_did_with_my_account_and_the_links_sent_to_me()
    {
        const string Email = "rfc@culture.example";
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var members = await administrator.GoAsync("/fr/council/members");
        var row = members.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(Email, StringComparison.Ordinal));
        var member = await administrator.GoAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        await administrator.SubmitAsync(member.Form("Enregistrer le rôle").Forge("Role", "facilitator"), "Enregistrer le rôle");

        var visitor = app.Visitor();
        await visitor.AskForLinkAsync(Email);
        var link = await visitor.GoAsync((await app.MailedLinkAsync(Email))!);
        await visitor.SubmitAsync(link.Form());
        var file = await visitor.GoAsync("/fr/account?handler=Data");
        using var json = JsonDocument.Parse(file.Html);
        var mine = json.RootElement.GetProperty("data").GetProperty("accounts");
        var act = mine.GetProperty("actsOnMe").EnumerateArray().Single();
        act.GetProperty("act").GetString().ShouldBe("member.role_changed");
        act.GetProperty("details").GetString()!.ShouldContain("facilitator");
        mine.GetProperty("signInLinks").EnumerateArray().Single().GetProperty("usedAt").ValueKind.ShouldBe(JsonValueKind.String);
        file.Html.ShouldNotContain("hash", Case.Insensitive);
        file.Html.ShouldNotContain(AccountsVisits.Administrator);
    }

    [Fact]
    public async Task Erases_my_account_everywhere_and_keeps_only_its_number_in_the_trail()
    {
        const string Email = "person@culture.example";
        var visitor = await app.SignedInAsync(Email);
        var page = await visitor.GoAsync("/fr/account/erase");
        var unsure = await visitor.SubmitAsync(page.Form());
        unsure.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unsure.Errors.ShouldBe(["Cochez la case pour confirmer."]);
        (await visitor.GoAsync("/fr/account")).Status.ShouldBe(HttpStatusCode.OK);

        var erased = await visitor.SubmitAsync(unsure.Form().Choose("Je comprends que rien ne pourra être récupéré"));
        erased.Heading.ShouldBe("Votre compte est effacé");
        (await visitor.PeekAsync("/fr/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.Visitor().SignInAsync(Email)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        (await administrator.GoAsync("/fr/council/members")).Html.ShouldNotContain(Email);
        var entry = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<AuditEntry>()
            .SingleAsync(e => e.Act == "account.erased", TestContext.Current.CancellationToken));
        entry.Subject.ShouldBe($"account:{entry.UserId}");
        entry.Details.ShouldBeNull();
    }

    [Fact]
    public async Task Shows_the_name_I_choose_and_refuses_one_too_long()
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Analyst);
        var page = await visitor.GoAsync("/fr/account");
        var named = await visitor.SubmitAsync(page.Form("Enregistrer le nom").Fill("Nom affiché (facultatif)", "Camille"), "Enregistrer le nom");
        named.Main.ShouldContain("Votre nom est enregistré.");
        named.Document.QuerySelector("header")!.TextContent.ShouldContain("Camille");
        var refused = await visitor.SubmitAsync(named.Form("Enregistrer le nom").Fill("Nom affiché (facultatif)", new string('a', 101)), "Enregistrer le nom");
        refused.Errors.ShouldBe(["Le nom a au plus 100 caractères."]);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/account/sessions")]
    [InlineData("/account/erase")]
    [InlineData("/account/erased")]
    [InlineData("/account/link")]
    [InlineData("/account/link-sent")]
    [InlineData("/council/members")]
    [InlineData("/council/organisations")]
    [InlineData("/council/audit-trail")]
    public async Task Speaks_both_languages_and_is_kept_by_no_browser(string address)
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        var (french, english) = (await visitor.GoAsync("/fr" + address), await visitor.GoAsync("/en" + address));
        french.Heading.ShouldNotBeEmpty();
        english.Heading.ShouldNotBeEmpty();
        english.Heading.ShouldNotBe(french.Heading);
        (french.Main + english.Main).ShouldNotContain("[");
        using var response = await visitor.Client.GetAsync("/fr" + address, TestContext.Current.CancellationToken);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/fr/")]
    [InlineData("/fr/coverage")]
    [InlineData("/fr/portrait")]
    [InlineData("/fr/manage/consultations")]
    public async Task No_page_seen_while_signed_in_is_kept_by_the_browser(string address)
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        using var response = await visitor.Client.GetAsync(address, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/fr/account")]
    [InlineData("/fr/account/password")]
    [InlineData("/fr/account/sessions")]
    [InlineData("/fr/account/erase")]
    [InlineData("/fr/account?handler=Data")]
    [InlineData("/fr/council/members")]
    [InlineData("/fr/council/audit-trail")]
    public async Task Asks_who_is_there_before_showing_anything(string address) =>
        (await app.Visitor().PeekAsync(address)).Location!.ShouldContain("/fr/account/sign-in?returnUrl=");
}
