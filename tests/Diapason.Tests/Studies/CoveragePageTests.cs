using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class CoveragePageTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData(AccountsVisits.Administrator)]
    [InlineData(AccountsVisits.Analyst)]
    public async Task Staff_see_who_is_missing_against_the_frame(string email)
    {
        var visitor = await app.SignedInAsync(email);
        var page = await visitor.GoAsync("/fr/coverage");
        page.Heading.ShouldBe("Qui a répondu, et qui manque");
        page.Main.ShouldContain("1 200 réponses envoyées");
        page.Main.ShouldContain("de dix à dix-neuf autres attendent");
        page.Main.ShouldNotContain("à l’instant");
        page.Main.ShouldContain("Moins de 45 ans 50 % des réponses, 63 % de la population");
        page.Main.ShouldContain("Dans la région métropolitaine 54 % des réponses, 67 % de la population");
        page.Document.QuerySelectorAll("main table").Length.ShouldBe(8, "the budget of publication, four margins of the frame, three variables without one");
        (await visitor.GoAsync("/en/coverage")).Heading.ShouldBe("Who has answered, and who is missing");
    }

    [Fact]
    public async Task Exact_counts_are_kept_by_no_cache()
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Analyst);
        using var response = await visitor.Client.GetAsync("/fr/coverage", TestContext.Current.CancellationToken);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Others_do_not()
    {
        (await app.Visitor().PeekAsync("/fr/coverage")).Status.ShouldBe(HttpStatusCode.Redirect);
        var stranger = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        (await stranger.GoAsync("/fr/coverage")).Main.ShouldNotContain("1 200");
    }
}
