using System.Reflection;
using Diapason.Platform.Backups.Rows;
using Diapason.Platform.Data;

namespace Diapason.Platform.Backups;

/// <summary>Whether this program knows the scripts that made a database: it cannot read the tables of a newer one.</summary>
internal static class KnownScripts
{
    /// <summary>The version of this program.</summary>
    public static string Program { get; } = Assembly.GetEntryAssembly()?.GetName().Version?.ToString(3) ?? "?";

    public static void Check(DatabaseShape shape, string program)
    {
        if (shape.Scripts.Count == 0) throw new BackupRefused("backup.no_tables");
        var known = Migrator.Scripts(shape.Database).ToDictionary(script => script.Name, script => Migrator.Checksum(script.Sql), StringComparer.Ordinal);
        foreach (var script in shape.Scripts)
        {
            if (!known.TryGetValue(script.Name, out var checksum)) throw new BackupRefused("backup.newer", program);
            if (checksum != script.Checksum) throw new BackupRefused("backup.other_scripts", script.Name);
        }
    }
}
