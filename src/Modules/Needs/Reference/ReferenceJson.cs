using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diapason.Needs.Reference;

/// <summary>The stored form of the reference and of paths: camel case, enums by name.</summary>
internal static class ReferenceJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(NeedsReference reference) => JsonSerializer.Serialize(reference, Options);

    public static NeedsReference Read(string document) => JsonSerializer.Deserialize<NeedsReference>(document, Options)!;
}
