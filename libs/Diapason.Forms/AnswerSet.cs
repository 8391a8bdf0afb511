using System.Collections;
using System.Text;
using System.Text.Json;

namespace Diapason.Forms;

/// <summary>
/// The answers of one person, variable code to value; never changes once made. Stored as one flat JSON object whose
/// top-level keys can be merged by SQLite's <c>json_patch</c> and PostgreSQL's <c>||</c> alike.
/// </summary>
public sealed class AnswerSet : IEnumerable<KeyValuePair<string, AnswerValue>>
{
    private readonly Dictionary<string, AnswerValue> _values;

    internal AnswerSet(Dictionary<string, AnswerValue> values) => _values = values;

    /// <summary>No answers.</summary>
    public static AnswerSet Empty { get; } = new([]);

    /// <summary>How many variables hold a value, missing kinds included.</summary>
    public int Count => _values.Count;

    /// <summary>The value of a variable; of kind <see cref="AnswerKind.None"/> when it was never met.</summary>
    public AnswerValue this[string variable] => _values.GetValueOrDefault(variable);

    /// <summary>Makes a set; a repeated code keeps its last value.</summary>
    public static AnswerSet From(IEnumerable<KeyValuePair<string, AnswerValue>> values)
    {
        var copy = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        foreach (var (code, value) in values) copy[code] = value;
        return new(copy);
    }

    /// <summary>Reads the stored JSON.</summary>
    /// <exception cref="JsonException">The text is not a flat object of answers.</exception>
    public static AnswerSet Parse(string json) => string.IsNullOrEmpty(json) ? Empty : Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads the stored JSON from UTF-8 bytes.</summary>
    /// <exception cref="JsonException">The text is not a flat object of answers.</exception>
    public static AnswerSet Parse(ReadOnlySpan<byte> utf8Json) => AnswerJson.Read(utf8Json);

    /// <summary>Whether the variable was met, answered or not.</summary>
    public bool Has(string variable) => _values.ContainsKey(variable);

    /// <summary>The value of a variable, when it was met.</summary>
    public bool TryGet(string variable, out AnswerValue value) => _values.TryGetValue(variable, out value);

    /// <summary>A copy where the other set's values win, as the database's merge does.</summary>
    public AnswerSet Merge(AnswerSet page)
    {
        var merged = new Dictionary<string, AnswerValue>(_values);
        foreach (var (code, value) in page._values) merged[code] = value;
        return new(merged);
    }

    /// <summary>A copy with one value replaced.</summary>
    public AnswerSet With(string variable, AnswerValue value) => new(new Dictionary<string, AnswerValue>(_values) { [variable] = value });

    /// <summary>A copy without some variables.</summary>
    public AnswerSet Without(IEnumerable<string> variables)
    {
        var kept = new Dictionary<string, AnswerValue>(_values);
        foreach (var code in variables) kept.Remove(code);
        return new(kept);
    }

    /// <summary>The stored JSON, one top-level key per variable.</summary>
    public string ToJson() => Encoding.UTF8.GetString(ToUtf8Json());

    /// <summary>A JSON merge patch (RFC 7396) for the stored object: these values, and <c>null</c> for the variables taken back.</summary>
    /// <param name="takenBack">Codes of variables whose answer is removed; one that also has a value here keeps its value.</param>
    public string ToMergePatch(IReadOnlyCollection<string> takenBack) => Encoding.UTF8.GetString(AnswerJson.Write(_values, takenBack));

    /// <summary>The stored JSON as UTF-8 bytes.</summary>
    public byte[] ToUtf8Json() => AnswerJson.Write(_values);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, AnswerValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
