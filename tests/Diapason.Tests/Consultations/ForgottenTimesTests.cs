using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>A database filled before answers had no time any more: an upgrade erases times, ids that tell them, and every order.</summary>
public sealed class ForgottenTimesTests : IAsyncLifetime
{
    private const int Sent = 64;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Guid Campaign = Guid.CreateVersion7();
    private static readonly DateTime First = new(2026, 10, 6, 13, 0, 0, DateTimeKind.Utc);
    private readonly List<(Guid Id, byte[] Hash, DateTime At, string Document)> _answers = [];
    private readonly List<byte[]> _paths = [];
    private TestDatabase _test = null!;
    private DatabaseChoice _database = null!;

    public async ValueTask InitializeAsync()
    {
        _test = await TestDatabase.EmptyAsync();
        _database = new DatabaseChoice(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Diapason", _test.ConnectionString)]).Build());
        _database.MakeFile();
        await using var connection = await _database.OpenAsync(Cancel);
        await RunAsync(connection, "CREATE TABLE platform_migration (name text NOT NULL PRIMARY KEY, checksum text NOT NULL, applied_at text NOT NULL)");
        foreach (var (name, sql) in Migrator.Scripts(_database.Name).Where(script => string.CompareOrdinal(script.Name, "0092") < 0))
        {
            await RunAsync(connection, sql);
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));
            await RunAsync(connection, "INSERT INTO platform_migration (name, checksum, applied_at) VALUES (@name, @checksum, 'then')", ("name", name), ("checksum", checksum));
        }

        await FillAsync(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        if (!TestDatabase.IsPostgres) SqliteConnection.ClearAllPools();
        await _test.DisposeAsync();
    }

    [Fact]
    public async Task An_upgrade_keeps_every_answer_and_forgets_when_it_came()
    {
        await new Migrator(_database, new ManualClock(DateTimeOffset.UnixEpoch), NullLogger<Migrator>.Instance).ApplyAsync(Cancel);
        await using var connection = await _database.OpenAsync(Cancel);

        var stored = await ReadAsync(connection, "SELECT resume_hash, answers FROM consultations_response");
        stored.Count.ShouldBe(Sent + 3);
        foreach (var answer in _answers) ((string)stored.Single(row => ((byte[])row[0]).SequenceEqual(answer.Hash))[1]).ShouldBe(answer.Document);
        (await ScalarAsync(connection, "SELECT COUNT(*) FROM consultations_response WHERE record_key IS NULL")).ShouldBe(3, "drafts have no key");
        (await ScalarAsync(connection, "SELECT COUNT(DISTINCT record_key) FROM consultations_response")).ShouldBe(Sent);
        (await ScalarAsync(connection, "SELECT COUNT(*) FROM consultations_response WHERE is_blank AND submitted_on IS NOT NULL")).ShouldBe(1);

        var ids = (await ReadAsync(connection, "SELECT CAST(id AS text) FROM consultations_response")).ConvertAll(row => Guid.Parse((string)row[0]));
        ids.ShouldAllBe(id => id.Version == 4 && id.Variant >= 8 && id.Variant <= 11);
        ids.Intersect(_answers.Select(answer => answer.Id)).ShouldBeEmpty();

        (await ReadAsync(connection, "SELECT sequence FROM consultations_response WHERE sequence IS NOT NULL ORDER BY sequence")).Select(row => (long)row[0]).ShouldBe(Enumerable.Range(1, Sent).Select(i => (long)i));
        (await ScalarAsync(connection, "SELECT last_sequence FROM consultations_campaign")).ShouldBe(Sent + 2);
        (await ReadAsync(connection, "SELECT sequence, withdrawn_sequence FROM consultations_withdrawal ORDER BY 1")).Select(row => ((long)row[0], (long)row[1])).ShouldBe([(Sent + 1, 0), (Sent + 2, 0)]);
        foreach (var order in new[] { TestDatabase.IsPostgres ? "ctid" : "rowid", "id", "sequence", "record_key" })
        {
            var hashes = (await ReadAsync(connection, $"SELECT resume_hash FROM consultations_response WHERE sequence IS NOT NULL ORDER BY {order}")).ConvertAll(row => (byte[])row[0]);
            hashes.Zip(_answers).Count(pair => pair.First.SequenceEqual(pair.Second.Hash)).ShouldBeLessThan(12, order);
            hashes.AsEnumerable().Reverse().Zip(_answers).Count(pair => pair.First.SequenceEqual(pair.Second.Hash)).ShouldBeLessThan(12, order);
        }

        var paths = await ReadAsync(connection, $"SELECT CAST(id AS text), code_hash, CAST(expires_on AS text) FROM needs_path ORDER BY {(TestDatabase.IsPostgres ? "ctid" : "1 + 0")}");
        paths.Count.ShouldBe(Sent, "nobody loses what they keep");
        paths.ShouldAllBe(row => Guid.Parse((string)row[0]).Version == 4);
        paths.Select(row => (string)row[2]).ShouldBeSubsetOf(["2027-11-01"]);
        paths.Zip(_paths).Count(pair => ((byte[])pair.First[1]).SequenceEqual(pair.Second)).ShouldBeLessThan(12);

        var days = await ReadAsync(connection, "SELECT CAST(submitted_on AS text), COUNT(*) FROM consultations_response WHERE sequence IS NOT NULL GROUP BY submitted_on");
        days.Count.ShouldBeGreaterThan(1);
        days.ShouldAllBe(day => (long)day[1] >= 10, "no day tells fewer than a tray");
    }

