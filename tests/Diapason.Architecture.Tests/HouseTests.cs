using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>What every module needs is done once, by the house or a library: small numbers, expiry, the writing of files.</summary>
public sealed partial class HouseTests
{
    /// <summary>Modules that read the number of people a row needs before it is published, and why.</summary>
    private static readonly Dictionary<string, string> ReadTheThreshold = new(StringComparer.Ordinal)
    {
        ["Accounts"] = "its page is where the council settles it",
        ["Consultations"] = "says it to whoever answers, in the words of the questionnaire, and publishes nothing",
        ["Studies"] = "publishes figures; whoever else has figures asks it by its contracts",
    };

    [Fact]
    public void A_module_brings_no_package_of_its_own() =>
        Product.Modules.Where(m => Directory.EnumerateFiles(Path.Combine(Product.Root, Product.FolderOf(m)), "*.csproj").Any(f => File.ReadAllText(f).Contains("<PackageReference", StringComparison.Ordinal)))
            .Select(Product.NameOf).ShouldBeEmpty("documents, tables, mail and sums are a library's or the house's");

    [Fact]
    public void A_module_writes_no_file_format_by_itself() => Strays(OwnWriter()).ShouldBeEmpty("tables are written by Diapason.Tables, documents by the house");

    [Fact]
    public void Small_numbers_are_held_back_in_one_place() =>
        Product.Modules.Where(m => Sources(m).Any(f => File.ReadAllText(f).Contains("FewestInRow", StringComparison.Ordinal))).Select(Product.NameOf)
            .ShouldBe(ReadTheThreshold.Keys, ignoreOrder: true);

    [Fact]
    public void What_expires_expires_by_the_rule_of_the_house() => Strays(OwnExpiry()).ShouldBeEmpty("review.IsOver(today), review.IsDue(today, days)");

    [Theory]
    [InlineData("if (entry.Review < today)", true)]
    [InlineData("entries.Where(e => Today >= e.ReviewDay)", true)]
    [InlineData("entries.OrderBy(entry => entry.Review).ToList()", false)]
    [InlineData("entry.Review.IsOver(today)", false)]
    public void An_expiry_of_ones_own_is_recognised(string source, bool isOwn) => OwnExpiry().IsMatch(source).ShouldBe(isOwn);

    private static IEnumerable<string> Strays(Regex what) =>
        from module in Product.Modules
        from file in Sources(module)
        from found in what.Matches(File.ReadAllText(file))
        select $"{Path.GetRelativePath(Product.Root, file)}: {found.Value}";

    private static IEnumerable<string> Sources(Platform.Modules.IModule module) =>
        new[] { "*.cs", "*.cshtml" }.SelectMany(pattern => Product.Sources(Product.FolderOf(module), pattern));

    [GeneratedRegex(@"\bReview(?:Day|At|Date)? ?[<>]=? |(?<!=)[<>]=? [\w.]*\.Review(?:Day|At|Date)?\b(?!\.)")]
    private static partial Regex OwnExpiry();

    // Reading an archive to judge what a kit hands out is no writing.
    [GeneratedRegex(@"ZipArchiveMode\.(?:Create|Update)|\bXmlWriter\b|System\.IO\.Packaging|\bnew StreamWriter\(")]
    private static partial Regex OwnWriter();
}
