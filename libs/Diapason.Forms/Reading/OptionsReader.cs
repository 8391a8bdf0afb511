using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>Reads lists of options, shared or inline, missing kinds, and items.</summary>
internal static class OptionsReader
{
    public static void ReadShared(YamlMap root, ReadingContext context)
    {
        if (root.OptionalMap("lists") is not { } lists) return;
        foreach (var name in lists.Keys) context.Lists[name] = Read(lists, name, context);
    }

    public static void ReadMissing(YamlMap root, ReadingContext context)
    {
        if (root.OptionalMap("missing") is not { } labels) return;
        foreach (var code in labels.Keys)
        {
            var kind = MissingCodes.Parse(code);
            if (MissingCodes.CanBeChosen(kind)) context.MissingOptions[kind] = new() { Code = code, Label = labels.Said(code), Missing = kind };
        }
    }

    /// <summary>The options under a key: a list, or the name of a shared one.</summary>
    public static IReadOnlyList<Option> Find(YamlMap map, string key, ReadingContext context)
    {
        if (map.IsList(key)) return Read(map, key, context);
        if (map.Text(key) is not { Length: > 0 } name) return [];
        if (context.Lists.TryGetValue(name, out var shared)) return shared;
        map.ReportAt(key, "unknown_list", ("list", name));
        return [];
    }

    public static IReadOnlyList<Option> FindMissing(YamlMap map, ReadingContext context)
    {
        var options = new List<Option>();
        foreach (var code in map.FilledCodes("missing"))
        {
            if (context.MissingOptions.TryGetValue(MissingCodes.Parse(code), out var option)) options.Add(option);
            else map.ReportAt("missing", "unknown_missing", ("code", code));
        }

        return options;
    }

    public static IReadOnlyList<QuestionItem> Items(YamlMap map)
    {
        var items = new List<QuestionItem>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.FilledItems("items"))
        {
            var code = Unique(entry, codes, CodeKind.Name);
            items.Add(new(code, entry.Languages().Typeset()));
        }

        return items;
    }

    private static List<Option> Read(YamlMap map, string key, ReadingContext context)
    {
        var options = new List<Option>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.FilledItems(key))
        {
            var code = Unique(entry, codes, CodeKind.Option);
            options.Add(new()
            {
                Code = code,
                Label = entry.Languages().Typeset(),
                Hint = entry.OptionalSaid("hint"),
                Image = ImageReader.Read(entry),
                Exclusive = entry.Flag("exclusive"),
                Other = entry.Flag("other"),
                When = ConditionReader.Read(entry, context),
            });
        }

        return options;
    }

    private static string Unique(YamlMap entry, HashSet<string> codes, CodeKind kind)
    {
        var code = entry.Code("code", kind);
        if (code.Length > 0 && !codes.Add(code)) entry.ReportAt("code", "duplicated_code", ("code", code));
        if (MissingCodes.Parse(code) != MissingKind.None) entry.ReportAt("code", "reserved_code", ("code", code));
        return code;
    }
}
