using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Paths;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Somebody of the house holds the database, its write-ahead log and an ordinary log of the network, with the second of every request, and tries to say who wrote what.</summary>
public sealed class InsiderTests : IAsyncLifetime
{
    private const int People = 207;

    /// <summary>The best guess is right once in twenty, about ten times in all; chance alone goes beyond this once in ten million runs.</summary>
    private const int Chance = 30;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task No_column_and_no_order_joins_an_answer_to_a_line_of_the_log_better_than_one_over_the_tray()
    {
        var (started, sent) = await AnswerWithinMinutesAsync();
        Joined(sent, sent).ShouldBe(People, "this is how many an order that is kept would give away");
        foreach (var order in Orders)
        {
            var rows = await RowsAsync(order);
            rows.Count.ShouldBe(People);
            foreach (var (log, name) in new[] { (started, "started"), (sent, "sent") })
            {
                // Ten lines later: an answer is counted with the twenty that wait, most often the newest of them.
                int[] joined = [Joined(rows, log), Joined(rows, [.. log.Skip(10)]), Joined([.. Enumerable.Reverse(rows)], log)];
                TestContext.Current.TestOutputHelper?.WriteLine($"{order}, {name}: {string.Join(", ", joined)} of {People}");
                joined.ShouldAllBe(right => right < Chance, order);
            }
        }

        // Hashes are bytes, among which two colons may be drawn.
        foreach (var (table, column) in (await ColumnsAsync()).Where(c => !c.Column.EndsWith("_hash", StringComparison.Ordinal)))
            (await ScalarAsync($"SELECT COUNT(*) FROM {table} WHERE CAST({column} AS text) LIKE '%:__:%' AND CAST({column} AS text) NOT LIKE '%{{%'")).ShouldBe(0, $"{table}.{column} holds no time");
        foreach (var column in new[] { "consent_on", "saved_on", "submitted_on", "saves", "language", "layout" })
            (await ScalarAsync($"SELECT COUNT(DISTINCT {column}) FROM consultations_response WHERE NOT is_synthetic AND sequence IS NOT NULL")).ShouldBe(1, $"{column} tells nobody apart");
    }

