using Diapason.Needs.Kit;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;

namespace Diapason.Tests.Needs;

/// <summary>The kit of this repository, and copies of it to spoil.</summary>
internal static class DemonstrationKit
{
    public static string Folder { get; } = Find();

    public static NeedsReference Reference { get; } = Read();

    /// <summary>A copy in which one text of one file is replaced once; the caller deletes it.</summary>
    public static string Spoiled(string file, string text, string replacement)
    {
        var copy = Copy();
        Replace(copy, file, text, replacement);
        return copy;
    }

    /// <summary>The caller deletes it.</summary>
    public static string Copy()
    {
        var copy = Directory.CreateTempSubdirectory("diapason-kit-").FullName;
        foreach (var source in Directory.GetFiles(Folder)) File.Copy(source, Path.Combine(copy, Path.GetFileName(source)));
        foreach (var source in Directory.GetFiles(Path.Combine(Folder, "documents"), "*.*", SearchOption.AllDirectories).Where(s => Path.GetFileName(Path.GetDirectoryName(s)) is "fr" or "en"))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        return copy;
    }

    /// <summary>Replaces one text of one file of a copy, once.</summary>
    public static void Replace(string kit, string file, string text, string replacement)
    {
        var path = Path.Combine(kit, file);
        var whole = File.ReadAllText(path);
        var at = whole.IndexOf(text, StringComparison.Ordinal);
        if (at < 0) throw new InvalidOperationException($"{file} does not hold « {text} »");
        File.WriteAllText(path, whole[..at] + replacement + whole[(at + text.Length)..]);
    }

    private static NeedsReference Read()
    {
        var (folder, problems) = (new KitFolder(Folder), new KitProblems());
        var reference = ReadReference.From(folder, problems)!.Reference;
        return problems.Any ? throw new InvalidOperationException(string.Join('\n', problems.All)) : ReferenceJson.Read(ReferenceJson.Write(reference));
    }

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Directory.Exists(Path.Combine(folder, "kits", "ia-en-culture"))) return Path.Combine(folder, "kits", "ia-en-culture");
        throw new InvalidOperationException("The demonstration kit was not found.");
    }
}
