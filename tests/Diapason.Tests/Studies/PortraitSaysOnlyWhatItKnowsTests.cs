using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diapason.Platform.Language;
using Diapason.Statistics.Publication;
using Diapason.Studies.Portraits;
using Diapason.Studies.Reporting;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>What an analyst read in the demonstration and took for more than it was: bounds, periods, margins, the size of chance.</summary>
public sealed class PortraitSaysOnlyWhatItKnowsTests(DiapasonApp app) : IClassFixture<DiapasonApp>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await app.PortraitReadyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("en", "it is not a bound on what people said", "only a bound is shown")]
    [InlineData("fr", "ce n’est pas une borne sur ce que les gens ont répondu", "seule une borne paraît")]
    public async Task The_page_claims_no_bound(string language, string why, string bound)
    {
        var page = await app.Visitor().GoAsync($"/{language}/portrait");
        page.Main.ShouldContain(why);
        page.Main.ShouldNotContain(bound);
    }

    [Theory]
    [InlineData("en", ShareCut.Over, "about 100%")]
    [InlineData("en", ShareCut.Under, "about 0%")]
    [InlineData("fr", ShareCut.Over, "près de 100 %")]
    [InlineData("fr", ShareCut.Under, "près de 0 %")]
    public async Task A_figure_near_its_end_is_named_after_it_and_drawn_open(string language, ShareCut cut, string about)
    {
        // As Laval: 26 of 31 had said so, and chance carried the count within three of all.
        Languages.Use(language);
        var whole = KitStudy.State(KitStudy.Store(KitStudy.Answers()));
        var figure = whole.Portrait.Find("evolution")!;
        var laval = new Share(new PublishedShare(cut == ShareCut.Over ? 0.9 : 0.1, RoundedBase.Of(31), 1.4, cut), 1, whole.Portrait.Day);
        var state = whole with
        {
            Portrait = whole.Portrait with
            {
                Figures = [figure with { By = new Dictionary<string, IReadOnlyList<Segment>> { ["region"] = [figure.By["region"][0] with { Share = laval }] } }],
            },
        };
        var view = new DrawFigure(state, state.Portrait.Definition.Breakdowns.Single(b => b.Variable == "region")).Of(state.Portrait.Figures[0]);
        Page.Words(view.Table!.Rows[1].Cells[0]).TrimEnd('*').ShouldBe(about);
        foreach (var drawing in new[] { view.Chart!.Wide, view.Chart.Narrow })
        {
            Page.Words(drawing.Replace("&#xA0;", " ", StringComparison.Ordinal)).ShouldContain(about);
            Regex.Count(drawing, "<circle[^>]*fill=\"none\"").ShouldBe(2, "the row and its legend");
        }

        FigureFile.Rows(state).Last().Cut.ShouldBe(cut == ShareCut.Over ? "near_all" : "near_none");
        Page.Words(Encoding.UTF8.GetString(await WriteFigures.CsvAsync(state, TestContext.Current.CancellationToken))).ShouldContain(about);
    }

    [Theory]
    [InlineData("/en/portrait.json")]
    [InlineData("/fr/portrait/ia-2026/editions/20.json")]
    public async Task The_period_of_a_row_ends_with_its_own_edition(string address)
    {
        var rows = (await RowsAsync(address)).Where(r => !r.GetProperty("hidden").GetBoolean()).ToList();
        rows.Select(r => Text(r, "day")).Distinct().Count().ShouldBeGreaterThan(3);
        Languages.Use(address[1..3]);
        foreach (var row in rows)
            Text(row, "period").ShouldEndWith(Page.Words(LocalDates.Of(DateOnly.Parse(Text(row, "day"), CultureInfo.InvariantCulture))), Case.Sensitive, Text(row, "segmentLabel"));
    }

    [Fact]
    public async Task The_source_of_a_figure_ends_its_period_with_the_edition_of_everyone_and_says_so_of_older_groups()
    {
        var row = (await RowsAsync("/en/portrait.json")).First(r => Text(r, "figure") == "evolution");
        Languages.Use("en");
        var day = Page.Words(LocalDates.Of(DateOnly.Parse(Text(row, "day"), CultureInfo.InvariantCulture)));
        var source = Page.Words((await app.Visitor().GoAsync("/en/portrait?selon=region")).Document.QuerySelector("#f-evolution .source")!.TextContent);
        source.ShouldContain($"to {day}; for a group whose figure is older, to the day of its edition");
    }

    [Theory]
    [InlineData("en", "4 + 1/12 (4.083) under 100 people", "±16 points", "±10", "±1.6", "±0.9", "typical weight")]
    [InlineData("fr", "4 + 1/12 (4,083) sous 100 personnes", "±16 points", "±10", "±1,6", "±0,9", "poids habituel")]
    public async Task The_size_of_chance_is_said_in_points(string language, params string[] said)
    {
        var page = await app.Visitor().GoAsync($"/{language}/portrait");
        foreach (var words in said) page.Main.ShouldContain(words);
        using var document = JsonDocument.Parse(await app.Visitor().Client.GetStringAsync($"/{language}/portrait.json", TestContext.Current.CancellationToken));
        document.RootElement.GetProperty("protection").GetProperty("variance").GetString()!.ShouldContain("1/12");
    }

    [Theory]
    [InlineData("en", "too close to another already published", "the people who answered in the group, whatever the question")]
    [InlineData("fr", "de trop près à un autre déjà publié", "les personnes qui ont répondu dans le groupe, quelle que soit la question")]
    public async Task Three_reasons_hide_a_group_wherever_they_are_told_and_what_must_double_is_named(string language, string third, string doubling)
    {
        var page = await app.Visitor().GoAsync($"/{language}/portrait");
        Page.Words(page.Document.QuerySelector("#protection")!.ParentElement!.TextContent).ShouldContain(third);
        page.Document.QuerySelectorAll("#methode ~ div tr").ShouldContain(r => Page.Words(r.TextContent).Contains(third, StringComparison.Ordinal), "the column that says a figure is hidden");
        page.Main.ShouldContain(doubling);
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() is { } text ? Page.Words(text) : "";

    private async Task<List<JsonElement>> RowsAsync(string address)
    {
        using var document = JsonDocument.Parse(await app.Visitor().Client.GetStringAsync(address, TestContext.Current.CancellationToken));
        return [.. document.RootElement.GetProperty("figures").EnumerateArray().Select(row => row.Clone())];
    }
}
