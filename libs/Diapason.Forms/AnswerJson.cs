using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Diapason.Forms;

/// <summary>Reads and writes answers as flat JSON, without reflection.</summary>
internal static class AnswerJson
{
    // Readable accents in the database; pages encode what they show by themselves.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static AnswerSet Read(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty) return AnswerSet.Empty;
        var reader = new Utf8JsonReader(json);
        var values = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw Unexpected();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var code = reader.GetString()!;
            reader.Read();
            values[code] = ReadValue(ref reader);
        }

        return values.Count == 0 ? AnswerSet.Empty : new(values);
    }

    public static byte[] Write(Dictionary<string, AnswerValue> values) => Write(values, []);

    public static byte[] Write(Dictionary<string, AnswerValue> values, IReadOnlyCollection<string> takenBack)
    {
        var buffer = new ArrayBufferWriter<byte>(64 + (values.Count * 32));
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        foreach (var (code, value) in values) WriteValue(writer, code, value);
        foreach (var code in takenBack)
            if (!values.ContainsKey(code)) writer.WriteNull(code);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, string code, AnswerValue value)
    {
        switch (value.Kind)
        {
            case AnswerKind.Text: writer.WriteString(code, value.Text); break;
            case AnswerKind.Number: writer.WriteNumber(code, value.Number); break;
            case AnswerKind.Codes:
                writer.WriteStartArray(code);
                foreach (var chosen in value.Codes) writer.WriteStringValue(chosen);
                writer.WriteEndArray();
                break;
            case AnswerKind.Missing:
                writer.WriteStartObject(code);
                writer.WriteString("missing"u8, MissingCodes.Of(value.Missing));
                writer.WriteEndObject();
                break;
        }
    }

    private static AnswerValue ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => AnswerValue.Of(reader.GetString()!),
        JsonTokenType.Number => AnswerValue.Of(reader.GetDecimal()),
        JsonTokenType.StartArray => ReadCodes(ref reader),
        JsonTokenType.StartObject => AnswerValue.Of(ReadMissing(ref reader)),
        _ => throw Unexpected(),
    };

    private static AnswerValue ReadCodes(ref Utf8JsonReader reader)
    {
        var codes = new List<string>(4);
        while (reader.Read() && reader.TokenType == JsonTokenType.String) codes.Add(reader.GetString()!);
        return reader.TokenType == JsonTokenType.EndArray ? AnswerValue.Of([.. codes]) : throw Unexpected();
    }

    public static MissingKind ReadMissing(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || !reader.ValueTextEquals("missing"u8) || !reader.Read() || reader.TokenType != JsonTokenType.String) throw Unexpected();
        var kind = MissingCodes.Parse(reader.GetString());
        if (kind == MissingKind.None || !reader.Read() || reader.TokenType != JsonTokenType.EndObject) throw Unexpected();
        return kind;
    }

    // Says nothing of the content: an exception must not carry an answer into a log.
    public static JsonException Unexpected() => new("The stored answers are not a flat object of answers.");
}
