using Diapason.Words;
using Shouldly;
using Xunit;

namespace Diapason.Words.Tests;

/// <summary>The dictionaries read here, against what the hunspell program says of the same words (Hunspell 1.7.1, <c>hunspell -s</c> with the same files).</summary>
public sealed class DictionaryTests
{
    [Theory]
    [InlineData("fr", "nourrissent", "nourrir")]
    [InlineData("fr", "subventions", "subvention")]
    [InlineData("fr", "peux", "pouvoir")]
    [InlineData("fr", "écrites", "ecrire")]
    [InlineData("fr", "chevaux", "cheval")]
    [InlineData("fr", "œuvres", "oeuvre")]
    [InlineData("en", "libraries", "library")]
    [InlineData("en", "signed", "sign")]
    public void A_form_comes_from_its_root(string language, string form, string root) => LanguageWords.Of(language).Dictionary.Roots(form).ShouldContain(root);

    [Theory]
    [InlineData("fr", "qsdfgh")]
    [InlineData("fr", "subvension")]
    [InlineData("en", "recieve")]
    public void What_is_no_word_has_no_root(string language, string word) => LanguageWords.Of(language).Dictionary.Roots(word).ShouldBeEmpty();

    [Theory]
    [InlineData("fr", "ceramiste")]
    [InlineData("fr", "Protege")]
    [InlineData("en", "UNFAIR")]
    public void Accents_and_capitals_do_not_count(string language, string word) => LanguageWords.Of(language).Dictionary.Roots(word).ShouldNotBeEmpty();
}
