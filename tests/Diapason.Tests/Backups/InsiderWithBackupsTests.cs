using System.Net;
using Diapason.Platform.Backups;
using Diapason.Platform.Backups.Age;
using Diapason.Platform.Backups.Archive;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Diapason.Tests.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Backups;

/// <summary>Somebody of the house holds the live database, last night's backups and a log of the network, and one person has sent their answers between two backups.</summary>
public sealed class InsiderWithBackupsTests : IAsyncLifetime
{
    /// <summary>Rows that hold a name or an address as they are made, and are read by those who organise: a code opens them, and hides nobody.</summary>
    private static readonly string[] Named = ["accounts_email_change", "accounts_recovery_code", "accounts_session", "accounts_sign_in_link", "learning_interest", "learning_registration"];

    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Without_a_key_nothing_is_copied_and_one_sentence_says_why()
    {
        using var at = new BackupOperator(_app) { HasKey = false };
        var (code, said) = await at.RunAsync(_app.ConnectionString, "backup", at.Folder);
        code.ShouldBe(1);
        said.ShouldContain("Diapason__Backup__Recipients manque");
        said.ShouldContain("Rien n’est copié.");
        Directory.GetFiles(at.Folder).ShouldBe([at.KeyFile]);
        (await at.RunAsync(_app.ConnectionString, "backup", "--in-clear", at.Folder)).Code.ShouldBe(2, "half the words are none");
    }

    [Fact]
    public async Task Without_the_key_two_backups_around_a_sending_differ_by_nothing_that_can_be_read()
    {
        using var at = new BackupOperator(_app);
        await _app.OthersSendAsync(25);
        var before = await File.ReadAllBytesAsync(await at.BackUpAsync());
        for (var sent = 0; sent < 5; sent++)
        {
            await _app.OthersSendAsync(1);
            var after = await File.ReadAllBytesAsync(await at.BackUpAsync());
            after.Length.ShouldBe(before.Length, "its size does not say that one came");
            Should.Throw<BackupRefused>(() => new BackupReader(new MemoryStream(after), [AgeIdentity.New()]));
            // Past the header, which names the kind of key, two files agree by chance alone: one byte in 256.
            after.Zip(before).Skip(300).Count(pair => pair.First == pair.Second).ShouldBeInRange(0, after.Length / 200);
        }
    }

    [Fact]
    public async Task In_clear_two_copies_around_a_sending_differ_by_no_answer_or_by_ten()
    {
        using var at = new BackupOperator(_app);
        await _app.OthersSendAsync(25);
        var (before, differences) = (await AnswersAsync(at), new List<int>());
        for (var sent = 0; sent < 12; sent++)
        {
            var code = await _app.OtherStartsAsync();
            var between = await AnswersAsync(at);
            between.ShouldBe(before, customMessage: "a draft is not there");
            await _app.OtherSendsAsync(code);
            var after = await AnswersAsync(at);
            before.Except(after).ShouldBeEmpty();
            differences.Add(after.Except(before).Count());
            before = after;
        }

        differences.ShouldAllBe(difference => difference == 0 || difference >= 10);
        differences.ShouldContain(difference => difference >= 10, "they do come, by ten");
    }

