using System.Data.Common;
using Diapason.Platform.Backups.Rows;
using Diapason.Platform.Data;

namespace Diapason.Platform.Backups;

/// <summary>Whether a database may be filled: it has no table, or a server was only started on it, which makes keys and jobs but no council.</summary>
internal sealed class EmptyDatabase(IEnumerable<MadeAtStart> made)
{
    private readonly HashSet<string> _made = [.. made.Select(m => m.Table)];

    public async Task<bool> HoldsSomethingAsync(DbConnection connection, DbTransaction? transaction, DatabaseShape shape, CancellationToken cancel)
    {
        if (shape.Tables.Count > 0 && shape.Scripts.Count == 0) return true;
        foreach (var table in shape.Tables.Where(t => !_made.Contains(t.Name)))
        {
            var found = await connection.ListAsync(transaction, $"SELECT 1 FROM {DatabaseRows.Quoted(table.Name)} LIMIT 1", row => row.GetInt32(0), cancel);
            if (found.Count > 0) return true;
        }

        return false;
    }
}
