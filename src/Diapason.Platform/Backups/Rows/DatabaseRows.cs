using System.Data.Common;
using System.Runtime.CompilerServices;
using Diapason.Platform.Data;

namespace Diapason.Platform.Backups.Rows;

/// <summary>Reads every row of a database as it was when its transaction began, table by table, in the order of keys.</summary>
internal sealed class DatabaseRows(DbConnection connection, DbTransaction transaction, DatabaseShape shape) : IRowSource
{
    public DatabaseShape Shape => shape;

    public async IAsyncEnumerable<TableRow> RowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var table in shape.Tables)
        {
            await foreach (var values in OfAsync(table, cancel)) yield return new TableRow(table, values);
        }
    }

    public async IAsyncEnumerable<object?[]> OfAsync(TableShape table, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (columns, key) = (table.Columns.Select(c => Quoted(c.Name)), (table.Key.Count > 0 ? table.Key : [.. table.Columns.Select(c => c.Name)]).Select(Quoted));
        await using var command = connection.Command($"SELECT {string.Join(", ", columns)} FROM {Quoted(table.Name)} ORDER BY {string.Join(", ", key)}");
        (command.Transaction, command.CommandTimeout) = (transaction, 0);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var values = new object?[table.Columns.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = reader.IsDBNull(i) ? null : table.Columns[i].Kind == ValueKind.Day ? reader.GetFieldValue<DateOnly>(i) : reader.GetValue(i);
            yield return values;
        }
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
