using System.Text.Json;
using System.Text.Json.Serialization;
using Diapason.Statistics.Publication;

namespace Diapason.Studies.Publishing;

/// <summary>How editions and what they need are written: the same bytes for the same content.</summary>
internal static class StudiesJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        // Pairs are tuples.
        IncludeFields = true,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(), new RoundedBaseConverter() },
    };

    public static string Write<T>(T content) => JsonSerializer.Serialize(content, Options);

    public static T Read<T>(string content) => JsonSerializer.Deserialize<T>(content, Options)!;

    /// <summary>A number of people is written as it is shown; the band follows from it.</summary>
    private sealed class RoundedBaseConverter : JsonConverter<RoundedBase>
    {
        public override RoundedBase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => RoundedBase.Of(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, RoundedBase value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
