using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Diapason.Platform.Backups.Age;
using Diapason.Platform.Backups.Archive;
using Diapason.Platform.Backups.Rows;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Startup;
using Microsoft.Extensions.Configuration;

namespace Diapason.Platform.Backups;

/// <summary>Makes a backup while the server works: every row as it was at one moment, sealed for those who hold a key. Removes from its folder the backups whose day is past.</summary>
internal sealed class BackupVerb(DatabaseChoice database, IConfiguration configuration, BackupTerm term, IEnumerable<NotInBackups> leftOut, IEnumerable<NotInClear> notInClear, BackupVerbRun run, TimeProvider clock) : ICommandVerb
{
    /// <summary>Asked for in so many words: no setting does it, and no schedule by mistake.</summary>
    internal const string InClear = "--in-clear-for-whoever-has-the-file";

    public string Verb => "backup";

    public string Help => $"backup [{InClear}] FOLDER|FILE: makes an encrypted backup while the server works, for the keys of Diapason__Backup__Recipients; in a folder, removes those past their day";

    public bool MigratesFirst => false;

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel) => arguments.Where(a => a != InClear).ToList() is [var where] && !where.StartsWith("--", StringComparison.Ordinal)
        ? run.RunAsync(() => BackUpAsync(where, arguments.Contains(InClear), cancel))
        : Task.FromResult(2);

    private async Task BackUpAsync(string where, bool isClear, CancellationToken cancel)
    {
        var (took, recipients, days) = (Stopwatch.StartNew(), isClear ? [] : Recipients(), term.DaysOrRefuse);
        var now = clock.GetUtcNow().UtcDateTime;
        var madeAt = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        var keepUntil = DateOnly.FromDateTime(madeAt).AddDays(days);
        var folder = Directory.Exists(where) ? new BackupFolder(where) : null;
        var file = Path.GetFullPath(folder?.PathOf(madeAt, keepUntil, isClear) ?? where);
        if (File.Exists(file)) throw new BackupRefused("backup.exists", file);
        if (!database.IsPostgres && !File.Exists(database.SqliteFile)) throw new BackupRefused("backup.no_database", database.SqliteFile);

        await using var connection = await database.OpenAsync(cancel);
        await using var snapshot = await BeginAsync(connection, cancel);
        var shape = database.IsPostgres ? await PostgresCatalog.ReadAsync(connection, snapshot, cancel) : await SqliteCatalog.ReadAsync(connection, snapshot, cancel);
        KnownScripts.Check(shape, KnownScripts.Program);
        shape = shape with { Tables = [.. shape.Tables.Where(t => leftOut.All(l => l.Table != t.Name))] };
        if (await EmptyAsync(connection, snapshot, cancel)) throw new BackupRefused("backup.no_council");
        var isSteady = await IsSteadyAsync(connection, snapshot, now, cancel);
        var left = isClear ? await WithoutWaiting.CountAsync((connection, snapshot, shape), [.. notInClear], cancel) : null;
        var manifest = new BackupManifest(BackupManifest.Current, KnownScripts.Program, madeAt, keepUntil, shape) { NotThere = left };
        IRowSource rows = new DatabaseRows(connection, snapshot, shape);
        var written = await WriteAsync(file, recipients, manifest, isClear ? new WithoutWaiting(rows, [.. notInClear]) : rows, cancel);
        run.Say("backup.done", file, written, shape.Tables.Count, Size(file), took.Elapsed.TotalSeconds, keepUntil);
        if (left is not null) run.Warn("backup.clear", WithoutWaiting.Say(left));
        var expired = folder?.Expired(madeAt, days) ?? [];
        if (expired.Count > 0 && !isSteady) run.Warn("backup.clock_doubtful", expired.Count);
        foreach (var past in isSteady ? expired : [])
        {
            File.Delete(past);
            run.Say("backup.removed", past);
        }
    }

    /// <summary>A database without a council holds nothing of anybody: its backup would be taken for the newest of another.</summary>
    private static async Task<bool> EmptyAsync(DbConnection connection, DbTransaction snapshot, CancellationToken cancel) =>
        (await connection.ListAsync(snapshot, "SELECT 1 FROM platform_council LIMIT 1", row => row.GetInt32(0), cancel)).Count == 0;

    /// <summary>What the server remembers of time: by a wrong clock, every backup would be past its day. Nothing is remembered by a version that kept no such memory.</summary>
    private static async Task<bool> IsSteadyAsync(DbConnection connection, DbTransaction snapshot, DateTime now, CancellationToken cancel)
    {
        var table = connection is Microsoft.Data.Sqlite.SqliteConnection ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'platform_time_memory'" : "SELECT COUNT(to_regclass('platform_time_memory'))";
        if ((await connection.ListAsync(snapshot, table, row => row.GetInt64(0), cancel))[0] == 0) return false;
        var seen = await connection.ListAsync(snapshot, "SELECT seen_at, since FROM platform_time_memory", row => new TimeMemory { SeenAt = row.GetDateTime(0), Since = row.GetDateTime(1) }, cancel);
        return seen is [var memory] && !memory.Look(now) && memory.IsSteadyAt(now);
    }

    /// <summary>A file of that name is a whole backup: until then it has another.</summary>
    private async Task<long> WriteAsync(string file, IReadOnlyList<AgeRecipient> recipients, BackupManifest manifest, IRowSource source, CancellationToken cancel)
    {
        var unfinished = file + BackupFolder.Unfinished;
        try
        {
            long rows;
            await using (var output = PrivateFile.Create(unfinished, FileMode.Create))
            {
                rows = await BackupWriter.WriteAsync(output, recipients, manifest, source, cancel);
                output.Flush(flushToDisk: true);
            }

            if (manifest.NotThere is not null) await ClearCopyTrail.WriteAsync(database, manifest.MadeAt, cancel);
            File.Move(unfinished, file, overwrite: false);
            return rows;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancel)
    {
        // SQLite's transaction sees what was there at its first reading, and stops nobody.
        if (connection is Microsoft.Data.Sqlite.SqliteConnection sqlite) return sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await connection.RunAsync(transaction, "SET TRANSACTION READ ONLY", cancel);
        return transaction;
    }

    private List<AgeRecipient> Recipients()
    {
        var texts = (configuration["Diapason:Backup:Recipients"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length == 0) throw new BackupRefused("backup.no_recipient");
        return [.. texts.Select(text => AgeRecipient.Read(text) ?? throw new BackupRefused("backup.not_a_recipient", text.StartsWith("age1", StringComparison.OrdinalIgnoreCase) ? text : "…"))];
    }

    private static double Size(string file) => new FileInfo(file).Length / 1e6;
}
