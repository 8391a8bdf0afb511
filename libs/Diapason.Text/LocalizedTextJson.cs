using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diapason.Text;

/// <summary>Source-generated JSON metadata, so that a trimmed or reflection-free program can read and write texts.</summary>
[JsonSerializable(typeof(LocalizedText))]
internal sealed partial class LocalizedTextJson : JsonSerializerContext;

/// <summary>Writes a <see cref="LocalizedText"/> as an object of language codes, those that say something.</summary>
internal sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A localised text is an object of strings.");
        var texts = new List<KeyValuePair<string, string>>(2);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString()!;
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                throw new JsonException("A localised text is an object of strings.");
            texts.Add(new(language, reader.GetString() ?? ""));
        }

        return new LocalizedText(texts);
    }

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value.All) writer.WriteString(language, text);
        writer.WriteEndObject();
    }
}