    [Fact]
    public async Task Nothing_of_it_stays_in_SQLites_file_or_log()
    {
        // PostgreSQL drops the file of the old table with it.
        if (TestDatabase.IsPostgres) return;
        var file = new SqliteConnectionStringBuilder(_test.ConnectionString).DataSource;
        (await BytesAsync(file)).ShouldContain(_answers[5].Id.ToString().ToUpperInvariant());
        await new Migrator(_database, new ManualClock(DateTimeOffset.UnixEpoch), NullLogger<Migrator>.Instance).ApplyAsync(Cancel);
        var bytes = await BytesAsync(file);
        foreach (var (id, _, at, _) in _answers)
        {
            bytes.ShouldNotContain(id.ToString().ToUpperInvariant());
            bytes.ShouldNotContain(at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Sixteen answers a day, one a minute, then a slow day; two of them were taken back.</summary>
    private async Task FillAsync(DbConnection connection)
    {
        var (council, questionnaire) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await RunAsync(connection, "INSERT INTO consultations_questionnaire (id, council_id, code, version, definition, checksum, created_at) VALUES (@id, @council, 'q', '1', '', '', @at)", ("id", questionnaire), ("council", council), ("at", First.AddHours(-5)));
        await RunAsync(
            connection,
            "INSERT INTO consultations_campaign (id, council_id, slug, title, purpose, questionnaire_id, anonymity, is_synthetic, last_sequence, created_at) VALUES (@id, @council, 's', '{}', '{}', @q, 'Anonymous', @no, @last, @at)",
            ("id", Campaign), ("council", council), ("q", questionnaire), ("no", false), ("last", (long)Sent + 4), ("at", First.AddHours(-5)));
        for (var i = 0; i < Sent + 3; i++)
        {
            var (id, hash, at) = (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(32), First.AddDays(i / 16).AddMinutes(i));
            var isSent = i < Sent;
            var words = i == 7 ? """{"missing":"skipped"}""" : $"\"n{i}\"";
            var document = $$$"""{"consent":"yes","words":{{{words}}},"pile":{"missing":"not_asked"},"region":{"missing":"skipped"}}""";
            await RunAsync(
                connection,
                """
                INSERT INTO consultations_response (id, campaign_id, council_id, resume_hash, answers, language, consent_version, consent_at, layout, is_synthetic, started_at, saved_at, submitted_at, receipt_hash, sequence)
                VALUES (@id, @campaign, @council, @hash, @answers, 'fr', '1', @at, 'items', @no, @at, @at, @sent, @receipt, @sequence)
                """,
                ("id", id), ("campaign", Campaign), ("council", council), ("hash", hash), ("answers", document),
                ("at", at), ("no", false), ("sent", isSent ? at : null), ("receipt", isSent ? RandomNumberGenerator.GetBytes(32) : null), ("sequence", isSent ? (long)i + (i > 20 ? 2 : 1) : null));
            if (isSent) _answers.Add((id, hash, at, document));
        }

        for (var i = 0; i < Sent; i++)
        {
            _paths.Add(RandomNumberGenerator.GetBytes(32));
            await RunAsync(
                connection,
                "INSERT INTO needs_path (id, council_id, code_hash, document, created_at, expires_at) VALUES (@id, @council, @hash, '{}', @at, @until)",
                ("id", Guid.CreateVersion7()), ("council", council), ("hash", _paths[^1]), ("at", First.AddMinutes(i)), ("until", First.AddMinutes(i).AddDays(365)));
        }

        foreach (var (at, gone) in new[] { (Sent + 3, 22), (Sent + 4, 700) })
            await RunAsync(connection, "INSERT INTO consultations_withdrawal (campaign_id, sequence, withdrawn_sequence, at) VALUES (@campaign, @sequence, @gone, @at)", ("campaign", Campaign), ("sequence", (long)at), ("gone", (long)gone), ("at", First));
    }

    private static async Task<string> BytesAsync(string file)
    {
        var text = new StringBuilder();
        foreach (var part in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync(Cancel));
        }

        return text.ToString();
    }

    private static async Task RunAsync(DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<long> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.Command(sql);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task<List<object[]>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(Cancel))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
