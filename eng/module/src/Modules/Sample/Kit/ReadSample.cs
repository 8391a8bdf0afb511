using Diapason.Platform.Kits;
using Diapason.Sample.Entries;
using Diapason.Yaml;

namespace Diapason.Sample.Kit;

/// <summary>Reads <c>sample.yaml</c>: the entries a council begins with.</summary>
internal static class ReadSample
{
    public const string File = "sample.yaml";

    public static IReadOnlyList<EntryContent>? From(KitFolder folder, KitProblems problems) => folder.ReadYaml(File, problems, root => root.Coded("entries", Entry));

    private static EntryContent Entry(YamlMap node, string code)
    {
        var entry = new EntryContent(code, node.Localized("title"), node.Localized("text"), node.Date("review"));
        if (entry.IsTitleTooLong) node.ReportAt("title", "sample.title_too_long", ("most", EntryContent.LongestTitle));
        return entry;
    }
}
