namespace Diapason.Platform.Data;

/// <summary>
/// Empties SQLite's write-ahead log into the file, where what is erased was overwritten: until then the log still holds pages as they were before, in the order
/// they were written. PostgreSQL has a log of its own, which no client empties.
/// </summary>
public sealed class WriteAheadLog(DatabaseChoice database)
{
    /// <summary>Whether nothing is left in it; false when somebody was still reading, and the job that runs each minute will do it.</summary>
    public async Task<bool> EmptyAsync(CancellationToken cancel)
    {
        if (database.IsPostgres) return true;
        await using var connection = await database.OpenAsync(cancel);
        // Waits a little for whoever reads or writes; the connection goes back to its pool as it was.
        await using var empty = connection.Command("PRAGMA busy_timeout = 2000; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 0");
        await using var reader = await empty.ExecuteReaderAsync(cancel);
        return await reader.NextResultAsync(cancel) && await reader.ReadAsync(cancel) && reader.GetInt64(0) == 0;
    }
}
