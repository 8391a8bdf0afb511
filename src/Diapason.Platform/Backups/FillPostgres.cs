using System.Globalization;
using Diapason.Platform.Backups.Rows;
using Diapason.Platform.Data;
using Npgsql;

namespace Diapason.Platform.Backups;

/// <summary>
/// Makes the tables of a PostgreSQL database of rows, in one transaction: cut short, it leaves what was there. What was there goes to a schema of its own, and is erased by nobody.
/// </summary>
internal sealed class FillPostgres(DatabaseChoice database, Migrator migrator, EmptyDatabase empty, IEnumerable<ErasedByPeople> erasable, TimeProvider clock)
{
    private const string Others = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL LIMIT 1";

    private const int MostLooks = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private const string ForeignKeys = """
        SELECT quote_ident(t.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid) FROM pg_constraint k
        JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace WHERE k.contype = 'f' AND n.nspname = current_schema()
        """;

    public async Task<Filled> RunAsync(IRowSource source, RestoreManner manner, CancellationToken cancel)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await AloneAsync(connection, transaction, cancel);
        var old = await PostgresCatalog.ReadAsync(connection, transaction, cancel);
        if (!manner.Replaces && await empty.HoldsSomethingAsync(connection, transaction, old, cancel)) throw new BackupRefused("restore.not_empty", connection.Database);
        if (manner.LeavesErasedOut && old.Tables.Count == 0) throw new BackupRefused("restore.nothing_to_compare");
        var chosen = manner.LeavesErasedOut ? await WithoutErased.ThanAsync(source, (connection, transaction, old), erasable, cancel) : source;
        var aside = old.Tables.Count > 0 || old.Scripts.Count > 0 ? await SetAsideAsync(transaction, old, cancel) : null;
        await migrator.BuildAsync(transaction, "postgres", source.Shape.Scripts, cancel);
        var rows = await FillAsync(transaction, chosen, cancel);
        await transaction.CommitAsync(cancel);
        return new Filled(source.Shape.Tables.Count, rows, (chosen as WithoutErased)?.Count ?? 0, aside);
    }

    /// <summary>A program that has just ended leaves its connection for a moment: looked at again for five seconds.</summary>
    private static async Task AloneAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        for (var look = 0; (await connection.ListAsync(transaction, Others, row => row.GetInt32(0), cancel)).Count > 0; look++)
        {
            if (look == MostLooks) throw new BackupRefused("restore.server_running");
            await Task.Delay(BetweenLooks, cancel);
            // What was seen is otherwise kept as long as the transaction.
            await connection.ListAsync(transaction, "SELECT 1 FROM (SELECT pg_stat_clear_snapshot()) seen", row => row.GetInt32(0), cancel);
        }
    }

    /// <summary>Foreign keys wait for the last row, then each is checked whole.</summary>
    private static async Task<long> FillAsync(NpgsqlTransaction transaction, IRowSource source, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var shape = await PostgresCatalog.ReadAsync(connection, transaction, cancel);
        var keys = await connection.ListAsync(transaction, ForeignKeys, row => (Table: row.GetString(0), Name: row.GetString(1), Rule: row.GetString(2)), cancel);
        foreach (var key in keys) await connection.RunAsync(transaction, $"ALTER TABLE {key.Table} DROP CONSTRAINT {key.Name}", cancel);
        // What the scripts put there is in the backup too.
        foreach (var table in shape.Tables) await connection.RunAsync(transaction, $"DELETE FROM {DatabaseRows.Quoted(table.Name)}", cancel);
        var rows = await CopyRows.RunAsync(source, new PostgresTarget(connection, transaction, shape), cancel);
        foreach (var key in keys) await connection.RunAsync(transaction, $"ALTER TABLE {key.Table} ADD CONSTRAINT {key.Name} {key.Rule}", cancel);
        return rows;
    }

    private async Task<string> SetAsideAsync(NpgsqlTransaction transaction, DatabaseShape old, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var aside = string.Create(CultureInfo.InvariantCulture, $"before_{clock.GetUtcNow():yyyyMMdd't'HHmmss}");
        await connection.RunAsync(transaction, $"CREATE SCHEMA {aside}", cancel);
        foreach (var table in old.Tables.Select(t => t.Name).Append(MigrationLedger.Table))
            await connection.RunAsync(transaction, $"ALTER TABLE IF EXISTS {DatabaseRows.Quoted(table)} SET SCHEMA {aside}", cancel);
        return aside;
    }
}
