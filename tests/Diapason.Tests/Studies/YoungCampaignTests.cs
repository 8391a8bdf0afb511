using System.Net;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Diapason.Studies.Front;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>The first days of a campaign, through the front.</summary>
public sealed class YoungCampaignTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(40)]
    public async Task The_coverage_shows_and_the_portrait_shows_figures_or_says_what_it_lacks(int answers)
    {
        await using var app = new FewAnswersApp(answers);
        await app.InitializeAsync();
        var page = await app.PortraitReadyAsync();
        page.Status.ShouldBe(HttpStatusCode.OK);
        if (answers == 0) page.Main.ShouldContain("Le portrait paraîtra une semaine après que 30 personnes auront répondu");
        else if (answers < 30) page.Main.ShouldContain($"Au moins {answers} réponses sont arrivées. Le portrait paraîtra quand deux nuits, à une semaine d’intervalle, auront trouvé au moins 30 personnes");
        else
        {
            page.Heading.ShouldNotContain("%");
            page.Document.QuerySelectorAll("figure.figure, .avis").Length.ShouldBe(9);
            page.Main.ShouldContain("La pondération");
        }

        page.Main.ShouldNotContain("Aucune consultation n’a encore été menée");
        var coverage = await (await app.SignedInAsync(AccountsVisits.Analyst)).GoAsync("/fr/coverage");
        coverage.Main.ShouldContain($"{answers} réponses envoyées");
        coverage.Document.QuerySelectorAll("main table").Length.ShouldBe(answers < 30 ? 7 : 8, "what the publication spends comes with the first edition");
        var tasks = await DeskAsync(app, Roles.Analyst);
        // Thirty answers bear three margins of the four: the population is not followed whole, and somebody can still be asked.
        var ofWeights = tasks.Where(t => t.Kind != "Un groupe manque");
        if (answers != 30) ofWeights.ShouldBeEmpty();
        else ofWeights.ShouldHaveSingleItem().Link.AddressOrNull(app.Services.GetRequiredService<LinkGenerator>(), "/fr").ShouldBe("/fr/coverage/ia-2026");
        // Others are told which groups to reach, and no count.
        foreach (var told in await DeskAsync(app, Roles.Facilitator)) told.Fact.ShouldContain("quelques réponses, moins de 50");
    }

    [Fact]
    public async Task A_council_that_had_settled_ten_is_read_as_thirty_on_every_page()
    {
        await using var app = new FewAnswersApp(20);
        await app.InitializeAsync();
        await using (var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(TestContext.Current.CancellationToken))
        {
            // No page nor kit writes it any more.
            await using var command = connection.Command("""UPDATE platform_council SET settings = REPLACE(settings, '"rowThreshold":30', '"rowThreshold":10')""");
            (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        }

        app.Services.GetRequiredService<CouncilDirectory>().Refresh();
        (await app.Services.GetRequiredService<CouncilDirectory>().DefaultAsync(default))!.Settings.RowThreshold.ShouldBe(10);
        var page = await app.PortraitReadyAsync();
        page.Main.ShouldContain("auront trouvé au moins 30 personnes");
        page.Document.QuerySelectorAll("figure.figure").ShouldBeEmpty();
        foreach (var (address, said) in new[] { ("/fr", "pour moins de 30 personnes"), ("/fr/privacy", "moins de 30 personnes"), ("/en/privacy", "fewer than 30 people") })
            (await app.Visitor().GoAsync(address)).Main.ShouldContain(said);
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        (await administrator.GoAsync("/fr/council/settings")).Form("Enregistrer les réglages").Value("Seuil de publication").ShouldBe("30");
    }

    private static Task<IReadOnlyList<ThingToDo>> DeskAsync(DiapasonApp app, string role) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<CurrentCouncil>().Set(await services.GetRequiredService<CouncilDirectory>().FindAsync("culture", default));
        var desk = services.GetServices<IStaffDesk>().OfType<StudiesDesk>().Single();
        return (await desk.ForAsync(new StaffMember(Guid.Empty, [role]), default)).ToDo;
    });

    private sealed class FewAnswersApp(int answers) : DiapasonApp
    {
        private readonly string _kit = FewAnswersKit.Copy(answers);

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:Kit", _kit)];

        protected override Task<TestDatabase> NewDatabaseAsync() => TestDatabase.EmptyAsync();
    }
}

/// <summary>The demonstration kit with its first answers only.</summary>
internal static class FewAnswersKit
{
    public static string Copy(int answers)
    {
        var copy = DemonstrationKit.Copy();
        var path = Path.Combine(copy, "answers.csv");
        File.WriteAllLines(path, File.ReadLines(path).Take(answers + 1).ToList());
        return copy;
    }
}
