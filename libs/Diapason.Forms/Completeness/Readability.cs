using System.Text.RegularExpressions;

namespace Diapason.Forms;

/// <summary>
/// How hard a text is to read. Sentences: at most 25 words, the limit of the United Kingdom's content designers. Texts of some length: LIX, the words of a
/// sentence plus the percentage of words of more than six letters, which counts letters rather than syllables and so needs no dictionary of a language.
/// </summary>
/// <remarks>
/// S. Vincent, « Sentence length: why 25 words is our limit », Inside GOV.UK (2014). C. H. Björnsson, <em>Läsbarhet</em> (1968); J. Anderson, « Lix and Rix:
/// variations on a little-known readability index », <em>Journal of Reading</em> 26 (1983), 490–496: above 55, texts are very difficult.
/// </remarks>
public static partial class Readability
{
    /// <summary>The most words of a sentence.</summary>
    public const int MostWords = 25;

    /// <summary>The fewest words of a text whose LIX says something.</summary>
    public const int FewestWords = 20;

    private const int Patience = 5000;
    private const int LongWord = 6;

    /// <summary>The LIX above which a text is told to be hard: 60 in English, 65 in other languages, French among them having more long words. Ours: above every text of the kits.</summary>
    public static int MostLix(string language) => language == Text.LocalizedText.EnglishCode ? 60 : 65;

    /// <summary>The sentences: up to a full stop, a question or an exclamation mark, an ellipsis before a blank, or the end of a line.</summary>
    public static IReadOnlyList<string> Sentences(string text) => [.. End().Split(text).Where(sentence => Words(sentence) > 0)];

    /// <summary>How many words: what stands between blanks and holds a letter or a figure. « l’IA » is one.</summary>
    public static int Words(string text) => Cut(text).Count();

    /// <summary>Words a sentence plus the percentage of long words; 0 for no words.</summary>
    public static double Lix(string text)
    {
        var words = Cut(text).ToList();
        return words.Count == 0 ? 0 : ((double)words.Count / Math.Max(1, Sentences(text).Count)) + (100.0 * words.Count(IsLong) / words.Count);
    }

    /// <summary>The first words of a sentence, to find it by.</summary>
    public static string Start(string sentence) => string.Join(' ', Cut(sentence).Take(6)) + "…";

    private static IEnumerable<string> Cut(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit));

    // An elided article is no part of the word that follows.
    private static bool IsLong(string word) => word[(word.LastIndexOfAny(['’', '\'']) + 1)..].Count(char.IsLetter) > LongWord;

    [GeneratedRegex(@"(?<=[.!?…][»”""’)\u00A0\u202F]{0,3})\s+|\n", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex End();
}
