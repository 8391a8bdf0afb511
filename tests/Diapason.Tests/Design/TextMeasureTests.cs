using System.Globalization;
using Diapason.Design.Charts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Design;

public sealed class TextMeasureTests
{

    [Theory]
    [InlineData("Cadre et gouvernance", false)]
    [InlineData("Éthique et équité : 12,5 %", true)]
    public void Width_grows_with_size_and_weight(string text, bool bold)
    {
        TextMeasure.Width(text, 32, bold).ShouldBe(TextMeasure.Width(text, 16, bold) * 2, 1e-9);
        TextMeasure.Width(text, 16, true).ShouldBeGreaterThan(TextMeasure.Width(text, 16));
    }

    [Fact]
    public void Breaks_only_at_ordinary_spaces_and_fits()
    {
        var lines = TextMeasure.Wrap("Part des personnes : 36\u00A0% en moyenne nationale", 16, 120);
        lines.Count.ShouldBeGreaterThan(1);
        lines.ShouldAllBe(line => TextMeasure.Width(line, 16, false) <= 120);
        lines.ShouldContain(line => line.Contains("36\u00A0%", StringComparison.Ordinal));
        string.Join(' ', lines).ShouldBe("Part des personnes : 36\u00A0% en moyenne nationale");
    }

    [Theory]
    [InlineData("👩‍👩‍👧‍👦👩🏽‍🎨👩🏽‍🎨🏳️‍🌈", 4)]
    [InlineData("éééééééé", 8)]
    [InlineData("🎭🎨🎬🎼🎹🎷", 6)]
    public void Never_cuts_what_reads_as_one_character(string word, int characters)
    {
        var elements = StringInfo.ParseCombiningCharacters(word);
        elements.Length.ShouldBe(characters);
        foreach (var width in (double[])[0, 1, 20, 40])
        {
            var (lines, at) = (TextMeasure.Wrap(word, 16, width), 0);
            string.Concat(lines).ShouldBe(word);
            foreach (var line in lines)
            {
                elements.ShouldContain(at);
                at += line.Length;
            }
        }
    }

    [Fact]
    public void An_accent_set_apart_takes_no_room() =>
        TextMeasure.Width("é", 16).ShouldBe(TextMeasure.Width("e", 16));

    [Fact]
    public void Cuts_a_word_only_when_it_is_alone_too_long()
    {
        var lines = TextMeasure.Wrap("anticonstitutionnellement", 16, 60);
        lines.Count.ShouldBeGreaterThan(2);
        string.Concat(lines).ShouldBe("anticonstitutionnellement");
        lines.ShouldAllBe(line => TextMeasure.Width(line, 16, false) <= 60);
    }

    [Fact]
    public void A_name_too_long_for_its_line_breaks_where_it_is_joined()
    {
        var lines = TextMeasure.Wrap("Saguenay–Lac-Saint-Jean", 15, TextMeasure.Width("Saguenay–Lac-Saint-Je", 15));
        lines.ShouldBe(["Saguenay–Lac-Saint-", "Jean"]);
        TextMeasure.Wrap("Saguenay–Lac-Saint-Jean", 15, 500).ShouldBe(["Saguenay–Lac-Saint-Jean"]);
    }
}
