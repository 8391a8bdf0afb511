using System.Data;
using System.Globalization;
using Diapason.Platform.Backups.Rows;
using Diapason.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Diapason.Platform.Backups;

/// <summary>
/// Makes a SQLite database of a backup's rows. It is made beside, checked, and takes its place by its name at the end: cut short, it leaves what was there. What was there is set aside, never erased.
/// </summary>
internal sealed class FillSqlite(Migrator migrator, EmptyDatabase empty, IEnumerable<ErasedByPeople> erasable, TimeProvider clock)
{
    private const string Making = ".restoring";

    public async Task<Filled> RunAsync(string file, IRowSource source, RestoreManner manner, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var isThere = File.Exists(file);
        var held = isThere ? await StoppedSqlite.OpenAsync(file, cancel) : null;
        try
        {
            if (isThere && !manner.Replaces && (held is null || await HoldsSomethingAsync(held, cancel))) throw new BackupRefused("restore.not_empty", file);
            var chosen = manner.LeavesErasedOut ? await WithoutErasedAsync(held, source, cancel) : source;
            var filled = await MakeAsync(file + Making, chosen, cancel);
            // Its log joins it, and it is held until another has its name: a server that starts meanwhile waits.
            if (held is not null) await StoppedSqlite.JoinLogAsync(held, cancel);
            var aside = isThere ? TakePlace(file) : null;
            if (aside is null) File.Move(file + Making, file, overwrite: false);
            return filled with { Aside = aside, LeftOut = (chosen as WithoutErased)?.Count ?? 0 };
        }
        finally
        {
            if (held is not null) await held.DisposeAsync();
            Forget(file + Making);
        }
    }

    /// <summary>Fills a database that nobody else sees, and checks it as SQLite and its foreign keys can.</summary>
    public async Task<Filled> FillAsync(SqliteConnection connection, IRowSource source, CancellationToken cancel)
    {
        foreach (var setting in new[] { "foreign_keys = OFF", "journal_mode = MEMORY", "synchronous = OFF", "cache_size = -32000" }) await connection.RunAsync(null, $"PRAGMA {setting}", cancel);
        await using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
        await migrator.BuildAsync(transaction, "sqlite", source.Shape.Scripts, cancel);
        var shape = await SqliteCatalog.ReadAsync(connection, transaction, cancel);
        // What the scripts put there is in the backup too.
        foreach (var table in shape.Tables) await connection.RunAsync(transaction, $"DELETE FROM {DatabaseRows.Quoted(table.Name)}", cancel);
        var rows = await CopyRows.RunAsync(source, new SqliteTarget(connection, transaction, shape), cancel);
        await transaction.CommitAsync(cancel);
        var lost = await connection.ListAsync(null, "PRAGMA foreign_key_check", row => row.GetString(0), cancel);
        if (lost.Count > 0) throw new BackupRefused("backup.lost_parents", lost[0]);
        var faults = await connection.ListAsync(null, "PRAGMA integrity_check", row => row.GetString(0), cancel);
        return faults is ["ok"] ? new Filled(source.Shape.Tables.Count, rows) : throw new BackupRefused("backup.faults", faults.Count);
    }

    private async Task<IRowSource> WithoutErasedAsync(SqliteConnection? old, IRowSource source, CancellationToken cancel)
    {
        if (old is null) throw new BackupRefused("restore.nothing_to_compare");
        await using var transaction = old.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        var shape = await SqliteCatalog.ReadAsync(old, transaction, cancel);
        return shape.Tables.Count == 0 ? throw new BackupRefused("restore.nothing_to_compare") : await WithoutErased.ThanAsync(source, (old, transaction, shape), erasable, cancel);
    }

    private async Task<Filled> MakeAsync(string file, IRowSource source, CancellationToken cancel)
    {
        // Of a restoration cut short.
        Forget(file);
        await using (PrivateFile.Create(file, FileMode.CreateNew))
        {
        }

        Filled filled;
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()))
        {
            await connection.OpenAsync(cancel);
            filled = await FillAsync(connection, source, cancel);
        }

        await using var written = File.Open(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
        return filled;
    }

    /// <summary>At once, so that whatever happens a database has the name: the old one gets another beside it before it loses its own.</summary>
    private string TakePlace(string file)
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{file}.before-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        if (File.Exists(aside)) throw new BackupRefused("backup.exists", aside);
        // Of a file that SQLite cannot read, the log first: alone beside the new one it would be taken for its own.
        foreach (var end in new[] { "-wal", "-shm" })
            if (File.Exists(file + end)) File.Move(file + end, aside + end);
        File.Replace(file + Making, file, aside);
        return aside;
    }

    private static void Forget(string file)
    {
        foreach (var end in new[] { "", "-journal", "-wal", "-shm" }) File.Delete(file + end);
    }

    /// <summary>A database that was only started holds no council and no account.</summary>
    private async Task<bool> HoldsSomethingAsync(SqliteConnection connection, CancellationToken cancel)
    {
        var shape = await SqliteCatalog.ReadAsync(connection, null, cancel);
        return await empty.HoldsSomethingAsync(connection, null, shape, cancel);
    }
}
