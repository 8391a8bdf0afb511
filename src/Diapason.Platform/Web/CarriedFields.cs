using System.Text.Json;

namespace Diapason.Platform.Web;

/// <summary>The fields of a page as it was opened, carried by its own form: what its author changed is then told from what somebody else changed meanwhile.</summary>
public static class CarriedFields
{
    public static string Write(IReadOnlyDictionary<string, string> fields) => JsonSerializer.Serialize(fields);

    /// <summary>Empty when the form carries none, or something else.</summary>
    public static IReadOnlyDictionary<string, string> Read(string carried)
    {
        try
        {
            return carried.Length == 0 ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string?>>(carried)?.ToDictionary(pair => pair.Key, pair => pair.Value ?? "") ?? [];
        }
        catch (JsonException)
        {
            return new Dictionary<string, string>();
        }
    }
}
