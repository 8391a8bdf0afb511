using System.Text.RegularExpressions;
using Diapason.Platform.Language;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>Whatever is of one sector comes from its kit or its council's texts: the house says nothing that another sector could not say.</summary>
public sealed partial class SectorTests
{
    /// <summary>What the house promises of itself, to any sector.</summary>
    private static readonly string[] Promises = ["privacy.ai_title", "privacy.ai_text"];

    [Fact]
    public void No_text_of_the_house_names_a_sector_or_its_subject()
    {
        var said =
            from module in Product.Modules.Select(m => m.Assembly).Append(Product.Platform).Append(typeof(Design.Choice).Assembly).Append(typeof(Program).Assembly)
            from language in Languages.OfTheHouse
            from text in TextCatalog.Of(module).In(language)
            where !Promises.Contains(text.Key) && OfASector().IsMatch(text.Value)
            select $"{language} {text.Key}: {text.Value}";
        said.ShouldBeEmpty();
    }

    [Fact]
    public void No_page_of_the_house_names_a_sector_or_its_subject() =>
        Product.Sources("src", "*.cshtml").Where(file => OfASector().IsMatch(Code().Replace(File.ReadAllText(file), ""))).ShouldBeEmpty();

    [GeneratedRegex(@"\b(?:(?i:cultur(?:es?|els?|al|elles?)|arts?|artistes?|artists?)\b|(?i:mus[eé]|touris|artificiel|artificial))|\bI\.?A\b|\bAI\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfASector();

    // Types of .NET, and keys of texts.
    [GeneratedRegex(@"\w*Culture\w*(?:\.\w+)*|""[a-z0-9_.]+""|id=""ai""|aria-labelledby=""ai""|System\.Globalization[\w.]*")]
    private static partial Regex Code();
}
