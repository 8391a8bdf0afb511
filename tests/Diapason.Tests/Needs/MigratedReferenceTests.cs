using System.Text.Json.Nodes;
using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Diapason.Platform.Data;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>A reference stored when the program itself knew what the codes meant.</summary>
public sealed class MigratedReferenceTests
{
    [Fact]
    public async Task An_older_reference_keeps_the_meanings_it_had_and_proposes_nothing_that_leads_nowhere()
    {
        await using var database = new SqliteConnection("Data Source=:memory:");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(database, "0040_create_needs.sql", null);
        await using (var insert = database.CreateCommand())
        {
            insert.CommandText = "INSERT INTO needs_reference VALUES ('c', 's', $document, 'd')";
            insert.Parameters.AddWithValue("$document", Older());
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await RunAsync(database, "0072_declare_what_answers_mean.sql", null);
        var document = await RunAsync(database, "", "SELECT document FROM needs_reference");
        var reference = ReferenceJson.Read(document!);
        var answers = new Dictionary<string, string>
        {
            ["status"] = "self_employed",
            ["role"] = "artist",
            ["obstacle_self"] = "concerns",
            ["piles.programme"] = "keep",
            ["comp.limits.importance"] = "5",
            ["comp.limits.mastery"] = "2",
        };
        var profile = new ReadAnswers(reference).From(answers.GetValueOrDefault);
        (profile.Status, profile.Role, profile.Link, profile.Obstacle, profile.Heard).ShouldBe(("self_employed", "artist", "creation", "concerns", NeedOrigin.SurveyAnswer));
        profile.Piles.ShouldBe([new("programme", TaskPile.Keep)]);
        profile.Positions.ShouldBe([new("limits", new Position(1, true))]);
        var proposed = new ChooseNextSteps(reference).For(profile, [], new DateOnly(2026, 11, 29));
        proposed.Needs.ShouldNotBeEmpty();
        proposed.Steps.ShouldBeEmpty();
    }

    private static string Older()
    {
        var document = JsonNode.Parse(ReferenceJson.Write(DemonstrationKit.Reference))!.AsObject();
        document.Remove("answers");
        document["framework"]!.AsObject().Remove("roles");
        document["framework"]!.AsObject().Remove("statuses");
        document["quick"]!["answers"] = JsonNode.Parse("""{"important":["4","5"],"unimportant":["1","2"],"mastery":{"1":0},"roleLinks":{"artist":"creation"}}""");
        foreach (var entry in document["offer"]!["entries"]!.AsArray())
            foreach (var added in (string[])["acts", "helps", "isForTeam", "cents"]) entry!.AsObject().Remove(added);
        return document.ToJsonString();
    }

    private static async Task<string?> RunAsync(SqliteConnection database, string script, string? sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql ?? Migrator.Scripts("sqlite").Single(s => s.Name == script).Sql;
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)) as string;
    }
}
