using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>The telephone of somebody who serves two councils: neither of them alone takes it away.</summary>
public sealed class SecondStepElsewhereTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task An_administrator_of_one_council_resets_nobody_who_serves_another()
    {
        const string Email = "facilitator@culture.example";
        var member = await app.SignedInAsync(Email);
        await SecondStepTests.TieAsync(app, member, await member.GoAsync("/fr/account/telephone"));
        var stranger = app.Visitor();
        await stranger.SignInAsync(AccountsVisits.OtherAdministrator, address: "/fr/c/rivage/account/sign-in");
        await stranger.SubmitAsync((await stranger.GoAsync("/fr/c/rivage/council/members")).Form("Inviter").Fill("Adresse courriel", Email).Choose("Animation"), "Inviter");
        var row = (await stranger.GoAsync("/fr/c/rivage/council/members")).Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(Email, StringComparison.Ordinal));
        var page = await stranger.GoAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        var refused = await stranger.SubmitAsync(page.Form("Oublier son téléphone et ses clés : " + Email));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.Single().ShouldStartWith("Pour ce compte, seule la personne qui exploite le service");
        (await member.PeekAsync("/fr/account")).Status.ShouldBe(HttpStatusCode.OK, "nothing ended");
    }
}
