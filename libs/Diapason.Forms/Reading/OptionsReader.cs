namespace Diapason.Forms;

/// <summary>Reads lists of options, shared or inline, missing kinds, and items.</summary>
internal static class OptionsReader
{
    public static void ReadShared(YamlMap root, ReadingContext context)
    {
        if (root.Map("lists") is not { } lists) return;
        foreach (var name in lists.Keys.ToList())
            context.Lists[name] = Read(lists, name, context);
        lists.Close();
    }

    public static void ReadMissing(YamlMap root, ReadingContext context)
    {
        if (root.Map("missing") is not { } labels) return;
        foreach (var code in labels.Keys.ToList())
        {
            var kind = MissingCodes.Parse(code);
            if (!MissingCodes.CanBeChosen(kind)) continue;
            context.MissingOptions[kind] = new() { Code = code, Label = labels.Text(code), Missing = kind };
        }

        labels.Close();
    }

    /// <summary>The options under a key: a list, or the name of a shared one.</summary>
    public static IReadOnlyList<Option> Find(YamlMap map, string key, ReadingContext context)
    {
        if (map.IsList(key)) return Read(map, key, context);
        if (!map.Has(key)) context.Log.Add(map.Line, "missing_key", ("key", key));
        if (map.Word(key) is not { } name) return [];
        if (context.Lists.TryGetValue(name, out var shared)) return shared;
        context.Log.Add(map.LineOf(key), "unknown_list", ("list", name));
        return [];
    }

    public static IReadOnlyList<Option> FindMissing(YamlMap map, ReadingContext context)
    {
        var options = new List<Option>();
        foreach (var code in map.Words("missing"))
        {
            if (context.MissingOptions.TryGetValue(MissingCodes.Parse(code), out var option)) options.Add(option);
            else context.Log.Add(map.LineOf("missing"), "unknown_missing", ("code", code));
        }

        return options;
    }

    public static IReadOnlyList<QuestionItem> Items(YamlMap map, ReadingContext context)
    {
        if (!map.Has("items")) context.Log.Add(map.Line, "missing_key", ("key", "items"));
        var items = new List<QuestionItem>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Maps("items"))
        {
            var code = Unique(entry, codes, CodeKind.Name, context);
            items.Add(new(code, entry.Languages(code)));
            entry.Close();
        }

        return items;
    }

    private static List<Option> Read(YamlMap map, string key, ReadingContext context)
    {
        var options = new List<Option>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Maps(key))
        {
            var code = Unique(entry, codes, CodeKind.Option, context);
            options.Add(new()
            {
                Code = code,
                Label = entry.Languages(code),
                Hint = entry.Text("hint"),
                Exclusive = entry.Flag("exclusive"),
                Other = entry.Flag("other"),
            });
            entry.Close();
        }

        return options;
    }

    private static string Unique(YamlMap entry, HashSet<string> codes, CodeKind kind, ReadingContext context)
    {
        var code = entry.NeedCode("code", kind);
        if (code.Length > 0 && !codes.Add(code)) context.Log.Add(entry.Line, "duplicated_code", ("code", code));
        if (MissingCodes.Parse(code) != MissingKind.None) context.Log.Add(entry.Line, "reserved_code", ("code", code));
        return code;
    }
}
