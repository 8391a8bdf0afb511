using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Diapason.Platform.Data;

/// <summary>What every SQLite connection is told on opening: write-ahead log, full synchronisation (an answer acknowledged is on disk), a bounded cache, and what is erased overwritten: its words would otherwise stay in the free pages of the file.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public static readonly SqliteSettings Instance = new();

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;";

    private const int CannotOpen = 14;

    // The driver lends connections from a pool: what one was told it keeps.
    private static readonly ConditionalWeakTable<object, object> Told = [];

    public static void Apply(DbConnection connection)
    {
        var handle = (object?)(connection as SqliteConnection)?.Handle ?? connection;
        if (Told.TryGetValue(handle, out _))
        {
            RefuseWhenGone(connection);
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        // Only now: one that could not be told is told the next time.
        Told.AddOrUpdate(handle, Instance);
    }

    /// <summary>A connection of the pool still writes to a file that was taken away: what it acknowledged would be nowhere.</summary>
    private static void RefuseWhenGone(DbConnection connection)
    {
        if (connection is not SqliteConnection sqlite || File.Exists(sqlite.DataSource)) return;
        SqliteConnection.ClearPool(sqlite);
        throw new SqliteException("The database file is gone.", CannotOpen);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }
}
