using System.Globalization;
using System.Text.RegularExpressions;

namespace Diapason.Platform.Backups;

/// <summary>
/// The backups of a folder, whose names say when they were made and until when they are kept: <c>diapason-20261130T034500Z-until-20261230.tar.gz.age</c>, without <c>.age</c> for one in clear. The server, which cannot open them, removes those whose day is past.
/// </summary>
internal sealed partial class BackupFolder(string folder)
{
    public const string Unfinished = ".part";
    private const string Second = "yyyyMMdd'T'HHmmss'Z'";
    private const string Day = "yyyyMMdd";

    public string PathOf(DateTime madeAt, DateOnly keepUntil, bool isClear = false) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"diapason-{madeAt.ToString(Second, CultureInfo.InvariantCulture)}-until-{keepUntil.ToString(Day, CultureInfo.InvariantCulture)}.tar.gz{(isClear ? "" : ".age")}"));

    /// <summary>
    /// The files whose day is past, and what interrupted backups left. The last one made before stays once more when it is older than a backup is kept: the clock may have jumped, and nothing is left without a second reading.
    /// </summary>
    public IReadOnlyList<string> Expired(DateTime madeAt, int days)
    {
        var earlier = Directory.EnumerateFiles(folder).Select(Read).OfType<Kept>().Where(file => file.MadeAt < madeAt).OrderByDescending(file => file.MadeAt).ToList();
        var last = earlier.Find(file => file.IsWhole);
        var stays = last is not null && last.MadeAt < madeAt.AddDays(-days) ? last : null;
        return [.. earlier.Where(file => file != stays && (file.IsWhole ? file.Until < DateOnly.FromDateTime(madeAt) : file.MadeAt < madeAt.AddDays(-1))).Select(file => file.Path)];
    }

    /// <summary>How many whole backups of the folder are in clear.</summary>
    public static int InClear(IEnumerable<string> names) => names.Count(name => Name().Match(name) is { Success: true } read && !read.Groups["sealed"].Success && !read.Groups["unfinished"].Success);

    private static Kept? Read(string path) =>
        Name().Match(Path.GetFileName(path)) is { Success: true } name
        && DateTime.TryParseExact(name.Groups["made"].Value, Second, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var madeAt)
        && DateOnly.TryParseExact(name.Groups["until"].Value, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? new Kept(path, madeAt, until, name.Groups["unfinished"].Length == 0)
            : null;

    private sealed record Kept(string Path, DateTime MadeAt, DateOnly Until, bool IsWhole);

    [GeneratedRegex(@"^diapason-(?<made>[0-9]{8}T[0-9]{6}Z)-until-(?<until>[0-9]{8})\.tar\.gz(?<sealed>\.age)?(?<unfinished>\.part)?$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
