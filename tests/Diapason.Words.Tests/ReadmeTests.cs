using Diapason.Words;
using Shouldly;
using Xunit;

namespace Diapason.Words.Tests;

/// <summary>The README's example, compiled here.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_example_runs_and_is_the_one_of_the_readme()
    {
        var water = new Idea
        {
            Code = "watering",
            Points = new Dictionary<string, double> { ["water"] = 4 },
            Phrases = new Dictionary<string, IReadOnlyList<string>> { ["fr"] = ["arroser", "manque d’eau"], ["en"] = ["water", "watering"] },
        };
        var matcher = new WordMatcher([water], topics: ["water", "pests"], examples: [new Example("Quand arroser?", "fr", ["water"])]);
        var found = matcher.Understand("jveux arosé mes tomates", "fr");
        var first = found.Topics[0].Topic;                                   // water
        var repaired = found.Repairs[0].As;                                  // arroser
        (first, repaired).ShouldBe(("water", "arroser"));

        var readme = File.ReadAllText(Find("libs/Diapason.Words/README.md"));
        var here = File.ReadAllText(Find("tests/Diapason.Words.Tests/ReadmeTests.cs"));
        var example = readme[(readme.IndexOf("```csharp\n", StringComparison.Ordinal) + 10)..];
        foreach (var line in example[..example.IndexOf("```", StringComparison.Ordinal)].Split('\n', StringSplitOptions.RemoveEmptyEntries)) here.ShouldContain(line.Trim());
    }

    private static string Find(string file)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, file))) return Path.Combine(folder, file);
        throw new InvalidOperationException($"{file} was not found.");
    }
}
