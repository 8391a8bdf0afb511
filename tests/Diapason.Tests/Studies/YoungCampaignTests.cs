using System.Net;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
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
        coverage.Document.QuerySelectorAll("main table").Length.ShouldBe(7);
        var tasks = await DeskAsync(app, Roles.Analyst);
        // Thirty answers bear three margins of the four: the population is not followed whole, and somebody can still be asked.
        var ofWeights = tasks.Where(t => t.Kind != "Un groupe manque");
        if (answers != 30) ofWeights.ShouldBeEmpty();
        else ofWeights.ShouldHaveSingleItem().Link.AddressOrNull(app.Services.GetRequiredService<LinkGenerator>(), "/fr").ShouldBe("/fr/coverage/ia-2026");
        // Others are told which groups to reach, and no count.
        foreach (var told in await DeskAsync(app, Roles.Facilitator)) told.Fact.ShouldContain("quelques réponses, moins de 50");
    }

    [Fact]
    public async Task A_council_that_settled_ten_still_shows_nothing_of_fewer_than_thirty()
    {
        await using var app = new FewAnswersApp(20, threshold: 10);
        await app.InitializeAsync();
        var page = await app.PortraitReadyAsync();
        page.Main.ShouldContain("Au moins 20 réponses sont arrivées");
        page.Document.QuerySelectorAll("figure.figure").ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<ThingToDo>> DeskAsync(DiapasonApp app, string role) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<CurrentCouncil>().Set(await services.GetRequiredService<CouncilDirectory>().FindAsync("culture", default));
        var desk = services.GetServices<IStaffDesk>().OfType<StudiesDesk>().Single();
        return (await desk.ForAsync(new StaffMember(Guid.Empty, [role]), default)).ToDo;
    });

    private sealed class FewAnswersApp(int answers, int threshold = 30) : DiapasonApp
    {
        private readonly string _kit = FewAnswersKit.Copy(answers, threshold);

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:Kit", _kit)];

        protected override Task<TestDatabase> NewDatabaseAsync() => TestDatabase.EmptyAsync();
    }
}

/// <summary>The demonstration kit with its first answers only.</summary>
internal static class FewAnswersKit
{
    public static string Copy(int answers, int threshold = 30)
    {
        var copy = DemonstrationKit.Spoiled("kit.yaml", "threshold: 30", $"threshold: {threshold}");
        var path = Path.Combine(copy, "answers.csv");
        File.WriteAllLines(path, File.ReadLines(path).Take(answers + 1).ToList());
        return copy;
    }
}
