using Diapason.Platform.Kits;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Sample;

/// <summary>What a kit brings, and what comes of it once its day is past.</summary>
public sealed class SampleKitTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("fr: \"Un premier texte\", ", "", "kit.translation_missing")]
    [InlineData("code: second", "code: premier", "kit.duplicate_code")]
    [InlineData("review: 2027-05-31", "review: some day", "kit.bad_date")]
    [InlineData("review: 2027-05-31", "reviw: 2027-05-31", "kit.key_mistyped")]
    [InlineData("Un second texte", "Un texte au titre beaucoup trop long pour tenir sur une seule ligne d’une page, même sur le plus large des écrans que les gens du conseil aient jamais vus", "sample.title_too_long")]
    public async Task A_faulty_file_is_refused_by_its_line(string text, string slip, string code)
    {
        var kit = DemonstrationKit.Spoiled("sample.yaml", text, slip);
        try
        {
            var refused = (await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default))).ShouldBeOfType<KitOutcome.Refused>();
            refused.Problems.ShouldContain(problem => problem.Code == code && problem.File == "sample.yaml" && problem.Line > 0);
        }
        finally
        {
            Directory.Delete(kit, recursive: true);
        }
    }
}

/// <summary>The year walked by a clock.</summary>
public sealed class SampleExpiryTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Near_its_day_an_entry_awaits_the_council_and_past_it_comes_last()
    {
        (await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/backstage")).Main.ShouldNotContain("Un texte à revoir");
        app.Clock.Advance(new DateTimeOffset(2027, 12, 5, 15, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        (await administrator.GoAsync("/fr/backstage")).Main.ShouldContain("Le jour de revoir « Un second texte » arrive ou est passé.");
        (await app.Visitor().GoAsync("/fr/sample")).Main.ShouldContain("vérifiez avant de vous y fier");

        var list = await administrator.GoAsync("/fr/manage/sample");
        var change = await administrator.FollowAsync(list, "Un second texte");
        await administrator.SubmitAsync(change.Form().Fill("À revoir le", "2029-01-31"), "Enregistrer le texte");
        (await app.Visitor().GoAsync("/fr/sample")).Document.QuerySelectorAll("main h2").Select(h => Page.Words(h.TextContent)).ShouldBe(["Un second texte", "Un premier texte"]);
    }
}