    [Fact]
    public async Task In_clear_nothing_that_one_person_kept_is_there()
    {
        using var at = new BackupOperator(_app);
        await KeptPathTests.KeepAsync(_app.Visitor());
        (await TablesAsync(await at.CopyInClearAsync())).Keys.ShouldNotContain("needs_path");
        (await RowsOfSealedAsync(at)).ShouldBe(1, "sealed, it is there");
        // Whoever holds a code may erase what it opens: such rows come one at a time.
        var opened = await _app.InScopeAsync(services => Task.FromResult(
            services.GetRequiredService<DiapasonDb>().Model.GetEntityTypes().Where(type => type.FindProperty("ResumeHash") is not null || (type.FindProperty("CodeHash") is not null && !Named.Contains(type.GetTableName()!))).Select(type => type.GetTableName()!).ToList()));
        var leftOut = _app.Services.GetServices<NotInClear>().Select(rule => rule.Table).ToList();
        opened.Except(leftOut).ShouldBeEmpty();
        // A row whose parent is not in the copy could not be put back, and says what the parent was left out for.
        var wholly = _app.Services.GetServices<NotInClear>().Where(rule => rule.UntilSet is null).Select(rule => rule.Table).ToList();
        var children = await _app.InScopeAsync(services => Task.FromResult(services.GetRequiredService<DiapasonDb>().Model.GetEntityTypes()
            .Where(type => type.GetForeignKeys().Any(key => wholly.Contains(key.PrincipalEntityType.GetTableName()!))).Select(type => type.GetTableName()!).ToList()));
        children.ShouldContain("workshops_contribution");
        children.Except(leftOut).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copy_in_clear_is_told_by_the_trail_by_the_machines_page_and_by_whoever_puts_it_back()
    {
        using var at = new BackupOperator(_app);
        await _app.OthersSendAsync(13);
        await _app.OtherStartsAsync();
        var (code, said) = await at.RunAsync(_app.ConnectionString, "backup", BackupVerb.InClear, at.Folder);
        code.ShouldBe(0, said);
        said.ShouldContain("Cette copie est en clair");
        said.ShouldContain("consultations_response < 20");
        var file = Directory.GetFiles(at.Folder, "*.tar.gz").ShouldHaveSingleItem();
        var verified = await at.RunAsync("Data Source=/nowhere/at/all.db", "verify", file);
        verified.Code.ShouldBe(0, verified.Said);
        verified.Said.ShouldContain("il y manque, exprès, les brouillons");
        verified.Said.ShouldContain("consultations_response < 20");
        await using var database = await TestDatabase.EmptyAsync();
        var restored = await at.RunAsync(database.ConnectionString, "restore", file);
        restored.Code.ShouldBe(0, restored.Said);
        restored.Said.ShouldContain("il y manque, exprès, les brouillons");
        (await at.RunAsync(database.ConnectionString, "verify", await at.BackUpAsync())).Said.ShouldContain("Cette sauvegarde est fermée");

        var administrator = await _app.SignedInAsync(AccountsVisits.Administrator);
        (await administrator.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Base de données copiée en clair");
        _app.Services.GetRequiredService<IConfiguration>()["Diapason:Backup:Folder"] = at.Folder;
        var machine = await administrator.GoAsync("/fr/manage/machine");
        machine.Status.ShouldBe(HttpStatusCode.OK);
        machine.Main.ShouldContain(Page.Words("Copies en clair dans ce dossier1 : qui a le fichier lit les réponses."));
    }

    private static async Task<List<string>> AnswersAsync(BackupOperator at)
    {
        var rows = new List<string>();
        await using var stream = File.OpenRead(await at.CopyInClearAsync());
        await using var copy = new BackupReader(stream, []);
        await foreach (var row in copy.RowsAsync(default))
            if (row.Table.Name == "consultations_response") rows.Add(string.Join('|', row.Values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}")));
        return rows;
    }

    private static async Task<Dictionary<string, long>> TablesAsync(string file)
    {
        var tables = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var stream = File.OpenRead(file);
        await using var copy = new BackupReader(stream, []);
        await foreach (var row in copy.RowsAsync(default)) tables[row.Table.Name] = tables.GetValueOrDefault(row.Table.Name) + 1;
        return tables;
    }

    private static async Task<long> RowsOfSealedAsync(BackupOperator at)
    {
        var rows = 0;
        await using var stream = File.OpenRead(await at.BackUpAsync());
        await using var copy = new BackupReader(stream, [at.Identity]);
        await foreach (var row in copy.RowsAsync(default)) rows += row.Table.Name == "needs_path" ? 1 : 0;
        return rows;
    }
}