    [Fact]
    public async Task No_column_and_no_order_joins_a_kept_path_to_a_line_of_the_log()
    {
        var (log, pace) = (new List<string>(), new Random(7));
        while (log.Count < People)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(pace.Next(1, 90)));
            var code = SecretCode.New();
            await KeepPathAsync(new PathState { Profile = new Profile { Heard = NeedOrigin.QuickQuestions } }, code);
            log.Add(Hash(code));
        }

        Joined(log, log).ShouldBe(People);
        foreach (var order in new[] { TestDatabase.IsPostgres ? "ctid" : "1 + 0", TestDatabase.IsPostgres ? "CAST(CAST(xmin AS text) AS bigint), CAST(CAST(cmin AS text) AS bigint)" : "+id", "id", "code_hash", "expires_on, id" })
        {
            var rows = await HashesAsync($"SELECT code_hash FROM needs_path ORDER BY {order}");
            rows.Count.ShouldBe(People);
            int[] joined = [Joined(rows, log), Joined([.. Enumerable.Reverse(rows)], log), Joined(rows, [.. log.Skip(10)])];
            TestContext.Current.TestOutputHelper?.WriteLine($"{order}: {string.Join(", ", joined)} of {People}");
            joined.ShouldAllBe(right => right < Chance, order);
        }

        (await ScalarAsync("SELECT COUNT(DISTINCT expires_on) FROM needs_path")).ShouldBe(1, "a week and a half is one month");
        (await HashesAsync("SELECT id FROM needs_path")).ShouldAllBe(id => Guid.Parse(id).Version == 4);
    }

    [Fact]
    public async Task A_quiet_day_does_not_tell_its_one_answer_apart()
    {
        for (var day = 0; day < 12; day++)
        {
            await _app.OthersSendAsync(1);
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }

        await _app.OthersSendAsync(1);
        (await ScalarAsync("SELECT COUNT(DISTINCT submitted_on) FROM consultations_response WHERE NOT is_synthetic AND sequence IS NULL AND record_key IS NOT NULL")).ShouldBe(1);
        (await ScalarAsync("SELECT MIN(n) FROM (SELECT COUNT(*) AS n FROM consultations_response WHERE NOT is_synthetic AND sequence IS NOT NULL GROUP BY submitted_on) days")).ShouldBeOneOf(0, 10, 20, 30);
    }

    /// <summary>Those by which people came; a log that keeps no query does not know.</summary>
    private static readonly string?[] Links = ["musees", "scene", null];

    private static IEnumerable<string> Orders =>
    [
        TestDatabase.IsPostgres ? "ctid" : "rowid",
        TestDatabase.IsPostgres ? "CAST(CAST(xmin AS text) AS bigint), CAST(CAST(cmin AS text) AS bigint)" : "rowid * 1",
        "1 + 0", "id", "COALESCE(sequence, 1000000), id", "record_key", "resume_hash", "receipt_hash", "submitted_on, resume_hash", "source, id", TestDatabase.IsPostgres ? "source, ctid" : "source, rowid",
    ];

    /// <summary>People who start and send at their own pace, a few seconds from each other; the codes in the order of the two lines each leaves in a log.</summary>
    private async Task<(List<string> Started, List<string> Sent)> AnswerWithinMinutesAsync()
    {
        var (started, sent, pace) = (new List<string>(), new List<string>(), new Random(7));
        var writing = new List<string>();
        while (sent.Count < People)
        {
            _app.Clock.Advance(TimeSpan.FromSeconds(pace.Next(1, 9)));
            if (started.Count < People && (writing.Count == 0 || pace.Next(2) == 0))
            {
                started.Add(await _app.OtherStartsAsync(Links[pace.Next(Links.Length)]));
                writing.Add(started[^1]);
            }
            else if (writing.Count > 0)
            {
                var who = writing[pace.Next(Math.Min(3, writing.Count))];
                await _app.OtherSendsAsync(who);
                writing.Remove(who);
                sent.Add(who);
            }
        }

        return ([.. started.Select(Hash)], [.. sent.Select(Hash)]);
    }

    /// <summary>The insider says that the first row is the first line, and so on.</summary>
    private static int Joined(List<string> rows, List<string> log) => rows.Zip(log).Count(pair => pair.First == pair.Second);

    private static string Hash(string code) => Convert.ToHexString(SecretCode.Hash(code));

    private Task<Saved> KeepPathAsync(PathState state, string code) => _app.InScopeAsync(async services =>
    {
        services.GetRequiredService<CurrentCouncil>().Set(await services.GetRequiredService<CouncilDirectory>().FindAsync("culture", Cancel));
        return await services.GetRequiredService<SavePath>().RunAsync(state, code, Cancel);
    });

    private Task<List<string>> RowsAsync(string order) => HashesAsync($"SELECT resume_hash FROM consultations_response WHERE NOT is_synthetic AND record_key IS NOT NULL ORDER BY {order}");

    private async Task<List<string>> HashesAsync(string sql)
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
        await using var command = connection.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel)) rows.Add(reader[0] is byte[] hash ? Convert.ToHexString(hash) : $"{reader[0]}");
        return rows;
    }

    private async Task<List<(string Table, string Column)>> ColumnsAsync()
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
        await using var command = connection.Command(TestDatabase.IsPostgres
            ? "SELECT table_name, column_name FROM information_schema.columns WHERE table_name IN ('consultations_response', 'consultations_withdrawal', 'consultations_tally', 'needs_path')"
            : "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.name IN ('consultations_response', 'consultations_withdrawal', 'consultations_tally', 'needs_path')");
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var columns = new List<(string, string)>();
        while (await reader.ReadAsync(Cancel)) columns.Add((reader.GetString(0), reader.GetString(1)));
        columns.Count.ShouldBeGreaterThan(20);
        return columns;
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
        await using var command = connection.Command(sql);
        return await command.ExecuteScalarAsync(Cancel) as long? ?? 0;
    }
}
