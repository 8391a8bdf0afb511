using Diapason.Platform.Backups;
using Diapason.Platform.Backups.Age;
using Diapason.Platform.Backups.Archive;
using Diapason.Platform.Backups.Rows;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Backups;

/// <summary>What goes wrong with a backup: one sentence, exit code 1, and nothing changed where it was to go.</summary>
public sealed class DamagedBackupTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_whole_backup_is_verified_on_a_machine_without_a_database()
    {
        using var at = new BackupOperator(app);
        var (code, said) = await at.RunAsync("Data Source=/nowhere/at/all.db", "verify", await at.BackUpAsync(), at.KeyFile);
        code.ShouldBe(0, said);
        said.ShouldContain("âge en jours : 0");
        said.ShouldContain("Tout y est");
    }

    [Fact]
    public async Task Cut_anywhere_or_with_a_byte_changed_it_is_damaged_and_nothing_is_restored()
    {
        using var at = new BackupOperator(app);
        var whole = await File.ReadAllBytesAsync(await at.BackUpAsync());
        await using var database = await TestDatabase.EmptyAsync();
        int[] cuts = [0, 10, 150, 200, 300, whole.Length / 2, (200 + (64 << 10)) * 2, whole.Length - 1];
        foreach (var cut in cuts) await RefusesAsync(whole[..cut], "abîmée ou incomplète", "n’est pas une sauvegarde");
        int[] flips = [60, 120, 190, 230, whole.Length / 3, whole.Length - 5];
        foreach (var flip in flips)
        {
            var changed = whole.ToArray();
            changed[flip] ^= 1;
            await RefusesAsync(changed, "abîmée ou incomplète", "n’ouvre pas cette sauvegarde");
        }

        await RefusesAsync([.. whole, 0], "abîmée ou incomplète");

        async Task RefusesAsync(byte[] content, params string[] sentences)
        {
            var file = Path.Combine(at.Folder, "changed.age");
            await File.WriteAllBytesAsync(file, content);
            var (code, said) = await at.RunAsync(database.ConnectionString, "restore", file, at.KeyFile);
            code.ShouldBe(1);
            sentences.ShouldContain(sentence => said.Contains(sentence, StringComparison.Ordinal), said);
            (await IsEmptyAsync(at, database.ConnectionString)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Another_key_another_file_and_a_key_that_is_none_are_told_apart()
    {
        using var at = new BackupOperator(app);
        var backup = await at.BackUpAsync();
        var (key, text) = (Path.Combine(at.Folder, "other.txt"), Path.Combine(at.Folder, "text.age"));
        await File.WriteAllTextAsync(key, $"{AgeIdentity.New()}\n");
        await File.WriteAllTextAsync(text, "Une lettre, et non une sauvegarde.\n");
        await SaysAsync("n’ouvre pas cette sauvegarde", backup, key);
        await SaysAsync("ne contient pas de clé", backup, text);
        await SaysAsync("n’est pas une sauvegarde", text, at.KeyFile);
        await SaysAsync("n’est pas une sauvegarde", await SealedAsync(at, "a tar of something else"u8.ToArray()), at.KeyFile);
        await SaysAsync("Il n’y a pas de fichier", backup + "x", at.KeyFile);
        await SaysAsync("Il n’y a pas de fichier", backup, key + "x");
        var secret = at.Identity.ToString();
        await File.WriteAllTextAsync(key, secret[..^1] + (secret[^1] == 'Q' ? 'P' : 'Q'));
        await SaysAsync("ne contient pas de clé", backup, key);

        async Task SaysAsync(string sentence, string file, string keyFile)
        {
            var (code, said) = await at.RunAsync("Data Source=/nowhere/at/all.db", "verify", file, keyFile);
            code.ShouldBe(1);
            said.ShouldContain(sentence);
        }
    }

    [Fact]
    public async Task One_of_a_newer_version_is_refused_and_one_of_an_older_is_brought_up_by_the_next_start()
    {
        using var at = new BackupOperator(app);
        await using var database = await TestDatabase.EmptyAsync();
        await using var services = at.Services(database.ConnectionString);
        var (choice, migrator) = (services.GetRequiredService<DatabaseChoice>(), services.GetRequiredService<Migrator>());
        var scripts = Migrator.Scripts(choice.Name).Select(s => new AppliedScript(s.Name, Migrator.Checksum(s.Sql))).ToList();
        await RestoreAsync([.. scripts, new AppliedScript("9999_come_later.sql", "")], "version plus récente (9.9.9)");
        await RestoreAsync([scripts[0] with { Checksum = "00" }], "autre version modifiée");
        (await IsEmptyAsync(at, database.ConnectionString)).ShouldBeTrue();
        await RestoreAsync([.. scripts.Where(s => string.CompareOrdinal(s.Name, "0090") < 0)], "Restauration faite");
        (await migrator.ApplyAsync(default)).ShouldBe(scripts.Count(s => string.CompareOrdinal(s.Name, "0090") > 0));

        async Task RestoreAsync(List<AppliedScript> applied, string sentence)
        {
            var manifest = new BackupManifest(1, "9.9.9", app.Clock.GetUtcNow().UtcDateTime, DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime), new(choice.Name, applied, []));
            var file = Path.Combine(at.Folder, "made.age");
            await using (var output = File.Create(file)) await BackupWriter.WriteAsync(output, [at.Identity.Recipient], manifest, new NoRows(manifest.Shape), default);
            (await at.RunAsync(database.ConnectionString, "restore", file, at.KeyFile)).Said.ShouldContain(sentence);
        }
    }

    [Fact]
    public async Task Interrupted_half_way_it_leaves_what_was_there()
    {
        using var at = new BackupOperator(app);
        await using var database = await TestDatabase.EmptyAsync();
        await using var services = at.Services(database.ConnectionString);
        await using var stream = File.OpenRead(await at.BackUpAsync());
        await using var backup = new BackupReader(stream, [at.Identity]);
        var cut = new CutShort(backup, 700);
        await Should.ThrowAsync<IOException>(() => TestDatabase.IsPostgres
            ? services.GetRequiredService<FillPostgres>().RunAsync(cut, default, default)
            : services.GetRequiredService<FillSqlite>().RunAsync(services.GetRequiredService<DatabaseChoice>().SqliteFile, cut, default, default));
        cut.Given.ShouldBe(700);
        (await IsEmptyAsync(at, database.ConnectionString)).ShouldBeTrue();
        if (!TestDatabase.IsPostgres) Directory.GetFiles(Path.GetDirectoryName(services.GetRequiredService<DatabaseChoice>().SqliteFile)!, "*.restoring*").ShouldBeEmpty();
    }

    private static async Task<string> SealedAsync(BackupOperator at, byte[] content)
    {
        var file = Path.Combine(at.Folder, "sealed.age");
        await using var output = File.Create(file);
        await using var age = new AgeWriter(output, [at.Identity.Recipient]);
        age.Write(content);
        age.Complete();
        return file;
    }

    private static async Task<bool> IsEmptyAsync(BackupOperator at, string address)
    {
        await using var services = at.Services(address);
        var database = services.GetRequiredService<DatabaseChoice>();
        if (!database.IsPostgres) return !File.Exists(database.SqliteFile);
        await using var connection = await database.OpenAsync(default);
        return (await PostgresCatalog.ReadAsync(connection, null, default)).Tables.Count == 0;
    }

    private sealed class NoRows(DatabaseShape shape) : IRowSource
    {
        public DatabaseShape Shape => shape;

        public async IAsyncEnumerable<TableRow> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.CompletedTask;
            yield break;
        }
    }

    private sealed class CutShort(IRowSource source, int rows) : IRowSource
    {
        public int Given { get; private set; }

        public DatabaseShape Shape => source.Shape;

        public async IAsyncEnumerable<TableRow> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            await foreach (var row in source.RowsAsync(cancel))
            {
                if (Given == rows) throw new IOException("the cable was pulled");
                Given++;
                yield return row;
            }
        }
    }
}
