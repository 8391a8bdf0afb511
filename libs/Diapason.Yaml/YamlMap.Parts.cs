namespace Diapason.Yaml;

/// <content>Mappings and lists under a key.</content>
public sealed partial class YamlMap
{
    /// <summary>A mapping; <see langword="null"/> after a report.</summary>
    public YamlMap? Map(string key)
    {
        if (Find(key) is YamlMap map) return map;
        return Lacks(key) ? null : Wrong<YamlMap?>(key, "mapping", null);
    }

    /// <summary>A mapping, when there is one.</summary>
    public YamlMap? OptionalMap(string key) => IsBlank(key) ? null : Map(key);

    /// <summary>A list of mappings.</summary>
    public IReadOnlyList<YamlMap> Items(string key)
    {
        if (Find(key) is not YamlList list) return Lacks(key) ? [] : Wrong<IReadOnlyList<YamlMap>>(key, "list", []);
        return Only<YamlMap>(list, key, "mapping");
    }

    /// <summary>A list of mappings, when there is one.</summary>
    public IReadOnlyList<YamlMap> OptionalItems(string key) => IsBlank(key) ? [] : Items(key);

    /// <summary>A list of mappings that bear a code each; a code met twice is reported at its second place.</summary>
    public IReadOnlyList<T> Coded<T>(string key, Func<YamlMap, string, T> read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<T>();
        foreach (var item in Items(key))
        {
            var code = item.Text("code");
            if (code.Length > 0 && !seen.Add(code)) item.ReportAt("code", YamlCodes.DuplicateCode, ("code", code));
            all.Add(read(item, code));
        }

        return all;
    }

    /// <summary>A list of codes or words that holds at least one. One text stands for a list of one.</summary>
    public IReadOnlyList<string> Codes(string key)
    {
        if (IsBlank(key)) Lacks(key);
        else if (IsEmptyList(key)) ReportAt(key, YamlCodes.KeyMissing, ("key", key));
        return OptionalCodes(key);
    }

    /// <summary>A list of codes or words, empty when the key is absent. One text stands for a list of one.</summary>
    public IReadOnlyList<string> OptionalCodes(string key)
    {
        if (Find(key) is not YamlList list) return OptionalText(key) is { } one ? [one] : [];
        return [.. Only<YamlText>(list, key, "text").Select(text => text.Value)];
    }

    private List<T> Only<T>(YamlList list, string key, string expected)
        where T : YamlNode
    {
        foreach (var stray in list.Items.Where(item => item is not T))
        {
            stray.IsRefused = true;
            Reading.Problems.Add(stray.Line, stray.Column, YamlCodes.WrongType, ("key", key), ("expected", expected));
        }

        return [.. list.Items.OfType<T>()];
    }
}
