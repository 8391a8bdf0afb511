using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>Pages are posted without pause, the server, one of two on PostgreSQL, is killed in the middle, and what it had acknowledged is looked for in the database.</summary>
public sealed class KillTests
{
    private const int People = 12;
    private const int PagesARound = 60;
    private static readonly int Rounds = Sample.Kills;

    [Fact]
    public async Task Every_page_acknowledged_before_the_server_is_killed_is_found_after()
    {
        await using var first = new Server();
        await first.StartAsync();
        await using var second = first.IsPostgres ? first.Beside() : null;
        if (second is not null) await second.StartAsync();
        List<Server> servers = second is null ? [first] : [first, second];
        var acknowledged = new ConcurrentDictionary<(string Code, string Variable), string>();
        for (var round = 0; round < Rounds; round++)
        {
            using var stop = new CancellationTokenSource();
            var people = Enumerable.Range(0, People).Select(i => AnswerUntilStoppedAsync(servers[i % servers.Count], acknowledged, new Random(round * 100 + i), stop.Token)).ToList();
            var wanted = acknowledged.Count + PagesARound;
            for (var waited = Stopwatch.StartNew(); acknowledged.Count < wanted && waited.Elapsed < TimeSpan.FromSeconds(60);) await Task.Delay(50);
            var killed = servers[round % servers.Count];
            await killed.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(people);
            await killed.StartAsync();
        }

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Rounds * PagesARound);
        var found = await ReadAsync(first);
        acknowledged.Where(a => !found.TryGetValue((Hash(a.Key.Code), a.Key.Variable), out var value) || value != a.Value).Select(a => a.Key).ShouldBeEmpty();
    }

    /// <summary>One person after another, until the server is gone; only what came back as a redirect to the next page counts as acknowledged.</summary>
    private static async Task AnswerUntilStoppedAsync(Server server, ConcurrentDictionary<(string, string), string> acknowledged, Random random, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested) await AnswerOnceAsync(server, acknowledged, random, stop);
        }
        catch (HttpRequestException)
        {
            // The server is gone: what it had not acknowledged is not owed.
        }
        catch (IOException)
        {
            // Likewise, in the middle of an answer.
        }
    }

    private static async Task AnswerOnceAsync(Server server, ConcurrentDictionary<(string, string), string> acknowledged, Random random, CancellationToken stop)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        var visitor = new Visitor(client);
        var home = await visitor.GoAsync("/fr/");
        var consent = await visitor.FollowAsync(home, "Commencer maintenant");
        consent.Form("Commencer").Element.QuerySelectorAll("input[type=checkbox]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().First().IsChecked = true;
        var page = await visitor.SubmitAsync(consent.Form("Commencer"), "Commencer");
        while (!stop.IsCancellationRequested && page.Document.QuerySelector("form#answers") is not null)
        {
            var form = page.Form("Continuer");
            var code = SecretCode.Read(page.Document.QuerySelector("strong.code")!.TextContent[^21..])!;
            var radios = form.Element.QuerySelectorAll("input[type=radio]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().ToList();
            var chosen = radios.GroupBy(r => r.Name!).Select(g => g.ElementAt(random.Next(g.Count()))).ToList();
            foreach (var radio in radios) radio.IsChecked = chosen.Contains(radio);
            var answer = await visitor.SubmitAndStayAsync(form, "Continuer");
            if (answer.Status != HttpStatusCode.SeeOther) break;
            foreach (var radio in chosen) acknowledged[(code, radio.Name!)] = radio.Value;
            page = await visitor.GoAsync(answer.Location!);
        }
    }

    private static async Task<Dictionary<(string Hash, string Variable), string>> ReadAsync(Server server)
    {
        await using DbConnection connection = server.IsPostgres ? new NpgsqlConnection(server.ConnectionString) : new SqliteConnection(server.ConnectionString + ";Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT resume_hash, answers FROM consultations_response WHERE resume_hash IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync();
        var found = new Dictionary<(string, string), string>();
        while (await reader.ReadAsync())
        {
            var hash = Convert.ToHexString((byte[])reader[0]);
            foreach (var property in JsonDocument.Parse(reader.GetString(1)).RootElement.EnumerateObject())
                found[(hash, property.Name)] = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.TryGetProperty("missing", out var missing) ? missing.GetString()! : property.Value.ToString();
        }

        return found;
    }

    private static string Hash(string code) => Convert.ToHexString(SecretCode.Hash(code));
}
