using System.Text.Json;
using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>What was typed in a draft's fields and is not an answer yet: letters where a number is asked, a text too long, a choice too many.</summary>
internal sealed class TypedFields
{
    /// <summary>The most characters kept of one page: more is refused while its author looks on.</summary>
    public const int Largest = 20_000;

    private readonly Dictionary<string, string[]> _fields;

    private TypedFields(Dictionary<string, string[]> fields) => _fields = fields;

    public static TypedFields None { get; } = new([]);

    public static TypedFields Parse(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? []);

    public string ToJson() => JsonSerializer.Serialize(_fields);

    /// <summary>These with what a page changes: null takes a field out.</summary>
    public TypedFields With(IReadOnlyDictionary<string, string[]?> page)
    {
        var fields = new Dictionary<string, string[]>(_fields);
        foreach (var (name, values) in page)
            if (values is null) fields.Remove(name);
            else fields[name] = values;
        return new TypedFields(fields);
    }

    /// <summary>Null when what the field holds is its stored answer.</summary>
    public IReadOnlyList<string>? Of(string field) => _fields.GetValueOrDefault(field);

    public bool HasAny(Page page) => _fields.Count > 0 && page.Questions.Any(question => question.Fields.Any(field => _fields.ContainsKey(field.Name)));
}
