using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>
/// People send and take back whole answers while a server is killed, one of two on PostgreSQL: whatever was acknowledged holds, nobody is counted twice, and the
/// tray is never left half turned over.
/// </summary>
public sealed class SendingKillTests
{
    private const int People = 8;
    private const int SentARound = 25;
    private const int Kept = 10;
    private static readonly int Rounds = Sample.Kills;
    private readonly ConcurrentQueue<string> _drafts = new();
    private readonly ConcurrentDictionary<string, bool> _sent = new();
    private readonly ConcurrentDictionary<string, bool> _leaving = new();
    private readonly ConcurrentDictionary<string, bool> _gone = new();

    [Fact]
    public async Task Every_answer_sent_or_taken_back_before_a_kill_is_so_after_it()
    {
        await using var first = new Server();
        await first.StartAsync();
        await using var second = first.IsPostgres ? first.Beside() : null;
        if (second is not null) await second.StartAsync();
        List<Server> servers = second is null ? [first] : [first, second];
        var written = 0;
        for (var round = 0; round < Rounds; round++)
        {
            written += await WriteDraftsAsync(first, 3 * SentARound);
            using var stop = new CancellationTokenSource();
            var people = Enumerable.Range(0, People).Select(i => SendUntilStoppedAsync(servers[i % servers.Count], stop.Token)).ToList();
            var wanted = _sent.Count + SentARound;
            for (var waited = Stopwatch.StartNew(); _sent.Count < wanted && waited.Elapsed < TimeSpan.FromSeconds(60);) await Task.Delay(20);
            var killed = servers[round % servers.Count];
            await killed.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(people);
            await killed.StartAsync();
        }

        _sent.Count.ShouldBeGreaterThanOrEqualTo(Rounds * SentARound);
        var rows = await RowsAsync(first);
        await HoldsAsync(first, rows, written);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{_sent.Count} acknowledged as sent, {_gone.Count} as taken back, {Rounds} kills; {rows.Count(r => r.Sequence is not null)} counted, {rows.Count(r => r is { IsSent: true, Sequence: null })} waiting, {rows.Count(r => !r.IsSent)} drafts");
    }

    private async Task HoldsAsync(Server server, List<Row> rows, int written)
    {
        rows.Select(row => row.Hash).ShouldBeUnique();
        var known = rows.ToDictionary(row => row.Hash);
        _sent.Keys.Where(code => !_leaving.ContainsKey(code) && known.GetValueOrDefault(Hash(code)) is not { IsSent: true }).ShouldBeEmpty("sent, and lost");
        _gone.Keys.Where(code => known.ContainsKey(Hash(code))).ShouldBeEmpty("taken back, and come again");
        rows.Count.ShouldBeInRange(written - _leaving.Count, written - _gone.Count, "drafts whose sending was cut short are still there");
        rows.Count(row => row is { IsSent: true, Sequence: null }).ShouldBeLessThan(2 * Kept);

        var (taken, last) = await WithdrawnAsync(server);
        var counted = rows.Select(row => row.Sequence).OfType<long>().ToList();
        List<long> given = [.. counted, .. taken.Select(place => place.At), .. taken.Select(place => place.Was)];
        given.Order().ShouldBe(Enumerable.Range((int)last.Invented + 1, (int)(last.Given - last.Invented)).Select(place => (long)place), "no place is given twice, none is skipped");
        ((counted.Count + taken.Count) % Kept).ShouldBe(0, "ten at a time");
    }

