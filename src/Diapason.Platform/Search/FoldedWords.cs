using System.Globalization;
using System.Text;

namespace Diapason.Platform.Search;

/// <summary>A text as the words a search compares: without accents, case, elision, plural or the little words of both languages.</summary>
internal static class FoldedWords
{
    private const int ShortestWord = 2;
    private const int ShortestPlural = 4;

    private static readonly HashSet<string> Little = new(StringComparer.Ordinal)
    {
        "de", "du", "des", "le", "la", "les", "un", "une", "et", "ou", "en", "au", "aux", "pour", "par", "sur", "avec", "sans", "que", "qui", "ce", "ces", "mon", "ma", "mes",
        "vos", "votre", "je", "il", "elle", "on", "ne", "pas", "the", "of", "to", "and", "or", "in", "on", "for", "with", "my", "your", "is", "an", "qu", "dans", "est",
    };

    /// <summary>The words of a text, little ones left out unless there is nothing else.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = Split(text);
        var telling = words.Where(word => !Little.Contains(word)).ToList();
        return telling.Count > 0 ? telling : words;
    }

    /// <summary>A word that says nothing of what is looked for: "mes", "the".</summary>
    public static bool IsLittle(string word) => Split(word) is var words && words.All(Little.Contains);

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) Append(word, c);
            else End(word, words);
        }

        End(word, words);
        return words;
    }

    private static void Append(StringBuilder word, char c)
    {
        switch (char.ToLowerInvariant(c))
        {
            case 'œ': word.Append("oe"); break;
            case 'æ': word.Append("ae"); break;
            case var lower: word.Append(lower); break;
        }
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length >= ShortestWord)
        {
            if (word.Length >= ShortestPlural && word[^1] is 's' or 'x') word.Length--;
            words.Add(word.ToString());
        }

        word.Clear();
    }
}
