using System.Text;
using Diapason.Yaml;

namespace Diapason.Platform.Kits;

/// <summary>A kit on disk: one folder of YAML and CSV files, each a plain file in UTF-8 of a bounded size.</summary>
public sealed class KitFolder(string path)
{
    private const int Mebibyte = 1 << 20;

    /// <summary>Pipes, devices and sockets have no length either, and opening one could wait for ever: nothing without a length is opened.</summary>
    private const string IsEmpty = "kit.file_empty";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Name { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));

    /// <summary>The languages in which every text of the kit is said: those of <c>kit.yaml</c>, which is read first.</summary>
    public IReadOnlyList<string> Languages { get; internal set; } = YamlFile.UsualLanguages;

    public bool Has(string file) => File.Exists(Path.Combine(path, file));

    /// <summary>The file's text, or null after having reported why it cannot be read.</summary>
    public string? Read(string file, KitProblems problems)
    {
        var info = new FileInfo(Path.Combine(path, file));
        // What is written by hand is short; a table of answers may be long. A YAML text takes forty times its size in memory.
        var mostMebibytes = file.EndsWith(".csv", StringComparison.Ordinal) ? 64 : 2;
        // A link could show, in what is said of its lines, a file that is no part of the kit.
        if (info.LinkTarget is not null) problems.Add(file, 0, "kit.link_refused");
        else if (!info.Exists) problems.Add(file, 0, "kit.file_missing");
        else if (info.Length == 0) problems.Add(file, 0, IsEmpty);
        else if (info.Length > (long)mostMebibytes * Mebibyte) problems.Add(file, 0, "kit.file_too_large", ("mebibytes", mostMebibytes));
        else return Text(info, file, problems);
        return null;
    }

    /// <summary>The bytes of a file that is not a text, in this folder or one under it; null after having reported why it cannot be read.</summary>
    public byte[]? ReadBytes(string file, int mostKibibytes, KitProblems problems)
    {
        var info = new FileInfo(Path.Combine(path, file));
        if (info.LinkTarget is not null || IsUnderLink(info.Directory)) problems.Add(file, 0, "kit.link_refused");
        else if (!info.Exists) problems.Add(file, 0, "kit.file_missing");
        else if (info.Length == 0) problems.Add(file, 0, IsEmpty);
        else if (info.Length > (long)mostKibibytes * 1024) problems.Add(file, 0, "kit.document_too_large", ("mebibytes", mostKibibytes / 1024));
        else return Bytes(info, file, problems);
        return null;
    }

    private bool IsUnderLink(DirectoryInfo? folder)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (; folder is not null && folder.FullName.Length > root.Length; folder = folder.Parent)
            if (folder.LinkTarget is not null) return true;
        return false;
    }

    private static byte[]? Bytes(FileInfo info, string file, KitProblems problems)
    {
        try
        {
            return File.ReadAllBytes(info.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(file, 0, "kit.file_unreadable");
            return null;
        }
    }

    /// <summary>What is made of a YAML file, or null after having reported why there is none. Keys that the reading never asks for are reported too.</summary>
    public T? ReadYaml<T>(string file, KitProblems problems, Func<YamlMap, T?> read)
        where T : class
    {
        if (Read(file, problems) is not { } text) return null;
        var found = new YamlProblems(file);
        var made = YamlFile.Read(text, found, read, Languages);
        foreach (var problem in found.InOrder) problems.Add(problem);
        return made;
    }

    private static string? Text(FileInfo info, string file, KitProblems problems)
    {
        byte[] bytes = [];
        try
        {
            bytes = File.ReadAllBytes(info.FullName);
            var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return Strict.GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException wrong)
        {
            problems.Add(file, bytes.AsSpan(0, wrong.Index).Count((byte)'\n') + 1, "kit.not_utf8");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(file, 0, "kit.file_unreadable");
        }

        return null;
    }
}
