using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>The documents that say what stands here follow it: decisions name those that came after, the README every module and library, the table of packages every package.</summary>
public sealed partial class DocumentsTests
{
    private static readonly Dictionary<int, string> Heads = Directory.EnumerateFiles(Path.Combine(Product.Root, "docs", "adr"), "*.md")
        .ToDictionary(file => int.Parse(Path.GetFileName(file)[..4], System.Globalization.CultureInfo.InvariantCulture), file => File.ReadLines(file).ElementAt(2));

    [Fact]
    public void A_decision_says_when_and_that_it_stands() => Heads.Where(head => !Head().IsMatch(head.Value)).ShouldBeEmpty();

    [Fact]
    public void A_decision_that_another_changes_or_supersedes_names_it()
    {
        var told = from head in Heads
                   from change in Change().Matches(head.Value)
                   from older in Number().Matches(Quoted().Replace(change.Groups["what"].Value, "")).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))
                   select (Newer: head.Key, Older: older);
        told.Count().ShouldBeGreaterThan(8);
        told.Where(pair => !Number().Matches(Heads[pair.Older]).Any(m => m.Value == $"{pair.Newer}")).Select(pair => $"{pair.Older} does not name {pair.Newer}").ShouldBeEmpty();
    }

    [Fact]
    public void The_README_names_every_module_and_every_library()
    {
        var readme = File.ReadAllText(Path.Combine(Product.Root, "README.md"));
        Product.Modules.Select(Product.NameOf).Where(name => !Regex.IsMatch(readme, $@"\b{name}\b")).ShouldBeEmpty();
        Product.Libraries.Select(library => library.GetName().Name!["Diapason.".Length..]).Where(name => !readme.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_table_of_packages_names_every_package_beside_those_of_the_framework()
    {
        var table = File.ReadAllText(Directory.EnumerateFiles(Path.Combine(Product.Root, "docs", "adr"), "0085-*.md").Single());
        Package().Matches(File.ReadAllText(Path.Combine(Product.Root, "Directory.Packages.props"))).Select(m => m.Groups["name"].Value)
            .Where(name => !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && !table.Contains(name.StartsWith("Microsoft", StringComparison.Ordinal) ? name.Split('.')[^1] : name.Split('.')[0], StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d · accepted( · .+)?$")]
    private static partial Regex Head();

    [GeneratedRegex("(supersedes|changes) (?<what>.*?)(?= · |, adds to|, changes|, supersedes|$)")]
    private static partial Regex Change();

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Number();

    [GeneratedRegex("«.*?»")]
    private static partial Regex Quoted();

    [GeneratedRegex("PackageVersion Include=\"(?<name>[^\"]+)\"")]
    private static partial Regex Package();
}
