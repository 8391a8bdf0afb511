using System.Diagnostics;
using Diapason.Platform.Data;
using Diapason.Platform.Startup;

namespace Diapason.Platform.Backups;

/// <summary>Puts a backup back where the settings say, SQLite or PostgreSQL, whichever it came from. Its tables are those of its day: the next start brings them to ours.</summary>
internal sealed class RestoreVerb(DatabaseChoice database, OpenBackup open, FillSqlite sqlite, FillPostgres postgres, BackupVerbRun run) : ICommandVerb
{
    private const string Replace = "--replace";
    private const string WithoutErased = "--without-erased";

    public string Verb => "restore";

    public string Help => "restore [--replace [--without-erased]] BACKUP KEYFILE (none for a copy in clear): puts a backup back in an empty database, service stopped; with --replace, what is there is set aside first; with --without-erased, what people erased from it since the backup stays out";

    public bool MigratesFirst => false;

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var manner = new RestoreManner(arguments.Contains(Replace), arguments.Contains(WithoutErased));
        var files = arguments.Where(a => a is not (Replace or WithoutErased)).ToList();
        if (files.Count is not (1 or 2) || manner is { LeavesErasedOut: true, Replaces: false }) return Task.FromResult(2);
        return run.RunAsync(() => open.WithAsync(files[0], files.ElementAtOrDefault(1), async backup =>
        {
            var took = Stopwatch.StartNew();
            var filled = database.IsPostgres ? await postgres.RunAsync(backup, manner, cancel) : await sqlite.RunAsync(database.SqliteFile, backup, manner, cancel);
            run.Say("restore.done", filled.Rows, filled.Tables, took.Elapsed.TotalSeconds);
            if (filled.Aside is { } aside) run.Say(database.IsPostgres ? "restore.aside_schema" : "restore.aside_file", aside);
            if (manner.LeavesErasedOut) run.Say("restore.left_out", filled.LeftOut);
            else run.Say("restore.withdrawn", backup.Manifest.MadeAt);
            if (!database.IsPostgres && Environment.IsPrivilegedProcess) run.Warn("restore.owner", database.SqliteFile);
        }));
    }
}
