using System.Text.Json;

namespace Diapason.Deliberation;

/// <summary>Where an earlier analysis ended, read from its JSON: Polis's own (<c>group-clusters</c>, <c>base-clusters</c>, <c>in-conv</c>), ours (<c>groups</c>, <c>base_clusters</c>, <c>included</c>), or a list of <c>[x, y]</c>.</summary>
/// <param name="Centres">From where to start.</param>
/// <param name="Included">Participants counted in, by identifier.</param>
public sealed record EarlierResult(StartingCentres Centres, IReadOnlyList<string> Included)
{
    /// <summary>Reads it.</summary>
    /// <param name="json">The whole text.</param>
    /// <returns>Null when it is no JSON, holds no centre of a group, or a centre that is not two finite numbers.</returns>
    public static EarlierResult? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array) return Checked(new(new([.. root.EnumerateArray().Select(Place)], []), []));
            var groups = Of(root, "group-clusters", "groups") is { } list ? list.EnumerateArray().Select(Centre).ToList() : [];
            var included = Of(root, "in-conv", "included") is { } people ? people.EnumerateArray().Select(one => one.ToString()).ToList() : [];
            return Checked(new(new(groups, Bases(root)), included));
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static EarlierResult? Checked(EarlierResult read) =>
        read.Centres.Groups.Count > 0 && read.Centres.Groups.Concat(read.Centres.Bases).All(one => double.IsFinite(one.X) && double.IsFinite(one.Y)) ? read : null;

    private static Point[] Bases(JsonElement root) => Of(root, "base-clusters", "base_clusters") switch
    {
        { ValueKind: JsonValueKind.Object } apart => [.. apart.GetProperty("x").EnumerateArray().Zip(apart.GetProperty("y").EnumerateArray(), (x, y) => new Point(x.GetDouble(), y.GetDouble()))],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(Centre)],
        _ => [],
    };

    private static JsonElement? Of(JsonElement root, params string[] names)
    {
        foreach (var name in names)
            if (root.TryGetProperty(name, out var found)) return found;
        return null;
    }

    private static Point Centre(JsonElement cluster) => Of(cluster, "center", "centre") is { } centre ? Place(centre) : throw new FormatException("A cluster without a centre.");

    private static Point Place(JsonElement pair) => pair.GetArrayLength() == 2 ? new(pair[0].GetDouble(), pair[1].GetDouble()) : throw new FormatException("A centre is two numbers.");
}
