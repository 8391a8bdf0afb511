using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Diapason.Forms;

/// <summary>A questionnaire's file read from JSON.</summary>
/// <param name="Yaml">The same file as it is kept; empty when the text is no JSON of this shape.</param>
/// <param name="Line">The line of what is wrong, from 1; 0 when nothing is.</param>
/// <param name="Code">What is wrong: <c>json_broken</c>, <c>json_shape</c>; empty when nothing is.</param>
public sealed record JsonReading(string Yaml, int Line, string Code);

/// <summary>
/// A questionnaire's file as JSON: the keys of its YAML, in its order, with numbers and truths as such (<c>kits/schema/questionnaire.schema.json</c>). What
/// is written is read back as the same draft, letter by letter.
/// </summary>
public static class QuestionnaireJson
{
    private const int Deepest = 16, LongestKey = 60;
    private static readonly JsonWriterOptions Written = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };
    private static readonly HashSet<string> Wholes = new(StringComparer.Ordinal) { "minutes", "decimals", "max_length", "top" };
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "min", "max", "total", "tolerance" };
    private static readonly HashSet<string> Truths = new(StringComparer.Ordinal) { "required", "exclusive", "other", "shown" };

    /// <summary>The whole file, indented, with a line end.</summary>
    public static string Write(Draft draft)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Written)) Write(json, WriteDraft.Keys(draft));
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>Reads what <see cref="Write(Draft)"/> or anybody wrote. Whether it makes a questionnaire is for <see cref="QuestionnaireReader"/> to say.</summary>
    public static JsonReading Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object && Keys(document.RootElement) is { } keys ? new(YamlText.Write(keys), 0, "") : new("", 1, "json_shape");
        }
        catch (JsonException broken)
        {
            return new("", (int)Math.Min((broken.LineNumber ?? 0) + 1, int.MaxValue), "json_broken");
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of signs, alone.
            return new("", 1, "json_broken");
        }
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<(string Key, object Value)> keys)
    {
        json.WriteStartObject();
        foreach (var (key, value) in keys.Where(pair => !YamlText.IsEmpty(pair.Value)).DistinctBy(pair => pair.Key))
        {
            json.WritePropertyName(key);
            Write(json, key, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, object value)
    {
        switch (value)
        {
            case string text when Truths.Contains(key) && text is "true" or "false": json.WriteBooleanValue(text == "true"); break;
            case string text when IsFigure(key, text): json.WriteRawValue(text); break;
            case string text: json.WriteStringValue(text); break;
            case IReadOnlyList<(string Key, object Value)> keys: Write(json, keys); break;
            case IReadOnlyList<object> items:
                json.WriteStartArray();
                foreach (var item in items) Write(json, "", item);
                json.WriteEndArray();
                break;
        }
    }

    // Only what is written in the one way in which it would be read back.
    private static bool IsFigure(string key, string text) =>
        (Wholes.Contains(key) || Numbers.Contains(key)) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text && (Numbers.Contains(key) || number % 1 == 0);

    /// <summary>Null where a key is no key of a file, or a value is nothing.</summary>
    private static List<(string Key, object Value)>? Keys(JsonElement element)
    {
        var keys = new List<(string Key, object Value)>();
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name.Length is 0 or > LongestKey || property.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')) || Value(property.Value) is not { } value) return null;
            keys.Add((property.Name, value));
        }

        return keys;
    }

    private static object? Value(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String: return element.GetString();
            case JsonValueKind.Number: return element.GetRawText();
            case JsonValueKind.True: return "true";
            case JsonValueKind.False: return "false";
            case JsonValueKind.Object: return Keys(element);
            case JsonValueKind.Array:
                var items = element.EnumerateArray().Select(Value).ToList();
                return items.Contains(null) ? null : items.OfType<object>().ToList();
            default: return null;
        }
    }
}
