using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diapason.Platform.Backups.Rows;

namespace Diapason.Platform.Backups.Archive;

/// <summary>The first file of a backup: when it was made, by which version, until when it may be kept, and the shape of the database.</summary>
internal sealed record BackupManifest(int Format, string Program, DateTime MadeAt, DateOnly KeepUntil, DatabaseShape Shape)
{
    public const int Current = 1;
    public const string File = "manifest.json";

    /// <summary>Of a copy in clear, which tables lack rows, and fewer than how many; null of a sealed one, which lacks none.</summary>
    public IReadOnlyDictionary<string, long>? NotThere { get; init; }
}

/// <summary>The last file: how many rows each table has, and the SHA-256 of every file before it.</summary>
internal sealed record BackupSums(Dictionary<string, long> Rows, Dictionary<string, string> Files)
{
    public const string File = "sums.json";

    public static BackupSums Empty(IEnumerable<TableShape> tables) => new(tables.ToDictionary(t => t.Name, _ => 0L, StringComparer.Ordinal), new(StringComparer.Ordinal));
}

internal static class BackupJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Nobody puts it in a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
