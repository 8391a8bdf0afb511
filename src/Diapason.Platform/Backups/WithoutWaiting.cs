using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Diapason.Platform.Backups.Rows;
using Diapason.Platform.Data;

namespace Diapason.Platform.Backups;

/// <summary>The rows of a copy in clear: without those which two copies compared would single out.</summary>
internal sealed class WithoutWaiting(IRowSource source, IReadOnlyList<NotInClear> left) : IRowSource
{
    private const int Ten = 10;

    public DatabaseShape Shape => source.Shape;

    public async IAsyncEnumerable<TableRow> RowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var held = left.ToLookup(rule => rule.Table, rule => rule.UntilSet, StringComparer.Ordinal);
        await foreach (var row in source.RowsAsync(cancel))
            if (held[row.Table.Name].All(column => column is not null && row.Values[row.Table.Columns.ToList().FindIndex(c => c.Name == column)] is not null)) yield return row;
    }

    /// <summary>How many rows stay out of each table, told by the end of their ten: their exact number would say that one came.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountAsync((DbConnection Connection, DbTransaction Snapshot, DatabaseShape Shape) database, IReadOnlyList<NotInClear> left, CancellationToken cancel)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var rule in left.Where(rule => database.Shape.Tables.Any(t => t.Name == rule.Table)))
        {
            var which = rule.UntilSet is { } column ? $" WHERE {DatabaseRows.Quoted(column)} IS NULL" : "";
            var count = await database.Connection.ListAsync(database.Snapshot, $"SELECT COUNT(*) FROM {DatabaseRows.Quoted(rule.Table)}{which}", row => row.GetInt64(0), cancel);
            counts[rule.Table] = (count[0] / Ten * Ten) + Ten;
        }

        return counts;
    }

    /// <summary>« consultations_response : moins de 20 ».</summary>
    public static string Say(IReadOnlyDictionary<string, long> left) => string.Join(", ", left.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} < {one.Value}")));
}
