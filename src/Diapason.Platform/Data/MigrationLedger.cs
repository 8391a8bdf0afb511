using System.Data.Common;

namespace Diapason.Platform.Data;

/// <summary>A script that made a database, as it was then.</summary>
internal sealed record AppliedScript(string Name, string Checksum);

/// <summary>Which scripts made a database: name and checksum of each.</summary>
internal static class MigrationLedger
{
    public const string Table = "platform_migration";
    public const string Create = "CREATE TABLE IF NOT EXISTS platform_migration (name text NOT NULL PRIMARY KEY, checksum text NOT NULL, applied_at text NOT NULL)";

    public static Task<List<AppliedScript>> AppliedAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancel) =>
        connection.ListAsync(transaction, "SELECT name, checksum FROM platform_migration ORDER BY name", row => new AppliedScript(row.GetString(0), row.GetString(1)), cancel);
}