    /// <summary>One person after another, until the server is gone; what came back as a redirect to the receipt, or to the page that says it is erased, is acknowledged.</summary>
    private async Task SendUntilStoppedAsync(Server server, CancellationToken stop)
    {
        try
        {
            for (var i = 0; !stop.IsCancellationRequested && _drafts.TryDequeue(out var code); i++) await SendOnceAsync(server, code, i % 3 == 1);
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

    private async Task SendOnceAsync(Server server, string code, bool leaves)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        var visitor = new Visitor(client);
        var resume = await visitor.GoAsync("/fr/consultation/resume");
        var check = await visitor.SubmitAsync(resume.Form("Reprendre").Fill("Code de reprise", code), "Reprendre");
        var sent = await visitor.SubmitAndStayAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
        if (sent.Status != HttpStatusCode.SeeOther || !sent.Location!.EndsWith("/receipt", StringComparison.Ordinal)) return;
        _sent[code] = true;
        if (!leaves) return;
        var withdraw = await visitor.GoAsync("/fr/consultation/ia-2026/withdraw");
        _leaving[code] = true;
        var gone = await visitor.SubmitAndStayAsync(withdraw.Form("Effacer mes réponses"), "Effacer mes réponses");
        if (gone.Status == HttpStatusCode.SeeOther && gone.Location!.EndsWith("/withdrawn", StringComparison.Ordinal)) _gone[code] = true;
    }

    /// <summary>Drafts of people who have answered everything, copies of an invented answer.</summary>
    private async Task<int> WriteDraftsAsync(Server server, int people)
    {
        await using var connection = await OpenAsync(server);
        for (var i = 0; i < people; i++)
        {
            var code = SecretCode.New();
            await using var write = connection.Command(
                """
                INSERT INTO consultations_response (id, campaign_id, council_id, resume_hash, answers, language, consent_version, consent_on, layout, is_synthetic, invited, is_blank, saved_on, saves)
                SELECT @id, r.campaign_id, r.council_id, @hash, r.answers, r.language, r.consent_version, r.consent_on, r.layout, @no, @no, @no, r.saved_on, 1
                FROM consultations_response r JOIN consultations_campaign c ON c.id = r.campaign_id WHERE r.is_synthetic AND c.slug = 'ia-2026' ORDER BY r.sequence LIMIT 1
                """,
                ("id", Guid.CreateVersion7()), ("hash", SecretCode.Hash(code)), ("no", false));
            (await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
            _drafts.Enqueue(code);
        }

        return people;
    }

    private static async Task<List<Row>> RowsAsync(Server server)
    {
        await using var connection = await OpenAsync(server);
        await using var command = connection.Command("SELECT resume_hash, submitted_on, sequence FROM consultations_response WHERE NOT is_synthetic");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>();
        while (await reader.ReadAsync()) rows.Add(new Row(Convert.ToHexString((byte[])reader[0]), !reader.IsDBNull(1), reader.IsDBNull(2) ? null : reader.GetInt64(2)));
        return rows;
    }

    private static async Task<(List<(long At, long Was)> Taken, (long Invented, long Given) Last)> WithdrawnAsync(Server server)
    {
        await using var connection = await OpenAsync(server);
        var taken = new List<(long, long)>();
        await using (var command = connection.Command("SELECT w.sequence, w.withdrawn_sequence FROM consultations_withdrawal w JOIN consultations_campaign c ON c.id = w.campaign_id WHERE c.slug = 'ia-2026'"))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) taken.Add((reader.GetInt64(0), reader.GetInt64(1)));
        await using var ask = connection.Command(
            "SELECT (SELECT MAX(r.sequence) FROM consultations_response r WHERE r.campaign_id = c.id AND r.is_synthetic), c.last_sequence FROM consultations_campaign c WHERE c.slug = 'ia-2026' AND EXISTS (SELECT 1 FROM consultations_response r WHERE r.campaign_id = c.id AND r.is_synthetic)");
        await using var last = await ask.ExecuteReaderAsync();
        await last.ReadAsync();
        return (taken, (last.GetInt64(0), last.GetInt64(1)));
    }

    private static async Task<DbConnection> OpenAsync(Server server)
    {
        DbConnection connection = server.IsPostgres ? new NpgsqlConnection(server.ConnectionString) : new SqliteConnection(server.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static string Hash(string code) => Convert.ToHexString(SecretCode.Hash(code));

    private sealed record Row(string Hash, bool IsSent, long? Sequence);
}
