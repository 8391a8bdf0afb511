using System.Text;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Diapason.Tests.Needs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Backups;

/// <summary>What a page says erased is nowhere in SQLite’s file nor in its log when it says so, and dead in no table of PostgreSQL once its job has passed.</summary>
public sealed class ErasedBytesTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answers_taken_back(bool sent)
    {
        var visitor = _app.Visitor();
        var page = sent ? await visitor.SendOneAnswerAsync() : await visitor.BeginAndAnswerAsync();
        var hash = SecretCode.Hash(Answering.WithoutWord(page.Code()));
        (await IsThereAsync(hash)).ShouldBeTrue();
        var ask = await visitor.GoAsync(Answering.Start + "/withdraw");
        await visitor.SubmitAsync(ask.Form("Effacer mes réponses"), "Effacer mes réponses");
        await IsGoneAsync("consultations_response", hash);
    }

    [Fact]
    public async Task A_kept_path_erased()
    {
        var visitor = _app.Visitor();
        var (_, code) = await KeptPathTests.KeepAsync(visitor);
        var hash = SecretCode.Hash(Answering.WithoutWord(code));
        (await IsThereAsync(hash)).ShouldBeTrue();
        var ask = await visitor.FollowAsync(await visitor.GoAsync("/fr/next-steps/mine"), "Effacer…");
        await visitor.SubmitAsync(ask.Form("Effacer mes étapes"));
        await IsGoneAsync("needs_path", hash);
    }

    [Fact]
    public async Task A_kept_path_whose_time_is_over()
    {
        var (_, code) = await KeptPathTests.KeepAsync(_app.Visitor());
        var hash = SecretCode.Hash(Answering.WithoutWord(code));
        _app.Clock.Advance(TimeSpan.FromDays(366));
        (await IsThereAsync(hash)).ShouldBeTrue();
        await _app.RunJobsAsync("needs.erase-expired-paths");
        await IsGoneAsync("needs_path", hash);
    }

    [Fact]
    public async Task A_draft_that_was_abandoned()
    {
        var page = await _app.Visitor().BeginAndAnswerAsync();
        var hash = SecretCode.Hash(Answering.WithoutWord(page.Code()));
        await _app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Campaign>().ExecuteUpdateAsync(set => set.SetProperty(c => c.ClosedAt, _app.Clock.GetUtcNow().UtcDateTime.AddDays(-91)), Cancel));
        (await IsThereAsync(hash)).ShouldBeTrue();
        await _app.RunJobsAsync("consultations.erase-abandoned-drafts");
        await IsGoneAsync("consultations_response", hash);
    }

    [Fact]
    public async Task An_account()
    {
        var visitor = await _app.SignedInAsync("person@culture.example");
        var name = Encoding.UTF8.GetBytes("Zéphirine Beauregard-Lacasse");
        await visitor.SubmitAsync((await visitor.GoAsync("/fr/account")).Form("Enregistrer le nom").Fill("Nom affiché (facultatif)", Encoding.UTF8.GetString(name)), "Enregistrer le nom");
        (await IsThereAsync(name)).ShouldBeTrue();
        var ask = await visitor.GoAsync("/fr/account/erase");
        (await visitor.SubmitAsync(ask.Form().Choose("Je comprends que rien ne pourra être récupéré"))).Heading.ShouldBe("Votre compte est effacé");
        await IsGoneAsync("accounts_user", name);
    }

    private async Task IsGoneAsync(string table, byte[] what)
    {
        if (TestDatabase.IsPostgres)
        {
            (await DeadAsync(table, what)).ShouldBeGreaterThan(0, "PostgreSQL keeps it until somebody frees it");
            await _app.RunJobsAsync("platform.vacuum-erased");
            (await DeadAsync(table, what)).ShouldBe(0);
            return;
        }

        (await IsThereAsync(what)).ShouldBeFalse("neither in the file nor in its log");
    }

    /// <summary>In SQLite’s file or in its log, as whoever copies them reads them; in a table of PostgreSQL’s, where there is one.</summary>
    private async Task<bool> IsThereAsync(byte[] what)
    {
        if (TestDatabase.IsPostgres) return true;
        var file = new SqliteConnectionStringBuilder(_app.ConnectionString).DataSource;
        foreach (var part in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Cancel);
            if (bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(what) >= 0) return true;
        }

        return false;
    }

    /// <summary>Rows of a table’s file that hold it, dead or alive.</summary>
    private async Task<long> DeadAsync(string table, byte[] what)
    {
        await using var connection = new NpgsqlConnection(_app.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using (var extend = new NpgsqlCommand("CREATE EXTENSION IF NOT EXISTS pageinspect", connection)) await extend.ExecuteNonQueryAsync(Cancel);
        await using var count = new NpgsqlCommand(
            $"SELECT COUNT(*) FROM generate_series(0, pg_relation_size('{table}') / 8192 - 1) page, heap_page_items(get_raw_page('{table}', page::int)) WHERE position(@what IN t_data) > 0", connection);
        count.Parameters.AddWithValue("what", what);
        return (long)(await count.ExecuteScalarAsync(Cancel))!;
    }
}
