using System.Diagnostics;
using System.Text;
using Diapason.Platform.Backups;
using Diapason.Platform.Backups.Age;
using Diapason.Platform.Backups.Archive;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Backups;

/// <summary>What is in a backup, in which order, for whom, and until when.</summary>
public sealed class WhatABackupSaysTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private static readonly DateTime Noon = new(2026, 11, 30, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Rows_come_by_their_keys_and_neither_sessions_nor_links_are_there()
    {
        using var at = new BackupOperator(app);
        await app.OthersSendAsync(25);
        await app.SignedInAsync(AccountsVisits.Administrator);
        await app.Visitor().AskForLinkAsync(AccountsVisits.Analyst);
        await using var stream = File.OpenRead(await at.BackUpAsync());
        await using var backup = new BackupReader(stream, [at.Identity]);
        backup.Shape.Tables.Select(t => t.Name).ShouldNotContain(name => name == "accounts_session" || name == "accounts_sign_in_link");
        // What opens something for a while: an end, or a use, would be undone.
        backup.Shape.Tables.Where(t => t.Columns.Any(c => c.Name == "code_hash") && t.Columns.Any(c => c.Name is "expires_at" or "expires_on" or "seen_at")).Select(t => t.Name).ShouldBe(["needs_path"], "a path is kept by its code for a year, and is its owner's to erase");
        backup.Shape.Tables.Select(t => t.Name).ShouldContain("platform_data_protection_key");
        var ids = new List<string>();
        await foreach (var row in backup.RowsAsync(default))
            if (row.Table.Name == "consultations_response") ids.Add($"{row.Values[row.Table.Columns.ToList().FindIndex(c => c.Name == "id")]}".ToUpperInvariant());
        ids.Count.ShouldBeGreaterThanOrEqualTo(1225);
        ids.ShouldBe([.. ids.Order(StringComparer.Ordinal)], customMessage: "drawn at random, ids say nothing of when; the order of rows says no more than they do");
    }

    [Fact]
    public async Task Age_itself_opens_it_and_what_age_seals_is_opened_here()
    {
        Assert.SkipUnless(new[] { "/usr/bin/age", "/usr/local/bin/age" }.Any(File.Exists), "age is not installed");
        using var at = new BackupOperator(app);
        var listed = await ShellAsync($"age -d -i {at.KeyFile} {await at.BackUpAsync()} | tar tz");
        listed.ShouldStartWith("manifest.json\n");
        listed.ShouldContain("rows/consultations_response/000001.jsonl\n");
        listed.ShouldEndWith("sums.json\n");
        (await ShellAsync($"age-keygen -y {at.KeyFile}")).Trim().ShouldBe($"{at.Identity.Recipient}");
        foreach (var length in new[] { 0, 1, 65_535, 65_536, 65_537, 200_000 })
        {
            // Sealed for somebody else too.
            await ShellAsync($"cd {at.Folder}; rm -f k2 c; age-keygen -o k2 2>/dev/null; head -c {length} /dev/urandom > p; age -r $(age-keygen -y k2) -r {at.Identity.Recipient} -o c p");
            await using var file = File.OpenRead(Path.Combine(at.Folder, "c"));
            await using var age = new AgeReader(file, [at.Identity]);
            using var opened = new MemoryStream();
            await age.CopyToAsync(opened);
            opened.ToArray().ShouldBe(await File.ReadAllBytesAsync(Path.Combine(at.Folder, "p")));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public void What_is_sealed_opens_and_without_its_end_does_not(int length)
    {
        var (identity, content) = (AgeIdentity.New(), new byte[length]);
        new Random(length).NextBytes(content);
        using var sealedFile = new MemoryStream();
        using (var writer = new AgeWriter(sealedFile, [AgeIdentity.New().Recipient, identity.Recipient]))
        {
            writer.Write(content);
            writer.Complete();
        }

        Open(sealedFile.ToArray()).ShouldBe(content);
        Should.Throw<BackupRefused>(() => Open(sealedFile.ToArray()[..^1]));
        if (length > 65_536) Should.Throw<BackupRefused>(() => Open(sealedFile.ToArray()[..^17]), "the chunk before the last is not the last");

        byte[] Open(byte[] bytes)
        {
            using var reader = new AgeReader(new MemoryStream(bytes), [identity]);
            using var opened = new MemoryStream();
            reader.CopyTo(opened);
            return opened.ToArray();
        }
    }

    [Fact]
    public void A_key_of_age_keygen_is_read_and_its_slips_are_found()
    {
        // Made by age-keygen 1.1.1.
        const string Secret = "AGE-SECRET-KEY-1FRKHRDM6NT30V4JJXZXUUQEZ40H7G5UKL97YY047FLWZAY0253NQ3KJ39P";
        const string Public = "age1m4r69tfry4425utxlwp5uc89u37cjdq6qydu2e9udpza7r8wsuks6mmy3y";
        var identity = AgeIdentity.Read($"# created: 2026\n# public key: {Public}\n{Secret}\n").ShouldHaveSingleItem();
        $"{identity.Recipient}".ShouldBe(Public);
        $"{identity}".ShouldBe(Secret);
        $"{AgeRecipient.Read(Public)}".ShouldBe(Public);
        for (var i = 0; i < Public.Length; i++) AgeRecipient.Read($"{Public[..i]}{(Public[i] == 'q' ? 'p' : 'q')}{Public[(i + 1)..]}").ShouldBeNull();
    }

    [Fact]
    public async Task A_folder_keeps_what_is_within_its_days_and_loses_the_rest()
    {
        using var at = new BackupOperator(app);
        var kept = Made(at, app.Clock.GetUtcNow().UtcDateTime.AddDays(-1), 30);
        var late = Made(at, app.Clock.GetUtcNow().UtcDateTime.AddDays(-40), 30);
        var other = Path.Combine(at.Folder, "diapason-notes-until-2020.txt");
        await File.WriteAllTextAsync(other, "");
        // Seen now, and for two days without a jump.
        await RememberAsync(app.Clock.GetUtcNow().UtcDateTime, app.Clock.GetUtcNow().UtcDateTime.AddDays(-2));
        var (code, said) = await at.RunAsync(app.ConnectionString, "backup", at.Folder);
        code.ShouldBe(0, said);
        (File.Exists(kept), File.Exists(late), File.Exists(other)).ShouldBe((true, false, true));
        said.ShouldContain(late);
        Directory.GetFiles(at.Folder, "diapason-20261123T150000Z-until-20261223.tar.gz.age").Length.ShouldBe(1);
        (await at.RunAsync(app.ConnectionString, "backup", at.Folder)).Said.ShouldContain("existe déjà");
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(-60, 90)]
    [InlineData(1, 90)]
    public async Task Nothing_is_removed_by_a_clock_that_jumped_or_that_nobody_has_watched(double seen, double since)
    {
        using var at = new BackupOperator(app);
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var (late, _) = (Made(at, now.AddDays(-40), 30), Made(at, now.AddDays(-1), 30));
        await RememberAsync(now.AddDays(seen), now.AddDays(-since));
        var (code, said) = await at.RunAsync(app.ConnectionString, "backup", at.Folder);
        code.ShouldBe(0, said);
        said.ShouldContain("gardées pour le moment : 1");
        File.Exists(late).ShouldBeTrue();
    }

    [Fact]
    public async Task A_database_without_a_council_is_not_backed_up_and_takes_no_backup_away()
    {
        await using var empty = await TestDatabase.EmptyAsync();
        using var at = new BackupOperator(app);
        await using (var services = at.Services(empty.ConnectionString)) await services.GetRequiredService<Migrator>().ApplyAsync(default);
        var late = Made(at, Noon.AddDays(-40), 30);
        var (code, said) = await at.RunAsync(empty.ConnectionString, "backup", at.Folder);
        code.ShouldBe(1);
        said.ShouldContain("ne contient aucun conseil");
        Directory.GetFiles(at.Folder, "diapason-*").ShouldBe([late]);
    }

    [Fact]
    public void A_clock_that_jumps_does_not_take_the_last_backup_away()
    {
        using var at = new BackupOperator(app);
        var (older, last) = (Made(at, Noon.AddDays(-2), 30), Made(at, Noon.AddDays(-1), 30));
        var folder = new BackupFolder(at.Folder);
        folder.Expired(Noon.AddDays(200), 30).ShouldBe([older]);
        File.Delete(older);
        Made(at, Noon.AddDays(200), 30);
        folder.Expired(Noon.AddDays(201), 30).ShouldBe([last], "the second reading, a day later, says the same");
    }

    [Fact]
    public void No_table_numbers_its_rows_by_itself() =>
        new[] { "sqlite", "postgres" }.SelectMany(Migrator.Scripts).Where(s => new[] { "serial", "identity", "autoincrement", "nextval" }.Any(word => s.Sql.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(s => s.Name).ShouldBeEmpty("a restoration sets no sequence: whoever needs one teaches FillPostgres to set it");

    private Task<int> RememberAsync(DateTime seen, DateTime since) => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<DiapasonDb>();
        await db.Set<TimeMemory>().ExecuteDeleteAsync();
        db.Add(new TimeMemory { SeenAt = seen, Since = since });
        return await db.SaveChangesAsync();
    });

    private static string Made(BackupOperator at, DateTime madeAt, int days)
    {
        var path = new BackupFolder(at.Folder).PathOf(madeAt, DateOnly.FromDateTime(madeAt).AddDays(days));
        File.WriteAllText(path, "");
        return path;
    }

    private static async Task<string> ShellAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", "set -o pipefail; " + command]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        shell.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
