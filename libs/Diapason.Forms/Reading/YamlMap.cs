using System.Globalization;
using Diapason.Text;
using YamlDotNet.RepresentationModel;

namespace Diapason.Forms;

/// <summary>One mapping of the file: reads its keys by type, notes what is wrong, and finally what nobody asked for.</summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ReadingContext _context;

    public YamlMap(YamlMappingNode node, ReadingContext context)
    {
        _context = context;
        Line = node.Start.Line;
        foreach (var (key, value) in node.Children)
            if (key is YamlScalarNode { Value: { } name }) _nodes[name] = value;
            else context.Log.Add(key.Start.Line, "wrong_type", ("key", "?"), ("expected", "key"));
    }

    public long Line { get; }

    public long LineOf(string key) => _nodes.TryGetValue(key, out var node) ? node.Start.Line : Line;

    public bool Has(string key) => _nodes.ContainsKey(key);

    public string? Word(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlScalarNode { Value: { } value } && value.Trim().Length > 0) return value.Trim();
        return Wrong(node, key, "text");
    }

    public string NeedWord(string key)
    {
        if (!Has(key)) _context.Log.Add(Line, "missing_key", ("key", key));
        return Word(key) ?? "";
    }

    public string NeedCode(string key, CodeKind kind = CodeKind.Name)
    {
        var code = NeedWord(key);
        if (code.Length > 0 && !IsCode(code, kind)) _context.Log.Add(LineOf(key), "invalid_code", ("code", code));
        return code;
    }

    public bool Flag(string key)
    {
        if (Word(key) is not { } word) return false;
        if (word is not ("true" or "false")) _context.Log.Add(LineOf(key), "wrong_type", ("key", key), ("expected", "true_or_false"));
        return word == "true";
    }

    public decimal? Number(string key)
    {
        if (Word(key) is not { } word) return null;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(word, style, CultureInfo.InvariantCulture, out var number)) return number;
        _context.Log.Add(LineOf(key), "wrong_type", ("key", key), ("expected", "number"));
        return null;
    }

    public int Count(string key, int otherwise = 0)
    {
        var number = Number(key);
        if (number is null) return otherwise;
        if (number >= 0 && number <= 1_000_000 && number == Math.Truncate(number.Value)) return (int)number;
        _context.Log.Add(LineOf(key), "wrong_type", ("key", key), ("expected", "whole_number"));
        return otherwise;
    }

    public DateOnly? Day(string key)
    {
        if (Word(key) is not { } word) return null;
        if (WrittenDate.TryParse(word, out var day)) return day;
        _context.Log.Add(LineOf(key), "wrong_type", ("key", key), ("expected", "date"));
        return null;
    }

    public LocalizedText Text(string key)
    {
        if (Find(key) is not { } node) return LocalizedText.Empty;
        if (node is YamlMappingNode mapping) return new YamlMap(mapping, _context).Languages(Named(key), closed: true);
        Wrong(node, key, "fr_and_en");
        return LocalizedText.Empty;
    }

    public LocalizedText NeedText(string key)
    {
        if (!Has(key)) _context.Log.Add(Line, "missing_key", ("key", key));
        return Text(key);
    }

    /// <summary>The languages written as keys of this very mapping: <c>{ code: x, fr: …, en: … }</c>.</summary>
    public LocalizedText Languages(string key, bool closed = false)
    {
        foreach (var language in _context.Languages)
            if (Find(language) is { } other and not YamlScalarNode) Wrong(other, language, "text");
            else if (string.IsNullOrWhiteSpace((_nodes.GetValueOrDefault(language) as YamlScalarNode)?.Value))
                _context.Log.Add(LineOf(language), "missing_translation", ("key", key), ("language", language));
        var texts = _nodes.Where(pair => pair.Key.Length == 2 && pair.Value is YamlScalarNode).Select(pair => Take(pair.Key, (YamlScalarNode)pair.Value));
        var text = new LocalizedText(texts.ToList()).Typeset();
        if (closed) Close();
        return text;
    }

    public YamlMap? Map(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlMappingNode mapping) return new(mapping, _context);
        Wrong(node, key, "mapping");
        return null;
    }

    public IReadOnlyList<string> Words(string key)
    {
        var words = new List<string>();
        foreach (var node in List(key))
            if (node is YamlScalarNode { Value: { Length: > 0 } value }) words.Add(value);
            else Wrong(node, key, "text");
        return words;
    }

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        var maps = new List<YamlMap>();
        foreach (var node in List(key))
            if (node is YamlMappingNode mapping) maps.Add(new(mapping, _context));
            else Wrong(node, key, "mapping");
        return maps;
    }

    public bool IsList(string key) => _nodes.GetValueOrDefault(key) is YamlSequenceNode;

    public IEnumerable<string> Keys => _nodes.Keys;

    /// <summary>Notes every key that was never asked for.</summary>
    public void Close()
    {
        foreach (var (key, node) in _nodes)
            if (!_known.Contains(key)) _context.Log.Add(node.Start.Line, "unknown_key", ("key", key));
    }

    private static bool IsCode(string code, CodeKind kind)
    {
        if (code.Length > 60 || !(char.IsAsciiLetterLower(code[0]) || (kind == CodeKind.Option && char.IsAsciiDigit(code[0])))) return false;
        foreach (var c in code)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_' && (c != '.' || kind != CodeKind.Question)) return false;
        // "x.missing" is the name of the field that carries the missing kinds of x.
        return code[^1] != '.' && !code.Contains("..", StringComparison.Ordinal) && !code.EndsWith(".missing", StringComparison.Ordinal);
    }

    /// <summary>A key with the code of what it belongs to, so that a problem names the question: <c>threat.title</c>.</summary>
    private string Named(string key) => _nodes.GetValueOrDefault("code") is YamlScalarNode { Value: { Length: > 0 } owner } ? $"{owner}.{key}" : key;

    private KeyValuePair<string, string> Take(string key, YamlScalarNode node)
    {
        _known.Add(key);
        return new(key, node.Value?.Trim() ?? "");
    }

    private IEnumerable<YamlNode> List(string key)
    {
        if (Find(key) is not { } node) return [];
        if (node is not YamlSequenceNode list)
        {
            Wrong(node, key, "list");
            return [];
        }

        if (list.Children.Count == 0) _context.Log.Add(node.Start.Line, "empty_list", ("key", key));
        return list.Children;
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return _nodes.GetValueOrDefault(key);
    }

    private string? Wrong(YamlNode node, string key, string expected)
    {
        _context.Log.Add(node.Start.Line, "wrong_type", ("key", key), ("expected", expected));
        return null;
    }
}

/// <summary>What a code names, which decides how it may be spelt: lower-case letters, digits and <c>_</c> always.</summary>
internal enum CodeKind
{
    /// <summary>A section, a page, an item: starts with a letter.</summary>
    Name,

    /// <summary>A question: may have parts, such as <c>open.hope</c>.</summary>
    Question,

    /// <summary>An option: may start with a digit, for scales.</summary>
    Option,
}
