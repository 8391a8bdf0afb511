using System.Globalization;
using System.Text;

namespace Diapason.Workshops.Synthesis;

/// <summary>Words that may say the same thing, for somebody to judge: those that share roots, and which. Nothing is grouped by itself.</summary>
internal static class Neighbours
{
    /// <summary>So many letters make a root: apprendre and apprentissage are one.</summary>
    private const int Root = 6;
    private const int ShortestWord = 4;

    private static readonly HashSet<string> Little = new(StringComparer.Ordinal)
    {
        "dans", "pour", "avec", "sans", "plus", "mais", "nous", "vous", "leur", "cette", "elle", "elles", "sont", "etre", "avoir", "faire", "tout", "tous", "toute", "toutes", "comme", "meme", "quand", "aussi",
        "that", "this", "with", "from", "have", "they", "them", "their", "there", "what", "when", "more", "would", "should", "could", "your", "about", "into", "been", "will",
    };

    /// <summary>The roots of a text, each with the first word that bears it.</summary>
    public static IReadOnlyDictionary<string, string> RootsOf(string text)
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        var (word, plain) = (new StringBuilder(), new StringBuilder());
        foreach (var c in text.Append(' '))
        {
            if (char.IsLetter(c))
            {
                word.Append(c);
                foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
                    if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark) plain.Append(char.ToLowerInvariant(part));
                continue;
            }

            Keep(plain.ToString(), word.ToString(), roots);
            word.Clear();
            plain.Clear();
        }

        return roots;
    }

    private static void Keep(string plain, string word, Dictionary<string, string> roots)
    {
        if (plain.Length > ShortestWord && plain[^1] is 's' or 'x') plain = plain[..^1];
        if (plain.Length < ShortestWord || Little.Contains(plain)) return;
        roots.TryAdd(plain.Length > Root ? plain[..Root] : plain, word);
    }

    /// <summary>Those that share at least one root, the closest first, with the words that they share.</summary>
    public static IReadOnlyList<(T One, string Shared)> Of<T>(IEnumerable<string> texts, IEnumerable<T> others, Func<T, string> said, int most)
    {
        var roots = texts.SelectMany(text => RootsOf(text).Keys).ToHashSet(StringComparer.Ordinal);
        return [.. others.Select(one => (One: one, Shared: RootsOf(said(one)).Where(root => roots.Contains(root.Key)).Select(root => root.Value).ToList()))
            .Where(one => one.Shared.Count > 0).OrderByDescending(one => one.Shared.Count).Take(most).Select(one => (one.One, string.Join(", ", one.Shared)))];
    }
}
