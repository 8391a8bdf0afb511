using System.Text.RegularExpressions;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>A use case is done or refused with a problem, and every problem that a page says has words for it.</summary>
public sealed partial class OutcomesTests
{
    /// <summary>What came of it in another shape, and why.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["Outcome.cs"] = "the shape itself",
        ["LoadKit.cs"] = "its problems have a file and a line, and it tells what it did",
        ["SavePage.cs"] = "what is refused is a page of questions, drawn again with each field's answer",
    };

    private static readonly string Sources = string.Concat(Product.Sources("src", "*.cs").Select(File.ReadAllText));

    public static TheoryData<string, string> Problems => [.. Said().Matches(Sources).Select(m => (m.Groups["code"].Value, m.Groups["facts"].Value)).Distinct()];

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_problem_has_words_in_both_languages_and_every_fact_they_need(string code, string facts)
    {
        var given = Fact().Matches(facts).Select(m => m.Groups[1].Value).ToHashSet();
        foreach (var language in Languages.OfTheHouse)
        {
            Languages.Use(language);
            var words = new ModuleCatalog(Product.Modules).Words(code).ShouldNotBeNull($"{code} in {language}");
            Place().Matches(words).Select(m => m.Groups[1].Value).Where(place => !given.Contains(place)).ShouldBeEmpty($"{code} in {language}");
        }
    }

    [Fact]
    public void The_code_of_a_problem_is_written_where_it_is_found() => Said().Count(Sources).ShouldBe(Made().Count(Sources));

    [Fact]
    public void No_use_case_has_an_outcome_of_its_own() =>
        Product.Sources("src", "*.cs").Where(f => Own().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)).Order().ShouldBe(Others.Keys.Order());

    [GeneratedRegex("""Problem\.(?:Lost|Invalid)\(\s*"(?<code>[a-z0-9_.]+)"(?<facts>[^;\n]*)""")]
    private static partial Regex Said();

    [GeneratedRegex("""\bProblem\.(?:Lost|Invalid)\(""")]
    private static partial Regex Made();

    [GeneratedRegex("""\("([a-z_]+)",""")]
    private static partial Regex Fact();

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(?:enum|record|class)\s+\w*Outcome\b")]
    private static partial Regex Own();
}
