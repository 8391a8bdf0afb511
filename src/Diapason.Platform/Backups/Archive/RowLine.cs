using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Diapason.Platform.Backups.Rows;

namespace Diapason.Platform.Backups.Archive;

/// <summary>A row as a line of JSON: an array in the order of the columns. Bytes are <c>{"base64":"…"}</c>; ids, moments and days are text, as the kind of the column says.</summary>
internal static class RowLine
{
    private const string Base64 = "base64";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IBufferWriter<byte> output, object?[] values)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartArray();
            foreach (var value in values) Write(json, value);
            json.WriteEndArray();
        }

        output.Write("\n"u8);
    }

    public static object?[] Read(ReadOnlySpan<byte> line, TableShape table)
    {
        var json = new Utf8JsonReader(line);
        var values = new object?[table.Columns.Count];
        json.Read();
        for (var i = 0; i < values.Length; i++)
        {
            json.Read();
            values[i] = Value(ref json, table.Columns[i].Kind);
        }

        return json.Read() && json.TokenType == JsonTokenType.EndArray ? values : throw new JsonException();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case Guid id: json.WriteStringValue(id); break;
            case DateTime at: json.WriteStringValue(at.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateOnly day: json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture)); break;
            case byte[] bytes:
                json.WriteStartObject();
                json.WriteBase64String(Base64, bytes);
                json.WriteEndObject();
                break;
            default: throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static object? Value(ref Utf8JsonReader json, ValueKind kind)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null: return null;
            case JsonTokenType.True or JsonTokenType.False: return json.GetBoolean();
            case JsonTokenType.Number: return kind != ValueKind.Number && json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble();
            case JsonTokenType.String:
                return kind switch
                {
                    ValueKind.Uuid => json.GetGuid(),
                    ValueKind.Moment => DateTime.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                    ValueKind.Day => DateOnly.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture),
                    _ => json.GetString(),
                };
            case JsonTokenType.StartObject when json.Read() && json.ValueTextEquals(Base64) && json.Read():
                var bytes = json.GetBytesFromBase64();
                json.Read();
                return bytes;
            default: throw new JsonException();
        }
    }
}
