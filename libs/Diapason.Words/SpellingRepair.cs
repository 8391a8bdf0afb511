namespace Diapason.Words;

/// <summary>
/// Finds the word that a misspelt one stands for: first among the words that mean something here (symmetric deletes, and words that sound alike), weighed by the slip they suppose; then, when none is
/// near, any word of the dictionary one slip away. Words that exist are left alone.
/// </summary>
internal sealed class SpellingRepair
{
    private const int Least = 4, Prefix = 8;

    /// <summary>What sounds the same costs no more than this.</summary>
    private const double SameSound = 0.6;

    private const double Foreign = 0.8;

    private readonly LanguageWords _language;
    private readonly string[] _words;
    private readonly Dictionary<int, List<int>> _near = [];
    private readonly Dictionary<string, List<int>> _heard = new(StringComparer.Ordinal);

    /// <param name="language">Whose words.</param>
    /// <param name="vocabulary">Those that mean something here, without accents.</param>
    public SpellingRepair(LanguageWords language, IEnumerable<string> vocabulary)
    {
        _language = language;
        _words = [.. vocabulary.Where(w => w.Length >= Least && !char.IsAsciiDigit(w[0])).Distinct().Order(StringComparer.Ordinal)];
        for (var i = 0; i < _words.Length; i++)
        {
            foreach (var key in Deletes(_words[i])) Put(_near, key, i);
            Put(_heard, language.Sound(_words[i]), i);
        }
    }

    /// <summary>The word meant; null when the spelling is as good as any, or no word is near enough.</summary>
    /// <param name="plain">What was written.</param>
    /// <param name="isForeign">The other language has this word: only what sounds the same is taken for a slip.</param>
    /// <param name="searchesDictionary">Whether the whole dictionary is tried too.</param>
    public string? Of(string plain, bool isForeign, bool searchesDictionary)
    {
        if (plain.Length < Least || plain.Length > 30 || char.IsAsciiDigit(plain[0])) return null;
        var most = Most(plain.Length);
        var (best, cost) = Nearest(plain, most);
        if (isForeign) return cost <= Foreign ? best : null;
        if (best is not null && cost <= 1) return best;
        return (searchesDictionary ? InDictionary(plain) : null) ?? best;
    }

    private static double Most(int length) => length switch { 4 => 1, 5 or 6 => 1.3, 7 or 8 => 1.8, _ => 2.2 };

    private (string? Word, double Cost) Nearest(string plain, double most)
    {
        (string? Word, double Cost) best = (null, most + 0.001);
        var tried = new HashSet<int>();
        foreach (var key in Deletes(plain))
            if (_near.TryGetValue(key, out var words))
                foreach (var i in words)
                    if (tried.Add(i)) Try(_words[i], EditCost.Between(plain, _words[i], most));
        if (_heard.TryGetValue(_language.Sound(plain), out var alike))
            foreach (var i in alike) Try(_words[i], Math.Min(SameSound + (0.1 * Math.Abs(plain.Length - _words[i].Length)), EditCost.Between(plain, _words[i], 3)));
        return best.Word is null ? (null, double.PositiveInfinity) : best;

        void Try(string word, double cost)
        {
            if (cost < best.Cost || (cost == best.Cost && string.CompareOrdinal(word, best.Word) < 0)) best = (word, cost);
        }
    }

    /// <summary>One slip away: a letter too many, swapped, changed or missing, the likeliest first.</summary>
    private string? InDictionary(string plain)
    {
        (string? Word, double Cost) best = (null, 1.01);
        foreach (var candidate in OneSlip(plain))
        {
            var cost = EditCost.Between(plain, candidate, 1);
            if (cost < best.Cost && _language.Dictionary.Any(candidate)) best = (candidate, cost);
        }

        return best.Word;
    }

    private static IEnumerable<string> OneSlip(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
            if (i + 1 < word.Length) yield return string.Concat(word.AsSpan(0, i), [word[i + 1], word[i]], word.AsSpan(i + 2));
            for (var c = 'a'; c <= 'z'; c++)
            {
                if (c != word[i]) yield return string.Concat(word.AsSpan(0, i), [c], word.AsSpan(i + 1));
                yield return word.Insert(i, c.ToString());
            }
        }
    }

    /// <summary>Keys of the beginning of a word with none, one or two letters taken away.</summary>
    private static HashSet<int> Deletes(string word)
    {
        var start = word.Length > Prefix ? word[..Prefix] : word;
        var keys = new HashSet<int> { Key(start) };
        for (var i = 0; i < start.Length; i++)
        {
            var once = start.Remove(i, 1);
            keys.Add(Key(once));
            if (start.Length < 6) continue;
            for (var j = i; j < once.Length; j++) keys.Add(Key(once.Remove(j, 1)));
        }

        return keys;
    }

    /// <summary>The same on every machine: string.GetHashCode is not.</summary>
    private static int Key(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619;
        return unchecked((int)hash);
    }

    private static void Put<TKey>(Dictionary<TKey, List<int>> index, TKey key, int word)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var words)) index[key] = words = [];
        words.Add(word);
    }
}
