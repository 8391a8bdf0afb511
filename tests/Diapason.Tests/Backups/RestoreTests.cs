using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Diapason.Tests.Studies;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Backups;

/// <summary>A backup made while the server works, put back elsewhere: the server that starts there answers as the first did.</summary>
public sealed class RestoreTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task The_restored_server_shows_the_same_portrait_takes_drafts_up_again_and_withdraws_by_code()
    {
        using var at = new BackupOperator(app);
        var (draft, receipt) = await SomeoneStartsAndSomeoneSendsAsync();
        var before = await PublishedAsync(app);
        var file = await at.BackUpAsync();
        await using var database = await TestDatabase.EmptyAsync();
        var (code, said) = await at.RunAsync(database.ConnectionString, "restore", file, at.KeyFile);
        code.ShouldBe(0, said);
        said.ShouldContain("Restauration faite");
        await using var restored = new TwinApp(database.ConnectionString);
        await restored.InitializeAsync();
        await ServesAlikeAsync(restored, before, draft, receipt);
    }

    [Fact]
    public async Task From_PostgreSQL_to_SQLite_and_back_every_row_arrives_and_the_server_answers_alike()
    {
        // The run on PostgreSQL plays it.
        if (!TestDatabase.IsPostgres) return;
        using var at = new BackupOperator(app);
        var (draft, receipt) = await SomeoneStartsAndSomeoneSendsAsync();
        var before = await PublishedAsync(app);
        var small = Path.Combine(at.Folder, "small.db");
        (await at.RunAsync($"Data Source={small}", "restore", await at.BackUpAsync(), at.KeyFile)).Code.ShouldBe(0);
        await using var database = await TestDatabase.EmptyAsync();
        var (code, said) = await at.RunAsync(database.ConnectionString, "move-to-postgres", small);
        code.ShouldBe(0, said);
        said.ShouldContain("comparées une à une");
        (await at.RunAsync(database.ConnectionString, "move-to-postgres", small)).ShouldSatisfyAllConditions(
            again => again.Code.ShouldBe(1),
            again => again.Said.ShouldContain("contient déjà quelque chose"));
        await using var moved = new TwinApp(database.ConnectionString);
        await moved.InitializeAsync();
        await ServesAlikeAsync(moved, before, draft, receipt);
    }

    [Fact]
    public async Task What_is_there_is_refused_or_set_aside_and_never_while_a_server_has_it()
    {
        using var at = new BackupOperator(app);
        var file = await at.BackUpAsync();
        await using var server = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var reading = server.Command("SELECT COUNT(*) FROM platform_council");
        await reading.ExecuteScalarAsync();
        var running = await at.RunAsync(app.ConnectionString, "restore", "--replace", file, at.KeyFile);
        running.ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Said.ShouldContain("arrêtez le service"));
        (await app.Visitor().GoAsync("/fr/portrait")).Status.ShouldBe(System.Net.HttpStatusCode.OK);

        await using var database = await TestDatabase.EmptyAsync();
        (await at.RunAsync(database.ConnectionString, "restore", file, at.KeyFile)).Code.ShouldBe(0);
        (await at.RunAsync(database.ConnectionString, "restore", file, at.KeyFile)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Said.ShouldContain("Avec --replace"));
        var (code, said) = await at.RunAsync(database.ConnectionString, "restore", "--replace", file, at.KeyFile);
        code.ShouldBe(0, said);
        if (TestDatabase.IsPostgres) said.ShouldContain("DROP SCHEMA before_20261123t150000 CASCADE");
        else
        {
            var aside = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource + ".before-20261123T150000Z";
            said.ShouldContain(aside);
            (await CountAsync($"Data Source={aside}", "consultations_response")).ShouldBeGreaterThanOrEqualTo(1200);
            SqliteConnection.ClearAllPools();
            File.Delete(aside);
        }
    }

    [Fact]
    public async Task What_people_took_back_since_comes_back_unless_it_is_asked_to_stay_out()
    {
        await using var database = await TestDatabase.WithKitAsync();
        var own = new TwinApp(database.ConnectionString);
        await own.InitializeAsync();
        using var at = new BackupOperator(own);
        var (stays, leaves) = (await own.OtherStartsAsync(), await own.OtherStartsAsync());
        await own.OtherSendsAsync(leaves);
        var address = database.ConnectionString;
        var file = await at.BackUpAsync(address);
        await own.Services.GetRequiredService<Diapason.Consultations.Answering.EraseAnswers>().RunAsync(await own.CampaignAsync(), leaves, default);
        await StopAsync(own);

        var (code, said) = await at.RunAsync(address, "restore", "--replace", "--without-erased", file, at.KeyFile);
        code.ShouldBe(0, said);
        said.ShouldContain("Lignes laissées de côté parce que la base remplacée ne les avait plus : 1.");
        (await IsThereAsync(at, address, leaves), await IsThereAsync(at, address, stays)).ShouldBe((false, true));
        (await CountAsync(address, "accounts_membership")).ShouldBeGreaterThan(3);

        own.Clock.Advance(TimeSpan.FromMinutes(1));
        (await at.RunAsync(address, "restore", "--replace", file, at.KeyFile)).Said.ShouldContain("est revenu");
        (await IsThereAsync(at, address, leaves)).ShouldBeTrue("without the option a backup is what it was");
        (await at.RunAsync(address, "restore", "--without-erased", file, at.KeyFile)).Code.ShouldBe(2);
    }

    private async Task<(string Draft, Page Receipt)> SomeoneStartsAndSomeoneSendsAsync()
    {
        var drafting = app.Visitor();
        var page = await drafting.BeginAsync();
        await drafting.ContinueAsync(page.Form("Continuer").Choose("Diffusion"));
        return (page.Code(), await app.Visitor().SendOneAnswerAsync());
    }

    private static async Task<string[]> PublishedAsync(DiapasonApp of)
    {
        await of.PortraitReadyAsync();
        var client = of.Visitor().Client;
        var files = new List<string>();
        foreach (var address in new[] { "/fr/portrait.json", "/fr/portrait.csv", "/en/portrait?selon=region" })
        {
            var text = await client.GetStringAsync(address);
            // Every page has a token of its own.
            files.Add(System.Text.RegularExpressions.Regex.Replace(text, "value=\"CfDJ8[^\"]*\"", ""));
        }

        return [.. files];
    }

    private static async Task ServesAlikeAsync(DiapasonApp restored, string[] before, string draft, Page receipt)
    {
        (await PublishedAsync(restored)).ShouldBe(before);
        var returning = restored.Visitor();
        var resumed = await returning.SubmitAsync((await returning.GoAsync("/fr/consultation/resume")).Form("Reprendre").Fill("Code de reprise", draft), "Reprendre");
        resumed.Address.ShouldContain("/consultation/ia-2026/p/", customMessage: resumed.Main);
        var leaving = restored.Visitor();
        await leaving.SubmitAsync((await leaving.GoAsync("/fr/consultation/resume")).Form("Reprendre").Fill("Code de reprise", receipt.CodeOf("REPRISE-")), "Reprendre");
        var done = await leaving.SubmitAsync((await leaving.GoAsync(Answering.Start + "/withdraw")).Form("Effacer mes réponses"), "Effacer mes réponses");
        done.Heading.ShouldBe("Vos réponses sont effacées");
        (await leaving.SubmitAsync((await leaving.GoAsync("/fr/consultation/verify")).Form().Fill("Code de reçu", receipt.Receipt()), "Vérifier")).Errors.ShouldHaveSingleItem();
        await restored.SignedInAsync(AccountsVisits.Administrator);
    }

    /// <summary>As the service is: nothing has the database open any more.</summary>
    private static async Task StopAsync(DiapasonApp running)
    {
        await running.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    private static async Task<bool> IsThereAsync(BackupOperator at, string address, string code)
    {
        await using var services = at.Services(address);
        await using var connection = await services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command("SELECT COUNT(*) FROM consultations_response WHERE resume_hash = @hash", ("hash", SecretCode.Hash(Answering.WithoutWord(code))));
        var found = (long)(await command.ExecuteScalarAsync())! == 1;
        SqliteConnection.ClearAllPools();
        return found;
    }

    private static async Task<long> CountAsync(string address, string table)
    {
        await using var database = new DatabaseChoice(new Microsoft.Extensions.Configuration.ConfigurationManager { ["ConnectionStrings:Diapason"] = address });
        await using var connection = await database.OpenAsync(default);
        await using var command = connection.Command($"SELECT COUNT(*) FROM {table}");
        var count = (long)(await command.ExecuteScalarAsync())!;
        SqliteConnection.ClearAllPools();
        return count;
    }
}
