using Diapason.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Diapason.Platform.Backups;

/// <summary>A SQLite file held by us alone: refused while a server has it open, and no server opens it meanwhile.</summary>
internal static class StoppedSqlite
{
    private const int Busy = 5;
    private const int Corrupt = 11;
    private const int NoDatabase = 26;

    /// <summary>Null for a file that SQLite cannot read.</summary>
    public static async Task<SqliteConnection?> OpenAsync(string file, CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 2 }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            // In exclusive mode the file is held until it is closed. One statement at a time: of several, SQLite's client loses the failure of the second.
            foreach (var statement in new[] { "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "SELECT COUNT(*) FROM sqlite_master", "COMMIT" }) await RunAsync(connection, statement, cancel);
            return connection;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Busy or Corrupt or NoDatabase)
        {
            await connection.DisposeAsync();
            return failure.SqliteErrorCode == Busy ? throw new BackupRefused("restore.server_running") : null;
        }
    }

    /// <summary>Puts its log in the file, so that the file alone is the database.</summary>
    public static Task JoinLogAsync(SqliteConnection held, CancellationToken cancel) => RunAsync(held, "PRAGMA journal_mode = DELETE", cancel);

    /// <summary>Within the patience of the connection.</summary>
    private static async Task RunAsync(SqliteConnection connection, string statement, CancellationToken cancel)
    {
        await using var command = connection.Command(statement);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
