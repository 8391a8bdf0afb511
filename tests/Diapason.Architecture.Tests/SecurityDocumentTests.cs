using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary><c>docs/security.md</c> says which test shows each promise: those tests exist, and no chapter of the standard is forgotten.</summary>
public sealed partial class SecurityDocumentTests
{
    private const int Chapters = 17;
    private static readonly string Text = File.ReadAllText(Path.Combine(Product.Root, "docs", "security.md"));

    [Fact]
    public void Every_test_it_names_exists()
    {
        var known = Product.Sources("tests", "*.cs").SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        var named = Named().Matches(Text).Select(m => m.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(50);
        named.Where(name => !known.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_chapter_of_the_standard_is_there_and_every_line_has_a_state()
    {
        Chapter().Matches(Text).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, Chapters));
        foreach (var cells in Text.Split('\n').Where(line => Section().IsMatch(line)).Select(line => line.Split('|')))
        {
            cells.Length.ShouldBe(5, cells[1]);
            cells[2].Trim().ShouldBeOneOf("met", "in part", "not met", "none here");
            cells[3].Trim().ShouldNotBeEmpty(cells[1]);
        }
    }

    [GeneratedRegex(@"\bclass (\w+Tests)\b")]
    private static partial Regex Declared();

    [GeneratedRegex("`(\\w+Tests)`")]
    private static partial Regex Named();

    [GeneratedRegex("^### V(?<number>\\d+) ", RegexOptions.Multiline)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^\| \d+\.\d")]
    private static partial Regex Section();
}
