using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Diapason.Platform.Backups.Rows;

/// <summary>Fills the tables of a PostgreSQL database, a table a COPY.</summary>
internal sealed class PostgresTarget(NpgsqlConnection connection, NpgsqlTransaction transaction, DatabaseShape shape) : IRowTarget
{
    private NpgsqlBinaryImporter? _copy;
    private NpgsqlDbType[] _types = [];

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public DatabaseShape Shape => shape;

    public async Task BeginAsync(TableShape table, CancellationToken cancel)
    {
        _types = [.. table.Columns.Select(c => Type(c.Kind))];
        var names = string.Join(", ", table.Columns.Select(c => DatabaseRows.Quoted(c.Name)));
        _copy = await connection.BeginBinaryImportAsync($"COPY {DatabaseRows.Quoted(table.Name)} ({names}) FROM STDIN (FORMAT BINARY)", cancel);
        _copy.Timeout = TimeSpan.Zero;
    }

    public async Task AddAsync(object?[] values, CancellationToken cancel)
    {
        await _copy!.StartRowAsync(cancel);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value) await _copy.WriteAsync(value, _types[i], cancel);
            else await _copy.WriteNullAsync(cancel);
        }
    }

    public async Task EndAsync(CancellationToken cancel)
    {
        if (_copy is null) return;
        await _copy.CompleteAsync(cancel);
        await _copy.DisposeAsync();
    }

    private static NpgsqlDbType Type(ValueKind kind) => kind switch
    {
        ValueKind.Text => NpgsqlDbType.Text,
        ValueKind.Integer => NpgsqlDbType.Integer,
        ValueKind.Long => NpgsqlDbType.Bigint,
        ValueKind.Number => NpgsqlDbType.Double,
        ValueKind.Bytes => NpgsqlDbType.Bytea,
        ValueKind.Boolean => NpgsqlDbType.Boolean,
        ValueKind.Uuid => NpgsqlDbType.Uuid,
        ValueKind.Moment => NpgsqlDbType.TimestampTz,
        ValueKind.Day => NpgsqlDbType.Date,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
