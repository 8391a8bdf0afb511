using System.Net;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Front;

/// <summary>The masthead, the programme and the home page say what is on, and nothing else.</summary>
public sealed class DoorsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("/fr/", "Participer", "Comprendre", "Avancer", "S’outiller", "Agir")]
    [InlineData("/en/", "Take part", "Understand", "Move forward", "Get equipped", "Act")]
    public async Task The_masthead_has_the_doors_behind_which_something_is_on(string address, params string[] all)
    {
        var page = await app.Visitor().GoAsync(address);
        var doors = (await OpenAsync()).Select(door => all[(int)door]).ToList();
        Doors(page).ShouldBe(doors);
        doors.Take(3).ShouldBe(all.Take(3), "the demonstration has something behind its first three doors");
        foreach (var door in doors) (await app.Visitor().GoAsync(page.Link(door))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_door_knows_that_one_of_its_pages_is_open()
    {
        var page = await app.Visitor().GoAsync("/fr/next-steps");
        page.Document.QuerySelectorAll("ul.nav a[aria-current]").Select(a => Page.Words(a.TextContent)).ShouldBe(["Avancer"]);
    }

    [Fact]
    public async Task The_programme_gives_each_line_its_date_and_its_way_in()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/programme");
        page.Document.QuerySelectorAll("main h2").Select(h => Page.Words(h.TextContent)).ShouldBe(Doors(page));
        page.Main.ShouldContain("Jusqu’au");
        foreach (var line in page.Document.QuerySelectorAll("ul.programme > li > a"))
        {
            Page.Words(line.QuerySelector(".duree")!.TextContent).ShouldNotBeEmpty();
            (await visitor.GoAsync(line.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("/fr/programme/")]
    [InlineData("/en/programme/")]
    public async Task A_door_behind_which_nothing_is_on_does_not_exist(string programme)
    {
        var open = await OpenAsync();
        foreach (var door in Enum.GetValues<PublicDoor>())
            (await app.Visitor().GoAsync(programme + door.ToString().ToLowerInvariant())).Status.ShouldBe(open.Contains(door) ? HttpStatusCode.OK : HttpStatusCode.NotFound, door.ToString());
        open.Count.ShouldBeLessThan(5, "one at least is empty, or this shows nothing");
        (await app.Visitor().GoAsync(programme + "anything")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_database_away_takes_a_door_away_and_not_the_page()
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Platform.Councils.CurrentCouncil>().Set(await scope.ServiceProvider.GetRequiredService<Platform.Councils.CouncilDirectory>().DefaultAsync(default));
        var programme = new Platform.Front.SeasonProgramme(
            [new Away(), new One()], scope.ServiceProvider.GetRequiredService<Platform.Councils.CurrentCouncil>());
        (await programme.NowAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem().Title.ShouldBe("Lire");
    }

    /// <summary>Asked of the modules themselves, whichever there are.</summary>
    private Task<List<PublicDoor>> OpenAsync() => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Platform.Councils.CurrentCouncil>().Set(await services.GetRequiredService<Platform.Councils.CouncilDirectory>().DefaultAsync(default));
        var lines = new List<PublicDoor>();
        foreach (var module in services.GetServices<IProgramme>()) lines.AddRange((await module.NowAsync(default)).Select(line => line.Door));
        return lines.Distinct().Order().ToList();
    });

    private static IEnumerable<string> Doors(Page page) => page.Document.QuerySelectorAll("ul.nav a").Select(a => Page.Words(a.TextContent));

    private sealed class Away : IProgramme
    {
        public ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel) => throw new Microsoft.Data.Sqlite.SqliteException("away", 14);
    }

    private sealed class One : IProgramme
    {
        public ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel) =>
            new([new ProgrammeLine { Door = PublicDoor.Understand, Title = "Lire", Text = "Un texte.", Link = Platform.Web.HouseLinks.Help, When = "5 minutes" }]);
    }
}

/// <summary>What is over leaves the programme by itself, and its door with it.</summary>
public sealed class ClosedDoorTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_consultation_that_is_over_leaves_and_its_door_closes()
    {
        app.Clock.Advance(TimeSpan.FromDays(400));
        var page = await app.Visitor().GoAsync("/fr/programme");
        page.Document.QuerySelectorAll("ul.nav a").Select(a => Page.Words(a.TextContent)).ShouldNotContain("Participer");
        page.Main.ShouldNotContain("Jusqu’au");
        (await app.Visitor().GoAsync("/fr/programme/participate")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
