using System.Text.Json;
using Shouldly;
using Xunit;

namespace Diapason.Text.Tests;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Bonjour = new("Bonjour", "Hello");

    [Fact]
    public void Speaks_each_of_its_languages_with_or_without_a_region()
    {
        Bonjour.In("fr").ShouldBe("Bonjour");
        Bonjour.In("en").ShouldBe("Hello");
        Bonjour.In("en-CA").ShouldBe("Hello");
        Bonjour.With("iu", "ᐊᐃ").In("iu").ShouldBe("ᐊᐃ");
    }

    [Fact]
    public void Falls_back_to_French_then_to_English()
    {
        Bonjour.In("iu").ShouldBe("Bonjour");
        new LocalizedText("Bonjour", "").In("en").ShouldBe("Bonjour");
        new LocalizedText(null, "Hello").In("fr").ShouldBe("Hello");
        LocalizedText.Empty.In("fr").ShouldBe("");
    }

    [Theory]
    [InlineData("Bonjour", "Hello", true)]
    [InlineData("Bonjour", "  ", false)]
    [InlineData("", "Hello", false)]
    public void Is_complete_only_with_both_languages(string french, string english, bool complete) =>
        new LocalizedText(french, english).IsComplete.ShouldBe(complete);

    [Fact]
    public void Goes_through_json_without_loss()
    {
        var text = Bonjour.With("iu", "ᐊᐃ");
        JsonSerializer.Deserialize<LocalizedText>(JsonSerializer.Serialize(text)).ShouldBe(text);
        LocalizedText.FromJson(text.ToJson()).ShouldBe(text);
        Bonjour.ToJson().ShouldBe("""{"fr":"Bonjour","en":"Hello"}""");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"fr":1}""")]
    [InlineData("""{"fr":{}}""")]
    public void Refuses_json_that_is_not_an_object_of_strings(string json) =>
        Should.Throw<JsonException>(() => LocalizedText.FromJson(json));

    [Fact]
    public void Equal_words_make_equal_texts()
    {
        new LocalizedText("Bonjour", "Hello").ShouldBe(Bonjour);
        Bonjour.With("fr", "Salut").ShouldNotBe(Bonjour);
        Bonjour.With("iu", "ᐊᐃ").ShouldNotBe(Bonjour.With("iu", "ᐊ"));
    }

    [Fact]
    public void Typesets_its_French_only()
    {
        var text = new LocalizedText("Lequel : l'un ?", "Which: l'un ?").Typeset();
        text.French.ShouldBe("Lequel\u00A0: l’un?");
        text.English.ShouldBe("Which: l'un ?");
        Bonjour.Typeset().ShouldBeSameAs(Bonjour);
    }
}
