using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Data;

/// <summary>Applies the embedded SQL scripts in order, each in a transaction, and refuses to go on when one that was applied has changed since.</summary>
public sealed class Migrator(DatabaseChoice database, TimeProvider clock, ILogger<Migrator> log)
{
    /// <summary>Any constant: it keeps two machines from migrating at once.</summary>
    private const long PostgresLock = 4_401_880_001;

    /// <summary>The scripts of one database, by file name.</summary>
    public static IReadOnlyList<(string Name, string Sql)> Scripts(string database)
    {
        var assembly = typeof(Migrator).Assembly;
        var prefix = $"db/{database}/";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return (name[prefix.Length..], reader.ReadToEnd());
            })];
    }

    public async Task<int> ApplyAsync(CancellationToken cancel)
    {
        database.MakeFolder();
        await using var connection = await database.OpenAsync(cancel);
        if (database.IsPostgres) await ExecuteAsync(connection, null, $"SELECT pg_advisory_lock({PostgresLock})", cancel);
        try
        {
            await ExecuteAsync(connection, null, "CREATE TABLE IF NOT EXISTS platform_migration (name text NOT NULL PRIMARY KEY, checksum text NOT NULL, applied_at text NOT NULL)", cancel);
            var applied = await AppliedAsync(connection, cancel);
            var count = 0;
            foreach (var (name, sql) in Scripts(database.Name))
            {
                var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));
                if (!applied.TryGetValue(name, out var known))
                {
                    await ApplyAsync(connection, new(name, sql, checksum), cancel);
                    count++;
                }
                else if (known != checksum)
                {
                    throw new InvalidOperationException($"Migration {name} was changed after it was applied to this database. Add a new script instead.");
                }
            }

            if (count > 0 && applied.Count > 0 && !database.IsPostgres) await RewriteAsync(connection, cancel);
            return count;
        }
        finally
        {
            if (database.IsPostgres) await ExecuteAsync(connection, null, $"SELECT pg_advisory_unlock({PostgresLock})", CancellationToken.None);
        }
    }

    private async Task ApplyAsync(DbConnection connection, Script script, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, transaction, script.Sql, cancel);
        await using var record = connection.CreateCommand();
        record.Transaction = transaction;
        record.CommandText = "INSERT INTO platform_migration (name, checksum, applied_at) VALUES (@name, @checksum, @at)";
        Add(record, "@name", script.Name);
        Add(record, "@checksum", script.Checksum);
        Add(record, "@at", clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await record.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        log.LogInformation("Migration {Name} applied", script.Name);
    }

    /// <summary>After an upgrade the whole SQLite file is written again: what a script erased, or put in another order, is nowhere in its free pages or its log.</summary>
    private async Task RewriteAsync(DbConnection connection, CancellationToken cancel)
    {
        try
        {
            await ExecuteAsync(connection, null, "VACUUM", cancel);
            await ExecuteAsync(connection, null, "PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        }
        catch (DbException failure)
        {
            log.LogWarning(failure, "The database could not be written again after its upgrade; what was erased may still be in its free pages. Run VACUUM when there is room");
        }
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, checksum FROM platform_migration";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel)) applied[reader.GetString(0)] = reader.GetString(1);
        return applied;
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private sealed record Script(string Name, string Sql, string Checksum);
}
