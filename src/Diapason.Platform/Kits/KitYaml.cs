using System.Globalization;
using System.Text.Json;
using Diapason.Text;
using YamlDotNet.RepresentationModel;

namespace Diapason.Platform.Kits;

/// <summary>Reads YAML nodes with the place of each problem: missing keys, wrong kinds, texts that lack a language, keys nobody knows.</summary>
/// <param name="languages">Those in which every text must be said, <see cref="KitFolder.Languages"/>; French and English when null.</param>
public sealed class KitYaml(string file, KitProblems problems, IReadOnlyList<string>? languages = null)
{
    public static readonly IReadOnlyList<string> UsualLanguages = [LocalizedText.FrenchCode, LocalizedText.EnglishCode];

    private readonly IReadOnlyList<string> _languages = languages ?? UsualLanguages;

    /// <summary>The document's root mapping, or null after having reported why there is none.</summary>
    public YamlMappingNode? Parse(string text) => KitSource.Open(text, file, problems);

    public static int Line(YamlNode node) => (int)node.Start.Line;

    public void Problem(YamlNode at, string code, params ReadOnlySpan<(string Name, object? Value)> facts) => problems.Add(file, Line(at), code, facts);

    public static YamlNode? Child(YamlMappingNode parent, string key) => parent.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    /// <summary>Where to point for a key: at its value, or at its parent when it is missing.</summary>
    public static YamlNode At(YamlMappingNode parent, string key) => Child(parent, key) ?? parent;

    /// <summary>A required scalar; an empty string after a report when it is missing.</summary>
    public string Text(YamlMappingNode parent, string key)
    {
        if (OptionalText(parent, key) is { Length: > 0 } value) return value;
        if (IsBlank(parent, key)) Missing(parent, key);
        return "";
    }

    public string? OptionalText(YamlMappingNode parent, string key)
    {
        var child = Child(parent, key);
        if (child is YamlScalarNode scalar) return scalar.Value;
        if (child is not null) Wrong(child, key, "text");
        return null;
    }

    /// <summary>A required text in each language of the kit: <c>{fr: …, en: …}</c>.</summary>
    public LocalizedText Localized(YamlMappingNode parent, string key)
    {
        if (Child(parent, key) is YamlMappingNode node) return Languages(node, Child(parent, "code") is YamlScalarNode owner ? $"{owner.Value}.{key}" : key);
        if (IsBlank(parent, key)) Missing(parent, key);
        else Wrong(At(parent, key), key, "fr_and_en");
        return LocalizedText.Empty;
    }

    /// <summary>What is written alike in each language of the kit, such as an address.</summary>
    public LocalizedText InEach(string same) => new(_languages.Select(language => KeyValuePair.Create(language, same)));

    /// <summary>A mapping that is itself a text in each language of the kit.</summary>
    /// <param name="name">What to call it in a problem.</param>
    public LocalizedText Languages(YamlMappingNode node, string name)
    {
        OnlyKeys(node, [.. _languages]);
        foreach (var language in _languages)
            if (Child(node, language) is null or YamlScalarNode && string.IsNullOrWhiteSpace(OptionalText(node, language)))
                Problem(At(node, language), "kit.translation_missing", ("key", name), ("language", language));
        return new LocalizedText(_languages.Select(language => KeyValuePair.Create(language, OptionalText(node, language) ?? "")));
    }

    public LocalizedText? OptionalLocalized(YamlMappingNode parent, string key) => Child(parent, key) is null ? null : Localized(parent, key);

    /// <summary>A required day, <c>2026-11-22</c>.</summary>
    public DateOnly Date(YamlMappingNode parent, string key)
    {
        var written = Text(parent, key);
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (written.Length > 0) Problem(At(parent, key), "kit.bad_date", ("key", key), ("value", written));
        return default;
    }

    public bool Flag(YamlMappingNode parent, string key, bool otherwise = false)
    {
        var written = OptionalText(parent, key);
        if (written is not (null or "true" or "false")) Wrong(At(parent, key), key, "true_or_false");
        return written is null ? otherwise : written == "true";
    }

    /// <summary>A word of a closed set, written in snake case: <c>no_ai</c>.</summary>
    public TEnum Word<TEnum>(YamlMappingNode parent, string key)
        where TEnum : struct, Enum
    {
        var word = Text(parent, key);
        var known = Enum.GetValues<TEnum>().ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
        if (known.TryGetValue(word, out var found)) return found;
        if (word.Length > 0) Problem(At(parent, key), "kit.unknown_word", ("key", key), ("word", word), ("known", string.Join(", ", known.Keys)));
        return default;
    }

    /// <summary>A required list of mappings.</summary>
    public IReadOnlyList<YamlMappingNode> Items(YamlMappingNode parent, string key)
    {
        if (Child(parent, key) is not YamlSequenceNode list)
        {
            if (IsBlank(parent, key)) Missing(parent, key);
            else Wrong(At(parent, key), key, "list");
            return [];
        }

        foreach (var stray in list.Children.Where(c => c is not YamlMappingNode)) Wrong(stray, key, "mapping");
        return [.. list.Children.OfType<YamlMappingNode>()];
    }

    /// <summary>A list of codes, empty when the key is absent. One scalar stands for a list of one.</summary>
    public IReadOnlyList<string> Codes(YamlMappingNode parent, string key)
    {
        if (Child(parent, key) is not YamlSequenceNode list) return OptionalText(parent, key) is { Length: > 0 } one ? [one] : [];
        foreach (var stray in list.Children.Where(c => c is not YamlScalarNode)) Wrong(stray, key, "text");
        return [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "")];
    }

    /// <summary>Reports every key outside <paramref name="known"/>: a misspelt key is otherwise lost in silence.</summary>
    public void OnlyKeys(YamlMappingNode node, params ReadOnlySpan<string> known)
    {
        foreach (var key in node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name)) Problem(key, "kit.key_unknown", ("key", (key as YamlScalarNode)?.Value));
    }

    private static bool IsBlank(YamlMappingNode parent, string key) => Child(parent, key) is null or YamlScalarNode { Value: null or "" };

    private void Missing(YamlMappingNode parent, string key) => Problem(At(parent, key), "kit.key_missing", ("key", key));

    private void Wrong(YamlNode at, string key, string expected) => Problem(at, "kit.wrong_type", ("key", key), ("expected", expected));
}
