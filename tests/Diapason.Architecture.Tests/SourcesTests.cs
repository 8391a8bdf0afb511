using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

public sealed class SourcesTests
{
    private const int Longest = 300;

    [Fact]
    public void No_source_file_is_longer_than_three_hundred_lines() =>
        new[] { "*.cs", "*.cshtml", "*.js", "*.css" }.SelectMany(p => Product.Sources("src", p))
            .Select(f => (File: Path.GetRelativePath(Product.Root, f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > Longest).ShouldBeEmpty();

    [Fact]
    public void No_page_has_inline_script_or_style() =>
        Product.Sources("src", "*.cshtml")
            .Where(f => File.ReadAllText(f) is var text && (text.Contains(" style=\"") || text.Contains("<style") || text.Contains("onclick=") || text.Contains("<script>")))
            .ShouldBeEmpty();

    [Fact]
    public void No_file_has_a_name_that_says_nothing()
    {
        string[] empty = ["Utils", "Helper", "Helpers", "Manager", "Common", "Dto", "Extensions", "Base"];
        Product.Sources("src", "*.cs").Concat(Product.Sources("libs", "*.cs"))
            .Where(f => empty.Any(e => Path.GetFileNameWithoutExtension(f) == e || Path.GetFileNameWithoutExtension(f).EndsWith("Utils", StringComparison.Ordinal) || Path.GetFileNameWithoutExtension(f).EndsWith("Dto", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    /// <summary>A project of tests that nothing runs is green for ever.</summary>
    [Fact]
    public void Every_project_of_tests_is_run()
    {
        var script = File.ReadAllText(Path.Combine(Product.Root, "eng", "test.sh"));
        Directory.EnumerateFiles(Path.Combine(Product.Root, "tests"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("\"xunit.v3\"", StringComparison.Ordinal)).Select(project => Path.GetFileNameWithoutExtension(project))
            .Where(name => !script.Contains(" " + name, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
