using System.Net;
using Diapason.Accounts.Members;
using Diapason.Platform.Data;
using Diapason.Platform.Startup;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Before a first kit there is no council: every page still answers sensibly.</summary>
public sealed class EmptyInstallationTests(EmptyInstallationTests.EmptyApp app) : IClassFixture<EmptyInstallationTests.EmptyApp>
{
    [Theory]
    [InlineData("/fr/", HttpStatusCode.OK)]
    [InlineData("/en/", HttpStatusCode.OK)]
    [InlineData("/fr/consultation/ia-2026", HttpStatusCode.NotFound)]
    [InlineData("/fr/consultation/ia-2026/check", HttpStatusCode.NotFound)]
    [InlineData("/fr/portrait", HttpStatusCode.NotFound)]
    [InlineData("/fr/portrait.json", HttpStatusCode.NotFound)]
    [InlineData("/fr/next-steps", HttpStatusCode.NotFound)]
    [InlineData("/fr/next-steps/quick", HttpStatusCode.NotFound)]
    [InlineData("/fr/next-steps/mine", HttpStatusCode.NotFound)]
    [InlineData("/fr/next-steps/offer/any", HttpStatusCode.NotFound)]
    [InlineData("/fr/help", HttpStatusCode.OK)]
    [InlineData("/fr/account/sign-in", HttpStatusCode.OK)]
    public async Task Every_page_answers_without_a_council(string address, HttpStatusCode status)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Status.ShouldBe(status);
        page.Heading.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/fr/consultation/resume", "Ce code de reprise n’ouvre rien ici")]
    [InlineData("/fr/consultation/verify", "Nous ne trouvons aucune réponse envoyée avec ce code")]
    public async Task A_code_opens_nothing_and_says_so(string address, string message)
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync(address);
        var refused = await visitor.SubmitAsync(page.Form().Forge("code", Platform.Security.SecretCode.New()));
        refused.Errors.ShouldHaveSingleItem().ShouldContain(message);
    }

    [Fact]
    public async Task A_demonstration_leaves_a_database_of_people_alone() => await app.InScopeAsync(async services =>
    {
        var (db, open, demonstration) = (services.GetRequiredService<DiapasonDb>(), services.GetRequiredService<OpenAccount>(), services.GetRequiredService<IDemonstration>());
        (await demonstration.RefusalAsync(default)).ShouldBeNull("nobody is there yet");
        db.Add(open.New("quelqu-un@ailleurs.example", isDemonstration: false));
        await db.SaveChangesAsync();
        (await demonstration.RefusalAsync(default)).ShouldNotBeNull().ShouldContain("people's accounts");
        db.Add(open.New("person@demonstration.example", isDemonstration: true));
        await db.SaveChangesAsync();
        (await demonstration.RefusalAsync(default)).ShouldBeNull("it was begun as a demonstration");
        return 0;
    });

    public sealed class EmptyApp : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:Demonstration", "false")];

        protected override Task<TestDatabase> NewDatabaseAsync() => TestDatabase.EmptyAsync();
    }
}
