using System.Data.Common;
using Diapason.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Diapason.Platform.Backups.Rows;

/// <summary>Fills the tables of a SQLite database, a row a statement prepared once a table.</summary>
internal sealed class SqliteTarget(SqliteConnection connection, SqliteTransaction transaction, DatabaseShape shape) : IRowTarget
{
    private SqliteCommand? _insert;

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public DatabaseShape Shape => shape;

    public Task BeginAsync(TableShape table, CancellationToken cancel)
    {
        var names = string.Join(", ", table.Columns.Select(c => DatabaseRows.Quoted(c.Name)));
        var places = table.Columns.Select((_, i) => $"p{i}").ToList();
        _insert = (SqliteCommand)connection.Command($"INSERT INTO {DatabaseRows.Quoted(table.Name)} ({names}) VALUES ({string.Join(", ", places.Select(p => "@" + p))})",
            [.. places.Select(p => (p, (object?)null))]);
        _insert.Transaction = transaction;
        return Task.CompletedTask;
    }

    public Task AddAsync(object?[] values, CancellationToken cancel)
    {
        for (var i = 0; i < values.Length; i++) _insert!.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _insert!.ExecuteNonQueryAsync(cancel);
    }

    public async Task EndAsync(CancellationToken cancel)
    {
        if (_insert is not null) await _insert.DisposeAsync();
    }
}
