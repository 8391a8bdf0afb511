using System.Text.Json;
using Diapason.Consultations.Shell;
using Diapason.Platform.Startup;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations.Invitations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Answers leave by the command line and come in by it, into a campaign that nobody could answer here: what comes out again is what went in.</summary>
public sealed class CollectedVerbTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-answers-").FullName;

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("sav")]
    public async Task What_leaves_comes_back_the_same(string kind)
    {
        var (file, mapping) = (In("answers." + kind), In("mapping.json"));
        (await RunAsync("export", "ia-2026", "--as", kind, "--council", "culture", "--out", file)).Code.ShouldBe(0);
        await _app.PlanAsync("passe");
        (await RunAsync("map", file, "--campaign", "passe", "--council", "culture", "--out", mapping)).Code.ShouldBe(0);
        var (code, lines) = await RunAsync("import", file, "--mapping", mapping, "--campaign", "passe", "--council", "culture", "--from", "2026-09-01", "--until", "2026-09-30", "--told", "Étude anonyme du conseil", "--release");
        code.ShouldBe(0, string.Join('\n', lines.Take(5)));
        (await RunAsync("export", "ia-2026", "--as", "csv", "--council", "culture", "--out", In("before.csv"))).Code.ShouldBe(0);
        (await RunAsync("export", "passe", "--as", "csv", "--council", "culture", "--out", In("after.csv"))).Code.ShouldBe(0);
        var (before, after) = (Rows(In("before.csv")), Rows(In("after.csv")));
        after.Count.ShouldBe(before.Count);
        after.Except(before).Take(3).ShouldBeEmpty();
        after.ShouldBe(before);
        (await _app.CountAsync("source = 'collected' AND sequence IS NULL")).ShouldBe(0, "a closed campaign counts all");
    }

    [Fact]
    public async Task A_loss_is_told_by_row_and_column_and_keeps_nothing_until_it_is_agreed_to()
    {
        await _app.PlanAsync("pertes");
        await File.WriteAllTextAsync(In("a.csv"), "status,role,metro\nemployee,producer,yes\nemployee,dancer,yes\n,,\n\"employee\",producer\n", Cancel);
        (await RunAsync("map", In("a.csv"), "--campaign", "pertes", "--council", "culture", "--out", In("m.json"))).Code.ShouldBe(0);
        string[] import = ["import", In("a.csv"), "--mapping", In("m.json"), "--campaign", "pertes", "--council", "culture", "--from", "2024-01-01", "--until", "2024-02-01", "--told", "Étude anonyme"];
        var (code, lines) = await RunAsync(import);
        code.ShouldBe(1);
        lines.ShouldContain(line => Is(line, "error", "value_unknown", 3, "role") && line.GetProperty("facts").GetProperty("value").GetString() == "dancer");
        lines.ShouldContain(line => Is(line, "error", "row_width", 5, ""));
        lines.ShouldContain(line => line.GetProperty("code").GetString() == "rows_empty");
        (await RunAsync([.. import, "--leave-out"])).Code.ShouldBe(0);
        (await RunAsync([.. import, "--leave-out"])).Lines.ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("brought_twice");
        (await RunAsync("import", In("none.csv"), "--mapping", In("m.json"), "--campaign", "pertes", "--council", "culture")).Lines.ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("file_missing");
        (await RunAsync("import", In("a.csv"), "--mapping", In("a.csv"), "--campaign", "pertes", "--council", "culture")).Lines.ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("mapping_broken");
        (await RunAsync("export", "nulle", "--as", "csv", "--council", "culture")).Lines.ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("campaign_unknown");
        (await RunAsync("export", "pertes", "--as", "pdf", "--council", "culture")).Code.ShouldBe(2);
        (await RunAsync("export", "pertes", "--as", "csv", "--council", "culture", "--out", In("a.csv"))).Lines.ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("file_exists");
    }

    [Fact]
    public async Task A_survey_held_here_is_published_under_its_own_days()
    {
        (await RunAsync("export", "ia-2026", "--as", "csv", "--council", "culture", "--out", In("a.csv"))).Code.ShouldBe(0);
        await _app.PlanAsync("tenu", isHonest: false);
        (await RunAsync("map", In("a.csv"), "--campaign", "tenu", "--council", "culture", "--out", In("m.json"))).Code.ShouldBe(0);
        (await RunAsync("import", In("a.csv"), "--mapping", In("m.json"), "--campaign", "tenu", "--council", "culture", "--from", "2024-02-05", "--until", "2024-03-08", "--told", "Étude anonyme", "--release")).Code.ShouldBe(0);
        for (var night = 0; night < 10; night++)
        {
            await _app.RunJobsAsync("studies.publish-editions");
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }

        var page = await _app.Visitor().GoAsync("/fr/portrait/tenu");
        // Editions are followed beside, as often as they can be.
        for (var look = 0; look < 300 && page.Document.QuerySelectorAll("figure.figure").Length == 0; look++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            // A page is drawn again once a second at most, by the house’s clock.
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
            page = await _app.Visitor().GoAsync("/fr/portrait/tenu");
        }

        page.Document.QuerySelectorAll("figure.figure").Length.ShouldBeGreaterThan(3);
        page.Main.ShouldContain("u 5 février 2024 au 8 mars 2024, réponses recueillies ailleurs");
        page.Main.ShouldNotContain("décembre 2026, ");
    }

    [Theory]
    [InlineData("ddi", "<codeBook")]
    [InlineData("json", "\"key\":\"k")]
    public async Task The_other_files_leave_too(string kind, string holds)
    {
        (await RunAsync("export", "ia-2026", "--as", kind, "--council", "culture", "--out", In("out"))).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(In("out"), Cancel)).ShouldContain(holds);
    }

    [Fact]
    public async Task The_file_in_words_comes_back_too()
    {
        var analyst = await _app.SignedInAsync("analyst@culture.example");
        await File.WriteAllBytesAsync(In("mots.csv"), await analyst.Client.GetByteArrayAsync($"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}/answers-fr.csv", Cancel), Cancel);
        await _app.PlanAsync("en-mots");
        (await RunAsync("map", In("mots.csv"), "--campaign", "en-mots", "--council", "culture", "--out", In("m.json"))).Code.ShouldBe(0);
        var (code, lines) = await RunAsync("import", In("mots.csv"), "--mapping", In("m.json"), "--campaign", "en-mots", "--council", "culture", "--from", "2026-09-01", "--until", "2026-09-30", "--told", "Étude anonyme", "--release");
        code.ShouldBe(0, string.Join('\n', lines.Take(5)));
        (await RunAsync("export", "ia-2026", "--as", "csv", "--council", "culture", "--out", In("before.csv"))).Code.ShouldBe(0);
        (await RunAsync("export", "en-mots", "--as", "csv", "--council", "culture", "--out", In("after.csv"))).Code.ShouldBe(0);
        Rows(In("after.csv")).Except(Rows(In("before.csv"))).Take(2).ShouldBeEmpty();
    }

    private static bool Is(JsonElement line, string outcome, string what, int row, string column) =>
        line.GetProperty("outcome").GetString() == outcome && line.GetProperty("code").GetString() == what && line.GetProperty("row").GetInt32() == row && line.GetProperty("column").GetString() == column;

    private string In(string name) => Path.Combine(_folder, name);

    /// <summary>What each person said, in any order; keys, weights and the way they came are of each file.</summary>
    private static List<string> Rows(string file)
    {
        var rows = ReadCsv.Rows(File.ReadAllBytes(file)).Rows;
        var kept = rows[0].Cells.Index().Where(name => name.Item is not ("key" or "weight" or "source" or "synthetic" or "layout")).Select(name => name.Index).ToList();
        return [.. rows.Skip(1).Select(row => string.Join('|', kept.Select(at => $"{rows[0].Cells[at]}={row.Cells[at]}"))).Order(StringComparer.Ordinal)];
    }

    private Task<(int Code, IReadOnlyList<JsonElement> Lines)> RunAsync(params string[] arguments) => RunAsync(_app, arguments);

    internal static Task<(int Code, IReadOnlyList<JsonElement> Lines)> RunAsync(DiapasonApp app, params string[] arguments) => app.InScopeAsync(async services =>
    {
        using var told = new StringWriter();
        var verb = services.GetServices<ICommandVerb>().OfType<AnswersVerb>().Single();
        verb.Out = told;
        var code = await verb.RunAsync(arguments, Cancel);
        return (code, (IReadOnlyList<JsonElement>)[.. told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    });
}
