using Diapason.Platform.Data;

namespace Diapason.Platform.Backups.Rows;

/// <summary>What a column holds, whichever database it is in. SQLite has four kinds of them, and writes the others as text and numbers.</summary>
internal enum ValueKind
{
    Text,
    Integer,
    Long,
    Number,
    Bytes,
    Boolean,
    Uuid,
    Moment,
    Day,
}

internal sealed record ColumnShape(string Name, ValueKind Kind);

/// <summary>A table: its columns in their order, and those of its key, by which rows are read so that nothing says in which order they came.</summary>
internal sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<string> Key);

/// <summary>What a database is made of: <c>sqlite</c> or <c>postgres</c>, the scripts that made it, its tables.</summary>
internal sealed record DatabaseShape(string Database, IReadOnlyList<AppliedScript> Scripts, IReadOnlyList<TableShape> Tables);

/// <summary>A row: its table, and values in the order of its columns, as .NET has them.</summary>
internal readonly record struct TableRow(TableShape Table, object?[] Values);

/// <summary>Every row of a database or of a backup, table by table.</summary>
internal interface IRowSource
{
    DatabaseShape Shape { get; }

    IAsyncEnumerable<TableRow> RowsAsync(CancellationToken cancel);
}
