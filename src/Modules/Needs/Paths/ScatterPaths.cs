using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using Diapason.Platform.Data;

namespace Diapason.Needs.Paths;

/// <summary>
/// Writes again, in an order drawn, a path just written and nineteen others: PostgreSQL shows which rows a transaction wrote, and where. In SQLite rows stand by their ids, which are drawn.
/// </summary>
internal sealed class ScatterPaths(DatabaseChoice database)
{
    // Whoever is being scattered by somebody else already is left to them.
    private const string Take = "SELECT id FROM needs_path WHERE council_id = @council ORDER BY id <> @id, random() LIMIT 20";

    private const string Hold = "SELECT id FROM needs_path WHERE council_id = @council AND id = ANY(@ids) FOR UPDATE SKIP LOCKED";

    private const string Again = "UPDATE needs_path SET code_hash = code_hash WHERE id = @id AND council_id = @council";

    public async Task AroundAsync(Guid council, Guid id, CancellationToken cancel)
    {
        if (!database.IsPostgres) return;
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await using var take = connection.Command(Take, ("council", council), ("id", id));
        await using var hold = connection.Command(Hold, ("council", council), ("ids", await IdsAsync(take, cancel)));
        var held = await IdsAsync(hold, cancel);
        RandomNumberGenerator.Shuffle(held.AsSpan());
        foreach (var one in held)
        {
            await using var again = connection.Command(Again, ("id", one), ("council", council));
            await again.ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task<Guid[]> IdsAsync(DbCommand command, CancellationToken cancel)
    {
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) ids.Add(reader.GetGuid(0));
        return [.. ids];
    }
}
