using System.Data.Common;
using System.Runtime.CompilerServices;
using Diapason.Platform.Backups.Rows;

namespace Diapason.Platform.Backups;

/// <summary>A backup without what the database it replaces no longer held: what people took back and erased since, and what was destroyed at its term. No list of it is kept anywhere; the two are compared.</summary>
internal sealed class WithoutErased(IRowSource source, ILookup<string, HeldKeys> held) : IRowSource
{
    public DatabaseShape Shape => source.Shape;

    /// <summary>How many rows stayed out.</summary>
    public long Count { get; private set; }

    public static async Task<WithoutErased> ThanAsync(IRowSource source, (DbConnection Connection, DbTransaction Transaction, DatabaseShape Shape) old, IEnumerable<ErasedByPeople> erasable, CancellationToken cancel)
    {
        var held = new List<(string Table, HeldKeys Keys)>();
        foreach (var rule in erasable)
        {
            if (old.Shape.Tables.FirstOrDefault(t => t.Name == rule.Table) is not { } table) continue;
            var keys = new HashSet<string>(StringComparer.Ordinal);
            var column = table with { Columns = [.. table.Columns.Where(c => c.Name == rule.Key)] };
            await foreach (var row in new DatabaseRows(old.Connection, old.Transaction, old.Shape).OfAsync(column, cancel))
                if (row[0] is { } key) keys.Add(Plain(key));
            held.Add((rule.Table, new(rule.Key, keys)));
            held.AddRange(rule.Parts.Select(part => (part.Table, new HeldKeys(part.Column, keys))));
        }

        return new(source, held.ToLookup(h => h.Table, h => h.Keys));
    }

    public async IAsyncEnumerable<TableRow> RowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in source.RowsAsync(cancel))
        {
            if (held[row.Table.Name].All(keys => IsHeld(row, keys))) yield return row;
            else Count++;
        }
    }

    private static bool IsHeld(TableRow row, HeldKeys keys)
    {
        var place = row.Table.Columns.ToList().FindIndex(c => c.Name == keys.Column);
        return place < 0 || row.Values[place] is not { } key || keys.Keys.Contains(Plain(key));
    }

    private static string Plain(object key) => key is byte[] bytes ? Convert.ToHexString(bytes) : key.ToString()!.ToUpperInvariant();
}

/// <summary>The keys a database holds in a column.</summary>
internal sealed record HeldKeys(string Column, HashSet<string> Keys);
