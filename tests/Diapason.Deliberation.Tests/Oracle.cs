using System.Text.Json;

namespace Diapason.Deliberation.Tests;

/// <summary>What another program (dense matrices in NumPy, every chain tried) gives for the same votes: tests/oracles/deliberation.</summary>
internal static class Oracle
{
    public static string Root { get; } = FindRoot();

    public static JsonElement Values { get; } = JsonDocument.Parse(Text("reference.json")).RootElement;

    public static JsonElement Opinions => Values.GetProperty("opinions");

    public static VoteTable Votes { get; } = VoteCsv.Read(Text("votes.csv")).Votes!;

    /// <summary>The number a statement or a participant has there.</summary>
    public static int NumberOf(string id) => int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    public static double[] Numbers(this JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetDouble())];

    public static int[] Integers(this JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetInt32())];

    public static Point Place(this JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());

    /// <summary>Within 1e-9: reference values are written to ten decimals.</summary>
    public static void ShouldAgree(this double value, double expected) => value.ShouldBe(expected, 1e-9 * Math.Max(1, Math.Abs(expected)));

    private static string Text(string file)
    {
        var folder = Environment.GetEnvironmentVariable("DIAPASON_ORACLES") is { Length: > 0 } fresh ? fresh : Path.Combine(Root, "tests", "oracles");
        return File.ReadAllText(Path.Combine(folder, "deliberation", file));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Diapason.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
