using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Answers wait in a tray, are counted ten at a time, and none is lost or counted twice.</summary>
public sealed class TrayTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Ten_are_counted_when_twenty_wait_and_ten_always_stay()
    {
        await _app.OthersSendAsync(19);
        (await CountedAsync()).ShouldBe(0);
        (await WaitingAsync()).ShouldBe(19);
        await _app.OthersSendAsync(1);
        (await CountedAsync()).ShouldBe(10);
        (await WaitingAsync()).ShouldBe(10);
        await _app.OthersSendAsync(25);
        (await CountedAsync()).ShouldBe(30);
        (await WaitingAsync()).ShouldBe(15);
        await SequencesAreWholeAsync(30);
    }

    [Fact]
    public async Task Many_who_send_at_once_are_all_kept_and_none_is_counted_twice()
    {
        var codes = new List<string>();
        for (var i = 0; i < 47; i++) codes.Add(await _app.OtherStartsAsync());
        // Everyone presses twice, and five of them take their answers back meanwhile.
        await Task.WhenAll([.. codes.Select(_app.OtherSendsAsync), .. codes.Skip(5).Select(_app.OtherSendsAsync)]);
        var erase = _app.Services.GetRequiredService<EraseAnswers>();
        var campaign = await _app.CampaignAsync();
        var more = new List<string>();
        for (var i = 0; i < 20; i++) more.Add(await _app.OtherStartsAsync());
        var erased = await Task.WhenAll([.. codes.Take(5).Select(code => erase.RunAsync(campaign, code, Cancel)), .. more.Select(SendAsync)]);
        erased.ShouldAllBe(outcome => outcome.IsDone);
        (await _app.CountAsync("NOT is_synthetic AND record_key IS NOT NULL")).ShouldBe(62);
        foreach (var code in codes.Take(5)) (await _app.CountAsync($"resume_hash = {Literal(code)}")).ShouldBe(0, "whoever takes back is not put back by the tray");
        (await WaitingAsync()).ShouldBeInRange(Tray.Least - 5, (2 * Tray.Least) - 1);
        Task<Platform.Outcomes.Outcome> SendAsync(string code) => _app.Services.GetRequiredService<SubmitAnswers>().RunAsync(campaign, code, "fr", Cancel);
    }

    [Fact]
    public async Task Taken_back_while_it_waits_it_leaves_nothing()
    {
        var codes = await _app.OthersSendAsync(12);
        await _app.Services.GetRequiredService<EraseAnswers>().RunAsync(await _app.CampaignAsync(), codes[3], Cancel);
        (await WaitingAsync()).ShouldBe(11);
        (await _app.ChangesAsync()).ShouldBeEmpty("it was never counted: there is no place to mark as empty");
    }

    [Fact]
    public async Task Once_the_campaign_is_closed_all_are_counted()
    {
        await _app.OthersSendAsync(33);
        _app.Clock.Advance(TimeSpan.FromDays(75));
        await _app.RunJobsAsync("consultations.close-due-campaigns");
        (await CountedAsync()).ShouldBe(33);
        (await WaitingAsync()).ShouldBe(0);
        await SequencesAreWholeAsync(33);
        (await _app.ChangesAsync()).OfType<AnswersSent>().Select(a => a.Day).Distinct().Count().ShouldBe(2, "the day ten were counted, and the last day of the campaign for the others");
    }

    [Fact]
    public async Task A_short_last_tray_joins_the_one_before()
    {
        var codes = await _app.OthersSendAsync(30);
        await CloseAsync();
        await ReopenAsync();
        codes.AddRange(await _app.OthersSendAsync(3));
        var before = (await _app.ChangesAsync()).OfType<AnswersSent>().ToDictionary(a => a.Standing.Key, a => a.Sequence);
        await CloseAsync();

        var changes = await _app.ChangesAsync();
        var after = changes.OfType<AnswersSent>().ToDictionary(a => a.Standing.Key, a => a.Sequence);
        after.Count.ShouldBe(33);
        after.Count(a => before.TryGetValue(a.Key, out var place) && place != a.Value).ShouldBe(10, "ten moved, and hide the three");
        after.Where(a => !before.ContainsKey(a.Key) || before[a.Key] != a.Value).Select(a => a.Value).Order().ShouldBe(Enumerable.Range(1241, 13).Select(i => (long)i));
        changes.OfType<AnswersWithdrawn>().Select(w => w.WithdrawnSequence).ShouldBe(Enumerable.Range(1221, 10).Select(i => (long)i), ignoreOrder: true);
        (await (await _app.SignedInAsync("analyst@culture.example")).GoAsync($"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}")).Main.ShouldContain("Retirées0");
    }

    [Fact]
    public async Task Starts_sendings_withdrawals_and_admissions_at_once_shut_nobody_out()
    {
        var (campaign, erase, admit) = (await _app.CampaignAsync(), _app.Services.GetRequiredService<EraseAnswers>(), _app.Services.GetRequiredService<IAdmitAnswers>());
        var codes = new List<string>();
        for (var i = 0; i < 60; i++) codes.Add(await _app.OtherStartsAsync());
        var leaving = codes.Take(15).ToList();
        await Task.WhenAll(leaving.Select(_app.OtherSendsAsync));
        await Task.WhenAll(
        [
            .. Enumerable.Range(0, 30).Select(_ => _app.OtherStartsAsync()),
            .. codes.Skip(15).Select(_app.OtherSendsAsync),
            .. leaving.Select(async code => (await erase.RunAsync(campaign, code, Cancel)).IsDone.ShouldBeTrue()),
            .. Enumerable.Range(0, 10).Select(_ => admit.AdmitAsync(campaign, 1, Cancel)),
        ]);
        (await _app.CountAsync("NOT is_synthetic AND record_key IS NOT NULL")).ShouldBe(45);
        (await _app.CountAsync("NOT is_synthetic AND record_key IS NULL")).ShouldBe(30, "drafts");
        foreach (var code in leaving) (await _app.CountAsync($"resume_hash = {Literal(code)}")).ShouldBe(0);
        var changes = await _app.ChangesAsync();
        List<long> given = [.. changes.Select(c => c.Sequence), .. changes.OfType<AnswersWithdrawn>().Select(w => w.WithdrawnSequence)];
        given.Order().ShouldBe(Enumerable.Range(1201, given.Count).Select(i => (long)i), "no place is given twice, none is skipped");
    }

    [Fact]
    public async Task Whoever_starts_does_not_wait_for_whoever_sends()
    {
        // SQLite writes one thing at a time: there, only that both come through is to be seen.
        if (!TestDatabase.IsPostgres)
        {
            await Task.WhenAll(_app.OthersSendAsync(3), _app.OthersSendAsync(3));
            return;
        }

        var (campaign, database) = (await _app.CampaignAsync(), _app.Services.GetRequiredService<DatabaseChoice>());
        await using var sending = await database.OpenAsync(Cancel);
        await using var transaction = await sending.BeginTransactionAsync(Cancel);
        (await _app.Services.GetRequiredService<CampaignLock>().TakeAsync(sending, campaign, _app.Clock.GetUtcNow().UtcDateTime, Cancel)).ShouldBeTrue();
        await using var starting = await database.OpenAsync(Cancel);
        // What the foreign key of a new answer asks of its campaign.
        await using var key = starting.Command("SELECT id FROM consultations_campaign WHERE id = @id FOR KEY SHARE NOWAIT", ("id", campaign.Id.Value));
        (await key.ExecuteScalarAsync(Cancel)).ShouldBe(campaign.Id.Value);
        await using var other = starting.Command("SELECT id FROM consultations_campaign WHERE id = @id FOR NO KEY UPDATE NOWAIT", ("id", campaign.Id.Value));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => other.ExecuteScalarAsync(Cancel), "two never send at once");
    }

    [Fact]
    public async Task An_edition_admits_nobody_who_waits_and_whoever_moves_keeps_theirs()
    {
        var (campaign, admit) = (await _app.CampaignAsync(), _app.Services.GetRequiredService<IAdmitAnswers>());
        await _app.OthersSendAsync(20);
        await admit.AdmitAsync(campaign, 1, Cancel);
        (await AdmittedAsync()).ShouldBe((10, 0, 10), "ten are counted, ten wait");
        await CloseAsync();
        (await admit.AdmitAsync(campaign, 2, Cancel)).ShouldBe(10);
        await ReopenAsync();
        await _app.OthersSendAsync(3);
        await CloseAsync();
        (await AdmittedAsync()).ShouldBe((10, 10, 3), "ten moved, and none of them is a newcomer");
        (await admit.AdmitAsync(campaign, 3, Cancel)).ShouldBe(3);
    }

    [Theory]
    [InlineData("BEFORE UPDATE OF last_sequence ON consultations_campaign")]
    [InlineData("BEFORE INSERT ON consultations_response WHEN (SELECT COUNT(*) FROM consultations_response WHERE sequence IS NOT NULL AND NOT is_synthetic) = 4")]
    [InlineData("BEFORE INSERT ON consultations_response WHEN (SELECT COUNT(*) FROM consultations_response WHERE record_key IS NOT NULL AND NOT is_synthetic) = 19")]
    [InlineData("BEFORE DELETE ON consultations_response")]
    [InlineData("BEFORE UPDATE OF record_key ON consultations_response")]
    public async Task Cut_short_anywhere_it_changes_nothing_and_is_done_again(string where)
    {
        // Written as SQLite's triggers; the transaction is the same on PostgreSQL.
        if (TestDatabase.IsPostgres) return;
        await _app.OthersSendAsync(19);
        var code = await _app.OtherStartsAsync();
        await ChangeAsync($"CREATE TRIGGER cut {where} BEGIN SELECT RAISE(ABORT, 'cut'); END");
        await Should.ThrowAsync<System.Data.Common.DbException>(() => _app.OtherSendsAsync(code));
        (await WaitingAsync()).ShouldBe(19);
        (await CountedAsync()).ShouldBe(0);
        await ChangeAsync("DROP TRIGGER cut");
        await _app.OtherSendsAsync(code);
        (await WaitingAsync()).ShouldBe(10);
        await SequencesAreWholeAsync(10);
    }

    private async Task<int> WaitingAsync() => await _app.Services.GetRequiredService<ISubmittedAnswers>().WaitingAsync((await _app.CampaignAsync()).Id, Cancel);

    private async Task CloseAsync()
    {
        await ChangeAsync("UPDATE consultations_campaign SET closed_at = opens_at WHERE slug = 'ia-2026' AND is_synthetic");
        _app.Services.GetRequiredService<Diapason.Consultations.Campaigns.CampaignDirectory>().Refresh();
        await _app.RunJobsAsync("consultations.close-due-campaigns");
    }

    private async Task ReopenAsync()
    {
        await ChangeAsync("UPDATE consultations_campaign SET closed_at = NULL WHERE slug = 'ia-2026' AND is_synthetic");
        _app.Services.GetRequiredService<Diapason.Consultations.Campaigns.CampaignDirectory>().Refresh();
    }

    /// <summary>How many people are admitted in the first edition, in the second, and in none.</summary>
    private async Task<(long First, long Second, long None)> AdmittedAsync() =>
        (await AdmittedAsync("= 1"), await AdmittedAsync("= 2"), await AdmittedAsync("IS NULL"));

    private Task<long> AdmittedAsync(string edition) => _app.CountAsync($"NOT is_synthetic AND record_key IS NOT NULL AND admitted_in {edition}");

    private Task<long> CountedAsync() => _app.CountAsync("sequence IS NOT NULL AND NOT is_synthetic");

    private async Task SequencesAreWholeAsync(int counted) =>
        (await _app.ChangesAsync()).OfType<AnswersSent>().Select(a => a.Sequence).ShouldBe(Enumerable.Range(1201, counted).Select(i => (long)i));

    private static string Literal(string code) =>
        TestDatabase.IsPostgres ? $"decode('{Convert.ToHexString(SecretCode.Hash(code))}', 'hex')" : $"x'{Convert.ToHexString(SecretCode.Hash(code))}'";

    private async Task ChangeAsync(string sql)
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
