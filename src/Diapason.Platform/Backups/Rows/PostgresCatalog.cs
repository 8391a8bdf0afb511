using System.Data.Common;
using Diapason.Platform.Data;

namespace Diapason.Platform.Backups.Rows;

/// <summary>What a PostgreSQL database says of itself, in the schema where the program’s tables are.</summary>
internal static class PostgresCatalog
{
    private const string Columns = """
        SELECT c.table_name::text, c.column_name::text, c.data_type::text FROM information_schema.columns c
        JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
        WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' ORDER BY c.table_name COLLATE "C", c.ordinal_position
        """;

    private const string Keys = """
        SELECT t.relname::text, a.attname::text FROM pg_index i
        JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
        CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k(number, place)
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
        WHERE i.indisprimary AND n.nspname = current_schema() ORDER BY t.relname, k.place
        """;

    public static async Task<DatabaseShape> ReadAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancel)
    {
        var columns = await connection.ListAsync(transaction, Columns, row => (Table: row.GetString(0), Name: row.GetString(1), Type: row.GetString(2)), cancel);
        var keys = (await connection.ListAsync(transaction, Keys, row => (Table: row.GetString(0), Name: row.GetString(1)), cancel)).ToLookup(k => k.Table, k => k.Name);
        var scripts = columns.Any(c => c.Table == MigrationLedger.Table) ? await MigrationLedger.AppliedAsync(connection, transaction, cancel) : [];
        var tables = columns.Where(c => c.Table != MigrationLedger.Table).GroupBy(c => c.Table)
            .Select(table => new TableShape(table.Key, [.. table.Select(c => new ColumnShape(c.Name, Kind(table.Key, c.Type)))], [.. keys[table.Key]]));
        return new("postgres", scripts, [.. tables]);
    }

    private static ValueKind Kind(string table, string type) => type switch
    {
        "text" => ValueKind.Text,
        "integer" => ValueKind.Integer,
        "bigint" => ValueKind.Long,
        "double precision" => ValueKind.Number,
        "bytea" => ValueKind.Bytes,
        "boolean" => ValueKind.Boolean,
        "uuid" => ValueKind.Uuid,
        "timestamp with time zone" => ValueKind.Moment,
        "date" => ValueKind.Day,
        _ => throw new NotSupportedException($"{table} has a column of type {type}, which no backup knows."),
    };
}
