using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>Languages are a list that each council chooses (ADR 19): nothing of the product chooses between two. French may be named, since everything falls back to it.</summary>
public sealed partial class LanguagesTests
{
    /// <summary>Where a language is named for a reason of its own.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["Diapason.Platform/Language/Languages.cs"] = "the list itself",
        ["Diapason.Platform/Language/LanguageHabits.cs"] = "one entry a language",
        ["Diapason.Platform/Councils/Settings/CouncilSettings.cs"] = "what a council offers until it chooses",
        ["Diapason.Platform/Search/FoldedWords.cs"] = "a small word of French",
        ["Diapason.Web/Pages/About/Licences.cshtml"] = "the language in which a work is titled",
    };

    [Fact]
    public void Nothing_chooses_between_two_languages()
    {
        var src = Path.Combine(Product.Root, "src");
        var found = new[] { "*.cs", "*.cshtml" }.SelectMany(pattern => Product.Sources(src, pattern))
            .SelectMany(file => File.ReadLines(file).Select((line, at) => (File: Path.GetRelativePath(src, file).Replace('\\', '/'), Line: at + 1, Text: line.Split("///")[0])))
            .Where(line => Choice().IsMatch(line.Text)).ToList();
        found.Where(line => !Named.ContainsKey(line.File)).Select(line => $"{line.File}:{line.Line} {line.Text.Trim()}").ShouldBeEmpty("ask the list: council.Languages, Languages.OfTheHouse, LanguageHabits");
        Named.Keys.Except(found.Select(line => line.File)).ShouldBeEmpty("no longer an exception");
    }

    [Theory]
    [InlineData("""var there = isFrench ? "fr" : "en";""")]
    [InlineData("Header(language == Languages.French ? InFrench : Columns)")]
    [InlineData("private static readonly (string French, string English)[] Places")]
    [InlineData("await WriteAsync(table, Languages.English)")]
    [InlineData("if (language == Languages.French) return Habits;")]
    public void A_choice_between_two_is_seen(string line) => Choice().IsMatch(line).ShouldBeTrue();

    [Theory]
    [InlineData("files.ThenByDescending(f => f.Key == Languages.French).First()")]
    [InlineData("orderby pair.Key == Languages.French descending")]
    [InlineData("LocalizedText.Of((Languages.French, code))")]
    [InlineData("WithoutRegion(Culture(language).EnglishName)")]
    public void What_falls_back_to_French_is_not(string line) => Choice().IsMatch(line).ShouldBeFalse();

    [GeneratedRegex(@"\bLanguages\.English\b|\bEnglishCode\b|""en""|\b(?:is|Is|in|In)(?:French|English)\b|\bstring English\b|(?<if>\bif \([^;]*)?[!=]= (?:Platform\.Language\.)?(?:Languages\.French|LocalizedText\.FrenchCode)(?(if)\)| *(?:\?|&&|;))")]
    private static partial Regex Choice();
}
