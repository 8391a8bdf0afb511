using System.Diagnostics;
using Diapason.Platform.Startup;
using Microsoft.Data.Sqlite;

namespace Diapason.Platform.Backups;

/// <summary>Says whether a backup can be put back, by putting it back: in a SQLite database without a name, which the system erases whatever happens.</summary>
internal sealed class VerifyVerb(OpenBackup open, FillSqlite fill, BackupVerbRun run) : ICommandVerb
{
    public string Verb => "verify";

    public string Help => "verify BACKUP KEYFILE (none for a copy in clear): opens a backup, puts it back in a temporary place, checks it and says how old it is";

    public bool MigratesFirst => false;

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel) => arguments.Count is 1 or 2
        ? run.RunAsync(() => open.WithAsync(arguments[0], arguments.ElementAtOrDefault(1), async backup =>
        {
            var took = Stopwatch.StartNew();
            await using var nowhere = new SqliteConnection("Data Source=;Pooling=False");
            await nowhere.OpenAsync(cancel);
            var filled = await fill.FillAsync(nowhere, backup, cancel);
            run.Say("backup.verified", filled.Rows, filled.Tables, took.Elapsed.TotalSeconds, backup.Manifest.KeepUntil);
        }))
        : Task.FromResult(2);
}
