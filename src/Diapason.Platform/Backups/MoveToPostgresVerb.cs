using System.Data;
using System.Diagnostics;
using Diapason.Platform.Backups.Rows;
using Diapason.Platform.Data;
using Diapason.Platform.Startup;

namespace Diapason.Platform.Backups;

/// <summary>Moves a SQLite database into the empty PostgreSQL database of the settings: every table, in one transaction, read back and compared row by row. The SQLite file stays as it is.</summary>
internal sealed class MoveToPostgresVerb(DatabaseChoice database, FillPostgres postgres, BackupVerbRun run) : ICommandVerb
{
    public string Verb => "move-to-postgres";

    public string Help => "move-to-postgres SQLITE-FILE: copies a SQLite database into the empty PostgreSQL database of the settings, service stopped, and compares every row";

    public bool MigratesFirst => false;

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel) => arguments is [var file]
        ? run.RunAsync(() => MoveAsync(file, cancel))
        : Task.FromResult(2);

    private async Task MoveAsync(string file, CancellationToken cancel)
    {
        if (!database.IsPostgres) throw new BackupRefused("move.not_postgres");
        if (!File.Exists(file)) throw new BackupRefused("backup.file_missing", file);
        var took = Stopwatch.StartNew();
        await using var connection = await StoppedSqlite.OpenAsync(file, cancel) ?? throw new BackupRefused("move.not_sqlite", file);
        await using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        var shape = await SqliteCatalog.ReadAsync(connection, transaction, cancel);
        KnownScripts.Check(shape, KnownScripts.Program);
        var filled = await postgres.RunAsync(new DatabaseRows(connection, transaction, shape), default, cancel);
        run.Say("move.done", filled.Rows, filled.Tables, took.Elapsed.TotalSeconds, file);
    }
}
