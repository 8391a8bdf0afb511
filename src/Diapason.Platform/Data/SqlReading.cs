using System.Data.Common;

namespace Diapason.Platform.Data;

/// <summary>Short lists read whole, such as the tables of a database.</summary>
internal static class SqlReading
{
    public static async Task<List<T>> ListAsync<T>(this DbConnection connection, DbTransaction? transaction, string sql, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await using var command = connection.Command(sql);
        command.Transaction = transaction;
        return await command.ListAsync(read, cancel);
    }

    public static async Task<List<T>> ListAsync<T>(this DbCommand command, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var list = new List<T>();
        while (await reader.ReadAsync(cancel)) list.Add(read(reader));
        return list;
    }

    /// <summary>Runs a statement that may take long.</summary>
    public static async Task RunAsync(this DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.Command(sql);
        (command.Transaction, command.CommandTimeout) = (transaction, 0);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
