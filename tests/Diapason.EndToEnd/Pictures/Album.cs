using Microsoft.Playwright;

namespace Diapason.EndToEnd.Pictures;

/// <summary>
/// The stored pictures, beside this file. A picture that is not like its stored one is written under <c>pictures</c> in the test's output folder, with the
/// difference; when <c>DIAPASON_PICTURES</c> says <c>take</c>, it takes the stored one's place.
/// </summary>
internal sealed class Album
{
    private readonly string _failures = Path.Combine(AppContext.BaseDirectory, "pictures");
    private readonly Dictionary<Subject, List<string>> _problems = [];

    public Album()
    {
        if (Directory.Exists(_failures)) Directory.Delete(_failures, recursive: true);
    }

    public static string Folder { get; } = Path.Combine(Server.Repository, "tests", "Diapason.EndToEnd", "Pictures", "Stored");

    public static bool Takes { get; } = Environment.GetEnvironmentVariable("DIAPASON_PICTURES") == "take";

    public static string FileOf(Subject subject, int width, ColorScheme scheme) => $"{subject.Name}/{width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png";

    /// <summary>Every picture that must be stored.</summary>
    public static IEnumerable<string> Expected =>
        Sheets.Subjects.SelectMany(subject => Studio.Widths.SelectMany(width => Studio.Schemes.Select(scheme => FileOf(subject, width, scheme))));

    public IReadOnlyList<string> Problems(Subject subject) => _problems.GetValueOrDefault(subject, []);

    public void Keep(Subject subject, string file, Picture drawn)
    {
        var actual = PngFile.Rounded(drawn);
        var stored = Path.Combine(Folder, file);
        var isStored = File.Exists(stored);
        var difference = isStored ? Likeness.Between(PngFile.Read(File.ReadAllBytes(stored)), actual) : null;
        if (isStored && difference is null) return;
        if (Takes)
        {
            Write(stored, drawn);
            return;
        }

        var written = Path.Combine(_failures, Path.ChangeExtension(file, ".actual.png"));
        Write(written, drawn);
        if (difference is not null) Write(Path.ChangeExtension(written, ".difference.png").Replace(".actual", "", StringComparison.Ordinal), difference.Drawn);
        if (!_problems.TryGetValue(subject, out var problems)) _problems[subject] = problems = [];
        problems.Add($"{file}: {difference?.Says ?? "no picture is stored"}; see {written}");
    }

    /// <summary>Removes what is no longer pictured.</summary>
    public static void Tidy()
    {
        var expected = Expected.ToHashSet(StringComparer.Ordinal);
        foreach (var file in Stored().Where(file => !expected.Contains(file))) File.Delete(Path.Combine(Folder, file));
    }

    public static IEnumerable<string> Stored() =>
        Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.png", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')) : [];

    private static void Write(string path, Picture picture)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, PngFile.Write(picture));
    }
}
