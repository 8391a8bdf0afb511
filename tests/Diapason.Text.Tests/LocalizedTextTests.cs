using System.Text.Json;
using Shouldly;
using Xunit;

namespace Diapason.Text.Tests;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Bonjour = LocalizedText.Of(("fr", "Bonjour"), ("en", "Hello"));

    [Fact]
    public void Speaks_each_of_its_languages_with_or_without_a_region()
    {
        Bonjour.In("fr").ShouldBe("Bonjour");
        Bonjour.In("en").ShouldBe("Hello");
        Bonjour.In("en-CA").ShouldBe("Hello");
        Bonjour.With("iu", "ᐊᐃ").In("iu").ShouldBe("ᐊᐃ");
    }

    [Fact]
    public void Falls_back_to_French_then_to_English_then_to_another()
    {
        Bonjour.In("iu").ShouldBe("Bonjour");
        LocalizedText.Of(("fr", ""), ("en", "Hello")).In("fr").ShouldBe("Hello");
        LocalizedText.Of(("iu", "ᐊᐃ"), ("es", "Hola")).In("fr").ShouldBe("Hola");
        LocalizedText.Empty.In("fr").ShouldBe("");
    }

    [Fact]
    public void Says_in_which_language_it_fell_back()
    {
        Bonjour.LanguageIn("en").ShouldBe("en");
        Bonjour.LanguageIn("en-CA").ShouldBe("en-CA");
        Bonjour.LanguageIn("iu").ShouldBe("fr");
        LocalizedText.Of(("iu", "ᐊᐃ")).LanguageIn("fr").ShouldBe("iu");
    }

    [Theory]
    [InlineData("Bonjour", "Hello", true)]
    [InlineData("Bonjour", "  ", false)]
    [InlineData("", "Hello", false)]
    [InlineData(null, "Hello", false)]
    public void A_blank_text_is_none(string? french, string? english, bool both)
    {
        var text = LocalizedText.Of(("fr", french), ("en", english), ("iu", "ᐊᐃ"));
        (text.Has("fr") && text.Has("en")).ShouldBe(both);
        text.Has("iu").ShouldBeTrue();
        text.Has("es").ShouldBeFalse();
    }

    [Fact]
    public void Lists_its_languages_in_one_order_however_it_was_made()
    {
        LocalizedText.Of(("iu", "ᐊᐃ"), ("en", "Hello"), ("fr", "Bonjour"), ("es", " ")).Languages.ShouldBe(["fr", "en", "iu"]);
        Bonjour.With("en", "").Languages.ShouldBe(["fr"]);
        Bonjour.Map((language, text) => $"{language} {text}").In("en").ShouldBe("en Hello");
    }

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
        LocalizedText.Of(("en", "Hello"), ("fr", "Bonjour")).ShouldBe(Bonjour);
        Bonjour.With("fr", "Salut").ShouldNotBe(Bonjour);
        Bonjour.With("iu", "ᐊᐃ").ShouldNotBe(Bonjour.With("iu", "ᐊ"));
    }

    [Fact]
    public void Typesets_its_French_only()
    {
        var text = LocalizedText.Of(("fr", "Lequel : l'un ?"), ("en", "Which: l'un ?")).Typeset();
        text.In("fr").ShouldBe("Lequel\u00A0: l’un?");
        text.In("en").ShouldBe("Which: l'un ?");
        Bonjour.Typeset().ShouldBeSameAs(Bonjour);
    }
}
