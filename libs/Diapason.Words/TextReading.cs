namespace Diapason.Words;

/// <summary>Makes words of a text in one language: what is spoken or texted is written out, what is misspelt is repaired, what is refused is marked.</summary>
internal sealed class TextReading
{
    /// <summary>A text of nonsense would have every word looked for in the whole dictionary.</summary>
    private const int MostSearched = 6;

    private readonly LanguageWords _language;
    private readonly PhraseIndex _phrases;
    private readonly SpellingRepair _repair;
    private readonly HashSet<string> _vocabulary;

    /// <param name="language">Whose words.</param>
    /// <param name="phrases">Their words mean something here.</param>
    /// <param name="alsoKnown">Other words that mean something: those of examples.</param>
    public TextReading(LanguageWords language, PhraseIndex phrases, IEnumerable<string> alsoKnown)
    {
        (_language, _phrases) = (language, phrases);
        _vocabulary = [.. phrases.Vocabulary, .. phrases.Starts.SelectMany(start => language.Dictionary.Beginning(start)), .. alsoKnown.Where(language.Dictionary.Any)];
        _repair = new SpellingRepair(language, _vocabulary.Concat(Inflected(phrases.Vocabulary)).Concat(language.Small));
    }

    public LanguageWords Language => _language;

    public List<Hit> Hits(IReadOnlyList<Word> words) => _phrases.In(words);

    public (List<Word> Words, List<Repair> Repairs) Words(string text)
    {
        var (tokens, repairs, searched) = (new List<Token>(), new List<Repair>(), 0);
        foreach (var token in Tokens.Of(text, _language.KeepsApostrophe))
        {
            if (_language.Spoken.TryGetValue(token.Plain, out var said))
            {
                foreach (var word in said) tokens.Add(token with { Plain = word });
                continue;
            }

            if (IsKnown(token.Plain) || token.IsName)
            {
                tokens.Add(token);
                continue;
            }

            if (Glued(token) is { } parted)
            {
                tokens.AddRange(parted);
                continue;
            }

            var repaired = _repair.Of(token.Plain, IsOfOther(token.Plain), searched++ < MostSearched);
            tokens.Add(repaired is null ? token : token with { Plain = repaired });
            if (repaired is not null) repairs.Add(new Repair(token.At, token.Length, repaired));
        }

        return (Ranked(text, tokens), repairs);
    }

    /// <summary>The places that a refusal reaches: « je ne veux pas d’IA », « sans robot ».</summary>
    public HashSet<int> Refused(IReadOnlyList<Word> words)
    {
        var refused = new HashSet<int>();
        for (var i = 0; i < words.Count; i++)
        {
            if (_language.Refusals.FirstOrDefault(r => IsAt(r, words, i)) is not { } pattern) continue;
            var left = pattern.Reach;
            for (var p = i + pattern.Words.Count; p < words.Count && left > 0 && words[p].Clause == words[i].Clause; p++)
            {
                refused.Add(p);
                if (!words[p].IsSmall) left--;
            }
        }

        return refused;
    }

    private static bool IsAt(RefusalPattern pattern, IReadOnlyList<Word> words, int at)
    {
        if (at + pattern.Words.Count > words.Count) return false;
        for (var w = 0; w < pattern.Words.Count; w++)
            if (words[at + w].Plain != pattern.Words[w]) return false;
        return true;
    }

    private bool IsKnown(string plain) =>
        plain.Length < 3 || char.IsAsciiDigit(plain[0]) || _language.Small.Contains(plain) || _vocabulary.Contains(plain) || _language.Dictionary.Any(plain) || _phrases.Starts.Any(start => start.Length > 3 && plain.StartsWith(start, StringComparison.Ordinal));

    /// <summary>A word of the other language is no slip.</summary>
    private bool IsOfOther(string plain) => plain.Length > 4 && (_language.Code == "fr" ? LanguageWords.English : LanguageWords.French).Dictionary.Any(plain);

    /// <summary>jveux, daide, quon: a small word that lost its vowel or its apostrophe, before a word that exists.</summary>
    private Token[]? Glued(Token token)
    {
        if (_language.Code != "fr") return null;
        foreach (var (start, word) in Starts)
        {
            var rest = token.Plain.Length - start.Length >= 3 && token.Plain.StartsWith(start, StringComparison.Ordinal) ? token.Plain[start.Length..] : null;
            if (rest is not null && (_language.Dictionary.Any(rest) || _vocabulary.Contains(rest))) return [token with { Plain = word }, token with { Plain = rest }];
        }

        return null;
    }

    private static readonly (string Start, string Word)[] Starts = [("qu", "qu"), ("j", "je"), ("l", "l"), ("d", "d"), ("n", "n"), ("m", "m"), ("s", "s"), ("t", "t"), ("c", "c")];

    private List<Word> Ranked(string text, List<Token> tokens)
    {
        var (words, rank) = (new List<Word>(tokens.Count), 0);
        foreach (var token in tokens)
        {
            var isSmall = _language.Small.Contains(token.Plain);
            var isInCapitals = token.Length > 1 && text.AsSpan(token.At, token.Length).IndexOfAnyExceptInRange('A', 'Z') < 0;
            words.Add(new Word(token.At, token.Length, token.Plain, isSmall ? LanguageWords.SmallStems(token.Plain) : _language.Stems(token.Plain), isSmall, isInCapitals, token.Clause, rank));
            if (!isSmall) rank++;
        }

        return words;
    }

    /// <summary>The plural of each word: the form in which many are misspelt.</summary>
    private static IEnumerable<string> Inflected(IEnumerable<string> words) => words.Where(w => w.Length > 3 && w[^1] != 's').Select(w => w + "s");
}

/// <summary>A word read otherwise than it was written.</summary>
/// <param name="At">Where it stands in the text.</param>
/// <param name="Length">How long it was written.</param>
/// <param name="As">What it was read as, without accents.</param>
public sealed record Repair(int At, int Length, string As);
