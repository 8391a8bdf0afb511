using System.Text;

namespace Diapason.Platform.Kits;

/// <summary>A kit on disk: one folder of YAML and CSV files. Files over 64 MiB or not in UTF-8 are refused.</summary>
public sealed class KitFolder(string path)
{
    private const long LargestFile = 64L << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Name { get; } = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path));

    public bool Has(string file) => File.Exists(System.IO.Path.Combine(path, file));

    /// <summary>The file's text, or null after having reported why it cannot be read.</summary>
    public string? Read(string file, KitProblems problems)
    {
        var info = new FileInfo(System.IO.Path.Combine(path, file));
        if (!info.Exists)
        {
            problems.Add(file, 0, "kit.file_missing");
            return null;
        }

        if (info.Length > LargestFile)
        {
            problems.Add(file, 0, "kit.file_too_large", ("mebibytes", LargestFile >> 20));
            return null;
        }

        try
        {
            return File.ReadAllText(info.FullName, Strict);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(file, 0, "kit.not_utf8");
            return null;
        }
    }
}
