using System.Globalization;
using Diapason.Platform.Kits;
using YamlDotNet.RepresentationModel;

namespace Diapason.Needs.Kit;

/// <summary>Numbers, unique codes and codes of other files in a kit file, each refused with its place.</summary>
internal sealed class KitValues(KitYaml yaml)
{
    public KitYaml Yaml { get; } = yaml;

    public int Number(YamlMappingNode node, string key, int least, int most)
    {
        var written = Yaml.Text(node, key);
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        if (written.Length > 0) Yaml.Problem(KitYaml.At(node, key), "needs.bad_number", ("key", key), ("least", least), ("most", most));
        return least;
    }

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
        var codes = Yaml.Codes(node, key);
        foreach (var code in codes) Check(KitYaml.At(node, key), key, code, known);
        return codes;
    }

    public string Check(YamlNode at, string key, string code, IReadOnlySet<string> known)
    {
        if (code.Length > 0 && !known.Contains(code)) Yaml.Problem(at, "needs.unknown_code", ("key", key), ("code", code));
        return code;
    }
}
