using System.Globalization;

namespace Diapason.Yaml;

/// <summary>
/// Keys and values: reads each by its type and notes what is wrong. A method named plainly reads what must be there; <c>Optional…</c> what may be left out. After a
/// report it gives an empty value, so that one reading tells everything.
/// </summary>
public sealed partial class YamlMap : YamlNode
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<Absence> _absences = [];

    internal YamlMap(int line, int column, YamlReading reading)
        : base(line, column) => Reading = reading;

    /// <summary>What every value of the file shares.</summary>
    public YamlReading Reading { get; }

    /// <summary>The keys, in the order of the file.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    internal IReadOnlyDictionary<string, Entry> Entries => _entries;

    internal IReadOnlySet<string> Asked => _asked;

    internal IReadOnlyList<Absence> Absences => _absences;

    internal bool IgnoresRest { get; private set; }

    /// <summary>Whether a key is there, whatever it holds; it then counts as read.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Whether a key holds a list.</summary>
    public bool IsList(string key) => _entries.TryGetValue(key, out var entry) && entry.Value is YamlList;

    /// <summary>Whether a key holds a text, rather than a list or a mapping.</summary>
    public bool IsText(string key) => _entries.TryGetValue(key, out var entry) && entry.Value is YamlText;

    /// <summary>Whether a key holds a list of nothing.</summary>
    public bool IsEmptyList(string key) => _entries.TryGetValue(key, out var entry) && entry.Value is YamlList { Items.Count: 0 };

    /// <summary>The line of a key's value; the mapping's own when the key is absent.</summary>
    public int LineOf(string key) => At(key).Line;

    /// <summary>Notes something wrong with the mapping.</summary>
    public void Report(string code, params ReadOnlySpan<(string Name, object? Value)> facts) => Reading.Problems.Add(Line, Column, code, facts);

    /// <summary>Notes something wrong with a key: at its value, or at the mapping when the key is absent.</summary>
    public void ReportAt(string key, string code, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var at = At(key);
        Reading.Problems.Add(at.Line, at.Column, code, facts);
    }

    /// <summary>Notes something wrong where a dotted path leads (<c>help.0.answer.fr</c>), or at the last part of it that is there.</summary>
    public void ReportWithin(string path, string code, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        YamlNode at = this;
        foreach (var step in path.Split('.'))
        {
            if (at is YamlMap map && map._entries.TryGetValue(step, out var entry)) at = entry.Value;
            else if (at is YamlList list && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count) at = list.Items[index];
            else break;
        }

        Reading.Problems.Add(at.Line, at.Column, code, facts);
    }

    /// <summary>Leaves what was not read in peace: something already reported makes it meaningless.</summary>
    public void IgnoreRest() => IgnoresRest = true;

    internal bool TryAdd(string name, YamlNode key, YamlNode value) => _entries.TryAdd(name, new Entry(key, value));

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return _entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    private bool IsBlank(string key) => Find(key) is null or YamlText { Value.Length: 0 };

    /// <summary>Where a key's value is; the mapping itself when the key is absent.</summary>
    public YamlNode At(string key) => _entries.TryGetValue(key, out var entry) ? entry.Value : this;

    // What is absent is told at the end, once it is known whether another key was written in its place.
    private bool Lacks(string key)
    {
        if (Find(key) is { } value and not YamlText { Value.Length: 0 }) return value.IsRefused;
        if (Has(key)) ReportAt(key, YamlCodes.KeyMissing, ("key", key));
        else _absences.Add(new(key, YamlCodes.KeyMissing, [("key", key)]));
        return true;
    }

    private T Wrong<T>(string key, string expected, T instead)
    {
        var at = At(key);
        at.IsRefused = true;
        Reading.Problems.Add(at.Line, at.Column, YamlCodes.WrongType, ("key", key), ("expected", expected));
        return instead;
    }

    /// <summary>A key with the code of what it belongs to, so that a problem names it: <c>threat.title</c>.</summary>
    private string Named(string key) => _entries.TryGetValue("code", out var owner) && owner.Value is YamlText { Value: { Length: > 0 } code } ? $"{code}.{key}" : key;

    internal readonly record struct Entry(YamlNode Key, YamlNode Value);

    /// <summary>A key that was asked for and is not there, with what to say of it.</summary>
    internal sealed record Absence(string Key, string Code, (string Name, object? Value)[] Facts);
}
