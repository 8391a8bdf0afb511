using System.Text.Json;

namespace Diapason.Statistics.Tests;

/// <summary>R's numbers and the data they were computed from.</summary>
internal static class Oracle
{
    private static readonly Dictionary<string, JsonElement> Values = [];
    private static readonly Dictionary<string, SurveyData> Tables = [];

    /// <summary>Where the reference values are: the committed ones, or those R has just computed, named by <c>DIAPASON_ORACLES</c>.</summary>
    public static string Folder => Environment.GetEnvironmentVariable("DIAPASON_ORACLES") is { Length: > 0 } fresh ? fresh : Path.Combine(Root, "tests", "oracles");

    public static string Root { get; } = FindRoot();

    public static JsonElement Of(string key, string set = "survey") => All(set).GetProperty(key);

    /// <summary>Every value of a set.</summary>
    public static JsonElement All(string set)
    {
        lock (Values)
        {
            if (!Values.TryGetValue(set, out var all))
                Values[set] = all = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, set, "reference.json"))).RootElement;
            return all;
        }
    }

    /// <summary>A data set whose columns are categorical but for those named.</summary>
    public static SurveyData Data(string name, params string[] numeric) => DataOf("survey", name, numeric);

    /// <summary>As above from another set.</summary>
    public static SurveyData DataOf(string set, string name, params string[] numeric)
    {
        lock (Tables)
        {
            var key = set + "|" + name + "|" + string.Join('|', numeric);
            if (!Tables.TryGetValue(key, out var data))
                Tables[key] = data = Csv.Parse(File.ReadAllText(Path.Combine(Folder, set, "data", name + ".csv")), numeric);
            return data;
        }
    }

    public static double[] Numbers(this JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? element.EnumerateArray().SelectMany(e => e.Numbers()).ToArray()
        : [element.ValueKind == JsonValueKind.Null ? double.NaN : element.GetDouble()];

    public static double[] Numbers(this JsonElement element, string property) => element.GetProperty(property).Numbers();

    /// <summary>Relative agreement, absolute below one in a million million.</summary>
    public static void ShouldAgree(this double actual, double expected, double tolerance = 1e-9, string what = "")
    {
        if (double.IsNaN(actual) && double.IsNaN(expected))
            return;
        var gap = Math.Abs(actual - expected);
        if (!(gap <= tolerance * Math.Abs(expected)) && !(gap <= 1e-12))
            throw new ShouldAssertException($"{what}: {actual:R} should be {expected:R} (relative gap {gap / Math.Abs(expected):g3}, allowed {tolerance:g1})");
    }

    public static void ShouldAgree(this IEnumerable<double> actual, IReadOnlyList<double> expected, double tolerance = 1e-9, string what = "")
    {
        var list = actual.ToList();
        list.Count.ShouldBe(expected.Count, what);
        for (var i = 0; i < list.Count; i++)
            list[i].ShouldAgree(expected[i], tolerance, $"{what}[{i}]");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Diapason.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
