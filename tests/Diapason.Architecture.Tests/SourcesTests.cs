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

    /// <summary>A filter that names no class runs nothing, and says nothing.</summary>
    [Fact]
    public void Every_class_that_endurance_names_exists_and_every_corpus_of_the_host_is_named()
    {
        var script = File.ReadAllText(Path.Combine(Product.Root, "eng", "endurance.sh"));
        var tests = Product.Sources("tests", "*.cs").ToDictionary(f => f, File.ReadAllText);
        var named = System.Text.RegularExpressions.Regex.Matches(script, @"-class \*(\w+)").Select(m => m.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(10);
        named.Where(name => !tests.Values.Any(text => System.Text.RegularExpressions.Regex.IsMatch(text, $@"\bclass {name}\b"))).ShouldBeEmpty();
        tests.Where(t => t.Key.Contains("Diapason.Tests" + Path.DirectorySeparatorChar) && t.Value.Contains("Sample.Of(")).Select(t => Path.GetFileNameWithoutExtension(t.Key))
            .Where(name => !named.Contains(name)).ShouldBeEmpty();
    }
}
