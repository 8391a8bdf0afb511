using System.Data.Common;
using Diapason.Platform.Data;

namespace Diapason.Platform.Backups.Rows;

/// <summary>What a SQLite database says of itself.</summary>
internal static class SqliteCatalog
{
    private const string Tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    private const string Columns = "SELECT name, type, pk FROM pragma_table_info(@table) ORDER BY cid";

    public static async Task<DatabaseShape> ReadAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancel)
    {
        var names = await connection.ListAsync(transaction, Tables, row => row.GetString(0), cancel);
        var scripts = names.Contains(MigrationLedger.Table) ? await MigrationLedger.AppliedAsync(connection, transaction, cancel) : [];
        var tables = new List<TableShape>();
        foreach (var name in names.Where(n => n != MigrationLedger.Table))
        {
            await using var command = connection.Command(Columns, ("table", name));
            command.Transaction = transaction;
            var columns = await command.ListAsync(row => (Name: row.GetString(0), Type: row.GetString(1), Key: row.GetInt32(2)), cancel);
            tables.Add(new(name, [.. columns.Select(c => new ColumnShape(c.Name, Kind(name, c.Type)))], [.. columns.Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Name)]));
        }

        return new("sqlite", scripts, tables);
    }

    private static ValueKind Kind(string table, string type) => type.ToUpperInvariant() switch
    {
        "TEXT" => ValueKind.Text,
        "INTEGER" => ValueKind.Long,
        "BLOB" => ValueKind.Bytes,
        "REAL" => ValueKind.Number,
        _ => throw new NotSupportedException($"{table} has a column of type {type}, which no backup knows."),
    };
}
