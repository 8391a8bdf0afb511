using Diapason.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Diapason.Platform.Kits;

/// <summary>Reads YAML nodes with the place of each problem: missing keys, wrong kinds, texts that lack a language, keys nobody knows.</summary>
public sealed class KitYaml(string file, KitProblems problems)
{
    /// <summary>The document's root mapping, or null after having reported why there is none.</summary>
    public YamlMappingNode? Parse(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }, ..]) return root;
            problems.Add(file, 1, "kit.not_a_mapping");
        }
        catch (YamlException bad)
        {
            problems.Add(file, (int)bad.Start.Line, "kit.bad_yaml");
        }

        return null;
    }

    public static int Line(YamlNode node) => (int)node.Start.Line;

    public void Problem(YamlNode at, string code, params ReadOnlySpan<(string Name, object? Value)> facts) => problems.Add(file, Line(at), code, facts);

    public static YamlNode? Child(YamlMappingNode parent, string key) => parent.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    /// <summary>A required scalar; an empty string after a report when it is missing.</summary>
    public string Text(YamlMappingNode parent, string key)
    {
        if (OptionalText(parent, key) is { Length: > 0 } value) return value;
        Problem(parent, "kit.key_missing", ("key", key));
        return "";
    }

    public static string? OptionalText(YamlMappingNode parent, string key) => (Child(parent, key) as YamlScalarNode)?.Value;

    /// <summary>A required text in both languages: <c>{fr: …, en: …}</c>.</summary>
    public LocalizedText Localized(YamlMappingNode parent, string key)
    {
        if (Child(parent, key) is not YamlMappingNode node)
        {
            Problem(parent, "kit.key_missing", ("key", key));
            return new LocalizedText("", "");
        }

        var (french, english) = (OptionalText(node, "fr"), OptionalText(node, "en"));
        if (string.IsNullOrWhiteSpace(french)) Problem(node, "kit.translation_missing", ("key", key), ("language", "fr"));
        if (string.IsNullOrWhiteSpace(english)) Problem(node, "kit.translation_missing", ("key", key), ("language", "en"));
        return new LocalizedText(french ?? "", english ?? "");
    }

    public LocalizedText? OptionalLocalized(YamlMappingNode parent, string key) => Child(parent, key) is null ? null : Localized(parent, key);

    /// <summary>A required list of mappings.</summary>
    public IReadOnlyList<YamlMappingNode> Items(YamlMappingNode parent, string key)
    {
        if (Child(parent, key) is not YamlSequenceNode list)
        {
            Problem(parent, "kit.key_missing", ("key", key));
            return [];
        }

        foreach (var stray in list.Children.Where(c => c is not YamlMappingNode)) Problem(stray, "kit.not_a_mapping");
        return [.. list.Children.OfType<YamlMappingNode>()];
    }

    /// <summary>A list of codes, empty when the key is absent. One scalar stands for a list of one.</summary>
    public static IReadOnlyList<string> Codes(YamlMappingNode parent, string key) => Child(parent, key) switch
    {
        YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "")],
        YamlScalarNode { Value: { Length: > 0 } one } => [one],
        _ => [],
    };

    /// <summary>Reports every key outside <paramref name="known"/>: a misspelt key is otherwise lost in silence.</summary>
    public void OnlyKeys(YamlMappingNode node, params ReadOnlySpan<string> known)
    {
        foreach (var key in node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name)) Problem(key, "kit.key_unknown", ("key", (key as YamlScalarNode)?.Value));
    }
}
