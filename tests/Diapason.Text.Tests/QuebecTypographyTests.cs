using Shouldly;
using Xunit;

namespace Diapason.Text.Tests;

public sealed class QuebecTypographyTests
{
    // "~" stands for a no-break space so that the expectations can be read.
    [Theory]
    [InlineData("Lecture : 55 % des personnes", "Lecture~: 55~% des personnes")]
    [InlineData("un ; deux", "un~; deux")]
    [InlineData("« Bonjour »", "«~Bonjour~»")]
    [InlineData("«Bonjour»", "«~Bonjour~»")]
    [InlineData("55%", "55~%")]
    [InlineData("10 $ par mois", "10~$ par mois")]
    [InlineData("3 M $", "3 M~$")]
    [InlineData("Pourquoi ?", "Pourquoi?")]
    [InlineData("Bravo ! Merci", "Bravo! Merci")]
    [InlineData("à 13 h 30 précises", "à 13~h~30 précises")]
    [InlineData("à 13 h", "à 13~h")]
    [InlineData("13 heures", "13 heures")]
    [InlineData("1 840 réponses", "1~840 réponses")]
    [InlineData("1 234 567", "1~234~567")]
    [InlineData("en 2024 200 personnes", "en 2024 200 personnes")]
    [InlineData("12 34", "12 34")]
    [InlineData("l'IA aujourd'hui", "l’IA aujourd’hui")]
    [InlineData("d'« art »", "d’«~art~»")]
    [InlineData("« Oui » ?", "«~Oui~»?")]
    public void Sets_the_spaces_and_apostrophes_of_Quebec_French(string source, string expected) =>
        QuebecTypography.Apply(source).ShouldBe(expected.Replace('~', '\u00A0'));

    [Theory]
    [InlineData("13:30")]
    [InlineData("https://exemple.ca/l'art?x=55%20y;z:1")]
    [InlineData("https://exemple.ca/%2055%25")]
    [InlineData("www.exemple.ca/a'b")]
    [InlineData("a'b@exemple.ca")]
    [InlineData("Rien à changer")]
    [InlineData("")]
    [InlineData("Déjà juste\u00A0: 55\u00A0% et 1\u202F840 l’IA")]
    [InlineData("a != b")]
    public void Leaves_alone_addresses_times_and_text_already_right(string source) =>
        QuebecTypography.Apply(source).ShouldBeSameAs(source);

    [Fact]
    public void Applying_it_twice_changes_nothing_more()
    {
        const string alphabet = "ab h13 0%$:;«»?!'’\u00A0\u202F.,=@/é\n";
        var random = new Random(20251125);
        for (var round = 0; round < Sample.Of(200_000, 2_000_000); round++)
        {
            var source = string.Create(random.Next(1, 14), random, static (span, r) =>
            {
                for (var i = 0; i < span.Length; i++) span[i] = alphabet[r.Next(alphabet.Length)];
            });
            var once = QuebecTypography.Apply(source);
            QuebecTypography.Apply(once).ShouldBe(once, $"source: [{source}]");
        }
    }

    [Fact]
    public void Never_loses_a_letter_or_a_figure()
    {
        const string source = "Qu'est-ce que l'IA ? « 1 840 » : 55 % ; 13 h 30 !";
        static string Words(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
        Words(QuebecTypography.Apply(source)).ShouldBe(Words(source));
    }
}
