using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>A number comes as people write it, with the unit they read beside the field.</summary>
public sealed class WrittenNumberTests
{
    private const string Hours = "{ fr: heures par semaine, en: hours a week }";
    private const string Dollars = "{ fr: $, en: $ }";

    [Theory]
    [InlineData(Hours, "6", 6)]
    [InlineData(Hours, "6 h", 6)]
    [InlineData(Hours, "6h", 6)]
    [InlineData(Hours, "6\u00A0h", 6)]
    [InlineData(Hours, "6\u202Fh", 6)]
    [InlineData(Hours, " 12,5 h ", 12.5)]
    [InlineData(Hours, "12.5 hours", 12.5)]
    [InlineData(Hours, "6 heures", 6)]
    [InlineData(Hours, "1 HEURE", 1)]
    [InlineData(Hours, "6 h.", 6)]
    [InlineData(Hours, "6 hrs", 6)]
    [InlineData(Hours, "6 h/sem.", 6)]
    [InlineData(Hours, "6 heures par semaine", 6)]
    [InlineData(Hours, "6 hours a week", 6)]
    [InlineData(Hours, "1 840", 1840)]
    [InlineData(Hours, "1\u00A0840,5 h", 1840.5)]
    [InlineData(Hours, "12\u202F345\u202F678", 12345678)]
    [InlineData(Hours, "-3", -3)]
    [InlineData(Dollars, "500 $", 500)]
    [InlineData(Dollars, "500$", 500)]
    [InlineData(Dollars, "$500", 500)]
    [InlineData(Dollars, "500 dollars", 500)]
    [InlineData("{ fr: \"%\", en: \"%\" }", "40 %", 40)]
    [InlineData("{ fr: \"%\", en: \"%\" }", "40%", 40)]
    [InlineData("{ fr: années, en: years }", "3 annees", 3)]
    [InlineData("{ fr: années, en: years }", "3 yrs", 3)]
    public void Reads_the_unit_that_is_printed(string unit, string typed, double expected)
    {
        var post = Samples.Post(Ask($"decimals: 2, unit: {unit}"), ("q", typed));
        post.Problems.ShouldBeEmpty();
        post.Answers["q"].Number.ShouldBe((decimal)expected);
    }

    [Theory]
    [InlineData(Hours, "6 j")]
    [InlineData(Hours, "6 jours")]
    [InlineData(Hours, "6 h/jour")]
    [InlineData(Hours, "6 h 30")]
    [InlineData(Hours, "6-8")]
    [InlineData(Hours, "6 ou 7")]
    [InlineData(Hours, "par semaine")]
    [InlineData(Hours, "h 6")]
    [InlineData(Hours, "6 \uD800")]
    [InlineData(Hours, "6 $")]
    [InlineData(Hours, "12 34")]
    [InlineData(Hours, "1234 567")]
    [InlineData(Hours, "1 2345")]
    [InlineData(Hours, "1,234.5")]
    [InlineData(Hours, "12, h")]
    [InlineData(Dollars, "500 h")]
    [InlineData(Dollars, "$")]
    public void Refuses_another_unit_and_what_is_not_one_number(string unit, string typed) =>
        Samples.Post(Ask($"decimals: 2, unit: {unit}"), ("q", typed)).Problems.ShouldHaveSingleItem().Code.ShouldBe("not_a_number");

    [Theory]
    [InlineData("6 h")]
    [InlineData("40 %")]
    public void Refuses_a_unit_where_none_is_printed(string typed) =>
        Samples.Post(Ask("decimals: 0"), ("q", typed)).Problems.ShouldHaveSingleItem().Code.ShouldBe("not_a_number");

    [Fact]
    public void Writes_what_it_reads_back()
    {
        var random = new Random(11);
        for (var round = 0; round < Sample.Of(2000, 40_000); round++)
        {
            var number = decimal.Round(((decimal)random.NextDouble() - 0.5m) * 1_000_000, random.Next(6));
            foreach (var language in new[] { "fr", "en" })
            {
                WrittenNumber.TryRead(WrittenNumber.Write(number, language), Text.LocalizedText.Empty, out var read, out _).ShouldBeTrue();
                read.ShouldBe(number);
            }
        }
    }

    private static Questionnaire Ask(string more) => Samples.Read(Samples.Asking($"{{ code: q, kind: number, title: {{ fr: Q, en: Q }}, {more} }}"));
}
