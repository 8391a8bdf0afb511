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

    private const string Postgres = "postgres";

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

    /// <summary>Where the database is, for the operator.</summary>
    internal string Place => database.IsPostgres ? "PostgreSQL" : database.SqliteFile;

    /// <summary>Whether a database of ours is there, of any version. Makes nothing.</summary>
    internal async Task<bool> HasDatabaseAsync(CancellationToken cancel)
    {
        if (!database.IsThere) return false;
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(database.IsPostgres ? $"SELECT COUNT(to_regclass('{MigrationLedger.Table}'))" : $"SELECT COUNT(*) FROM sqlite_master WHERE name = '{MigrationLedger.Table}'");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    public async Task<int> ApplyAsync(CancellationToken cancel)
    {
        database.MakeFile();
        await using var connection = await database.OpenAsync(cancel);
        if (database.IsPostgres) await ExecuteAsync(connection, null, $"SELECT pg_advisory_lock({PostgresLock})", cancel);
        try
        {
            await ExecuteAsync(connection, null, MigrationLedger.Create, cancel);
            var applied = (await MigrationLedger.AppliedAsync(connection, null, cancel)).ToDictionary(script => script.Name, script => script.Checksum, StringComparer.Ordinal);
            var count = 0;
            foreach (var (name, sql) in Scripts(database.Name))
            {
                var checksum = Checksum(sql);
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

    /// <summary>Makes the tables of a backup in an empty database, by the scripts that made the one it was taken from, in the caller's transaction. Another machine that starts meanwhile waits.</summary>
    internal async Task BuildAsync(DbTransaction transaction, string kind, IEnumerable<AppliedScript> scripts, CancellationToken cancel)
    {
        var (connection, wanted) = (transaction.Connection!, scripts.Select(script => script.Name).ToHashSet(StringComparer.Ordinal));
        if (kind == Postgres) await ExecuteAsync(connection, transaction, $"SELECT pg_advisory_xact_lock({PostgresLock})", cancel);
        await ExecuteAsync(connection, transaction, MigrationLedger.Create, cancel);
        foreach (var (name, sql) in Scripts(kind).Where(script => wanted.Contains(script.Name)))
            await RunAsync(connection, transaction, new(name, sql, Checksum(sql)), cancel);
    }

    internal static string Checksum(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));

    private async Task ApplyAsync(DbConnection connection, Script script, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await RunAsync(connection, transaction, script, cancel);
        await transaction.CommitAsync(cancel);
        log.LogInformation("Migration {Name} applied", script.Name);
    }

    private async Task RunAsync(DbConnection connection, DbTransaction transaction, Script script, CancellationToken cancel)
    {
        await ExecuteAsync(connection, transaction, script.Sql, cancel);
        await using var record = connection.CreateCommand();
        record.Transaction = transaction;
        record.CommandText = "INSERT INTO platform_migration (name, checksum, applied_at) VALUES (@name, @checksum, @at)";
        Add(record, "@name", script.Name);
        Add(record, "@checksum", script.Checksum);
        Add(record, "@at", clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await record.ExecuteNonQueryAsync(cancel);
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
