using System.Globalization;
using Diapason.Platform.Kits;
using YamlDotNet.RepresentationModel;

namespace Diapason.Needs.Kit;

/// <summary>Numbers, dates, closed words and unique codes of a kit file, each refused with its place.</summary>
internal sealed class KitValues(KitYaml yaml)
{
    public KitYaml Yaml { get; } = yaml;

    public int Number(YamlMappingNode node, string key, int least, int most)
    {
        if (int.TryParse(Yaml.Text(node, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Yaml.Problem(node, "needs.bad_number", ("key", key), ("least", least), ("most", most));
        return least;
    }

    public DateOnly Date(YamlMappingNode node, string key)
    {
        if (DateOnly.TryParseExact(Yaml.Text(node, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Yaml.Problem(node, "needs.bad_date", ("key", key));
        return default;
    }

    /// <summary>A word of a closed set, written in snake case: <c>no_ai</c>.</summary>
    public TEnum Word<TEnum>(YamlMappingNode node, string key)
        where TEnum : struct, Enum
    {
        var word = Yaml.Text(node, key);
        if (Enum.TryParse<TEnum>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && !char.IsAsciiDigit(word[0])) return value;
        Yaml.Problem(node, "needs.unknown_word", ("key", key), ("word", word));
        return default;
    }

    public static bool Flag(YamlMappingNode node, string key) => KitYaml.OptionalText(node, key) == "true";

    /// <summary>A list of coded things; a code met twice is reported at its second place.</summary>
    public IReadOnlyList<T> Coded<T>(YamlMappingNode parent, string key, Func<YamlMappingNode, string, T> read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<T>();
        foreach (var node in Yaml.Items(parent, key))
        {
            var code = Yaml.Text(node, "code");
            if (code.Length > 0 && !seen.Add(code)) Yaml.Problem(node, "kit.duplicate_code", ("code", code));
            all.Add(read(node, code));
        }

        return all;
    }

    /// <summary>A list of codes, each of which must be known.</summary>
    public IReadOnlyList<string> Known(YamlMappingNode node, string key, IReadOnlySet<string> known)
    {
        var codes = KitYaml.Codes(node, key);
        foreach (var code in codes) Check(node, key, code, known);
        return codes;
    }

    public string Check(YamlNode at, string key, string code, IReadOnlySet<string> known)
    {
        if (code.Length > 0 && !known.Contains(code)) Yaml.Problem(at, "needs.unknown_code", ("key", key), ("code", code));
        return code;
    }
}
