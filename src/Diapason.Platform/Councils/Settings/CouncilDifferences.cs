using System.Text.Json;
using Diapason.Platform.Audit;

namespace Diapason.Platform.Councils;

/// <summary>What two states of a council do not say alike, field by field, under the names its page has: for the trail.</summary>
internal static class CouncilDifferences
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="was">The council before.</param>
    /// <param name="now">What it becomes.</param>
    public static IReadOnlyList<FieldChange> Between(CouncilChange was, CouncilChange now)
    {
        var (before, after) = (Flat(was), Flat(now));
        return [.. before.Keys.Union(after.Keys)
            .Select(field => (Field: field, Before: before.GetValueOrDefault(field, ""), After: after.GetValueOrDefault(field, "")))
            .Where(pair => pair.Before != pair.After)
            .Select(pair => IsSomeones(pair.Field) ? FieldChange.OfSomeone(pair.Field) : FieldChange.Of(pair.Field, pair.Before, pair.After))
            .Take(FieldChange.Most)];
    }

    private static bool IsSomeones(string field) => field.StartsWith("contact.", StringComparison.Ordinal);

    private static Dictionary<string, string> Flat(CouncilChange council)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(JsonSerializer.SerializeToElement(council.Name, Options), "name", values);
        Flatten(JsonSerializer.SerializeToElement(council.Purpose, Options), "purpose", values);
        Flatten(JsonSerializer.SerializeToElement(council.Settings, Options), "", values);
        values["languages"] = string.Join(", ", council.Settings.Languages);
        // Their moves are facts of the act on their own.
        values.Remove("row_threshold");
        values.Remove("retention_months");
        return values;
    }

    private static void Flatten(JsonElement element, string path, Dictionary<string, string> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", values);
                break;
            case JsonValueKind.Array when path != "languages":
                foreach (var (i, item) in element.EnumerateArray().Index()) Flatten(item, $"{path}.{i}", values);
                break;
            case JsonValueKind.Null or JsonValueKind.Array:
                break;
            default:
                values[path] = element.ToString();
                break;
        }
    }
}
