using System.Data.Common;
using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>Somebody of the house copies the whole database before and after each sending of invited people, and tries to say whose answer came.</summary>
public sealed class InvitationInsiderTests : IAsyncLifetime
{
    private const int People = 40;

    /// <summary>Chance alone is right once in ten, four times in all; it reaches this once in four million runs.</summary>
    private const int Chance = 18;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Two_copies_around_each_sending_join_no_invitation_to_an_answer_better_than_one_over_the_tray()
    {
        var (id, _) = await _app.InviteAsync("initie", People);
        var links = Enumerable.Range(1, People).ToDictionary(i => Inviting.Person("initie", i), i => _app.LinkOf(Inviting.Person("initie", i), "initie").Split('/')[^1]);
        var campaign = (await _app.Services.GetRequiredService<CampaignDirectory>().FindLiveAsync(new CampaignId(id), Cancel))!.Facts;
        var (right, unmarked, order) = (0, new List<string>(), new Random(7));
        foreach (var (email, token) in links.OrderBy(_ => order.Next()).ToList())
        {
            var before = await CopyAsync();
            await SendAsync(campaign, token);
            var after = await CopyAsync();
            unmarked.Add(email);
            var moved = before["consultations_invitation"].Except(after["consultations_invitation"]).Select(row => row.Split('|')[0]).ToList();
            Changed(before, after).ShouldBeSubsetOf(moved.Count > 0 ? [.. Answers, "consultations_invitation"] : Answers, "nothing else moves when an answer comes");
            moved.Count.ShouldBe(unmarked.Count == 10 ? 10 : 0);
            if (moved.Count == 0) continue;
            // The insider knows in which order ten answers came and which ten people answered, in an order of the database: the best guess is any.
            var marked = await MarkedAsync(moved);
            marked.Order().ShouldBe(unmarked.Order());
            right += marked.Zip(unmarked).Count(pair => pair.First == pair.Second);
            unmarked.Clear();
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {People}");
        right.ShouldBeLessThan(Chance);
    }

    [Fact]
    public async Task No_value_of_an_answer_or_of_a_mark_is_one_of_its_invitation()
    {
        var (id, _) = await _app.InviteAsync("valeurs", 12);
        var campaign = (await _app.Services.GetRequiredService<CampaignDirectory>().FindLiveAsync(new CampaignId(id), Cancel))!.Facts;
        for (var i = 1; i <= 12; i++) await SendAsync(campaign, _app.LinkOf(Inviting.Person("valeurs", i), "valeurs").Split('/')[^1]);
        var copy = await CopyAsync();
        string[] known = ["true", "false", "True", "False", "0", "1", "", id.ToString().ToUpperInvariant(), id.ToString(), campaign.CouncilId.ToString().ToUpperInvariant(), campaign.CouncilId.ToString(), "fr"];
        var ofPeople = Values(copy, "consultations_invitation", "consultations_invitation_link").Except(known).ToHashSet();
        ofPeople.Count.ShouldBeGreaterThan(40);
        Values(copy, [.. Answers]).Where(value => ofPeople.Contains(value) && value.Length > 10).ShouldBeEmpty();
        copy["consultations_response"].Count(row => row.Contains(campaign.Id.Value.ToString(), StringComparison.OrdinalIgnoreCase)).ShouldBe(12);
        // No outbox message and no line of the trail tells of one sending.
        Values(copy, "platform_outbox_message", "platform_audit_entry").Where(value => value.Contains("@valeurs", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Tables that a sending writes, none of which knows of an invitation.</summary>
    private static readonly string[] Answers = ["consultations_response", "consultations_spent_link", "consultations_campaign", "consultations_tally"];

    private static IEnumerable<string> Changed(Dictionary<string, List<string>> before, Dictionary<string, List<string>> after) => after.Keys.Where(table => !before[table].SequenceEqual(after[table]));

    private static IEnumerable<string> Values(Dictionary<string, List<string>> copy, params string[] tables) => tables.Where(copy.ContainsKey).SelectMany(t => copy[t]).SelectMany(row => row.Split('|'));

    private async Task SendAsync(CampaignFacts campaign, string token)
    {
        var code = SecretCode.New();
        var answers = AnswerSet.Parse(await AnswersAsync());
        await _app.Services.GetRequiredService<ResponseStore>().StartAsync(campaign, code, new Start(answers, "fr", "items"), Cancel);
        var sent = await _app.Services.GetRequiredService<SubmitAnswers>().RunAsync(campaign, code, new Sending("fr") { Invitation = token, On = "phone", Within = "10" }, Cancel);
        sent.IsDone.ShouldBeTrue(sent.Refusal?.Code);
    }

    private async Task<string> AnswersAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.Command("SELECT MIN(answers) FROM consultations_response WHERE is_synthetic");
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private async Task<List<string>> MarkedAsync(List<string> ids)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.Command("SELECT id, email FROM consultations_invitation ORDER BY " + (TestDatabase.IsPostgres ? "ctid" : "rowid"));
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var marked = new List<string>();
        while (await reader.ReadAsync(Cancel))
            if (ids.Contains(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!)) marked.Add(reader.GetString(1));
        return marked;
    }

    /// <summary>Every table but the answers' of the demonstration, row by row, in the order of the file.</summary>
    private async Task<Dictionary<string, List<string>>> CopyAsync()
    {
        await using var connection = await OpenAsync();
        var tables = await ListAsync(connection, TestDatabase.IsPostgres ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'" : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
        var copy = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in tables.Where(t => !t.StartsWith("needs", StringComparison.Ordinal) && !t.StartsWith("studies", StringComparison.Ordinal)))
            copy[table] = await ListAsync(connection, $"SELECT * FROM {table}{(table == "consultations_response" ? " WHERE NOT is_synthetic" : "")}");
        return copy;
    }

    private static async Task<List<string>> ListAsync(DbConnection connection, string sql)
    {
        await using var command = connection.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }

    private ValueTask<DbConnection> OpenAsync() => _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
}
