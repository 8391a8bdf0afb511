namespace Diapason.Words;

/// <summary>Finds the phrases of a lexicon in a text, whatever the form and the order of their words.</summary>
internal sealed class PhraseIndex
{
    /// <summary>Words of meaning that may stand between those of a phrase.</summary>
    private const int Slack = 2;

    /// <summary>Words that turn what follows: a phrase that has one is only found in its order, nothing between. « IA, pis je sais pas » is not « pas d’IA ».</summary>
    private static readonly string[] Turns = ["pas", "plus", "sans", "aucun", "aucune", "jamais", "non", "no", "not", "without", "never", "don't", "rather"];

    private readonly LanguageWords _language;
    private readonly List<Phrase> _phrases = [];
    private readonly Dictionary<string, List<(int Phrase, int Element)>> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Phrase, int Element)>> _starts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _vocabulary = new(StringComparer.Ordinal);

    public PhraseIndex(LanguageWords language, IReadOnlyList<Idea> ideas)
    {
        _language = language;
        for (var i = 0; i < ideas.Count; i++)
            foreach (var written in ideas[i].Phrases.GetValueOrDefault(language.Code) ?? [])
                Add(i, written);
    }

    /// <summary>Every word of the phrases, for spelling to be repaired towards; words that begin as those with a star do.</summary>
    public IReadOnlySet<string> Vocabulary => _vocabulary;

    public IEnumerable<string> Starts => _starts.Keys;

    public List<Hit> In(IReadOnlyList<Word> words)
    {
        var found = new Dictionary<int, List<(int Position, int Element)>>();
        for (var p = 0; p < words.Count; p++)
        {
            foreach (var stem in words[p].Stems) Note(_stems, stem, p);
            for (var length = 2; length <= words[p].Plain.Length; length++) Note(_starts, words[p].Plain[..length], p);
        }

        var hits = new List<Hit>();
        foreach (var (phrase, places) in found.OrderBy(f => f.Key)) Gather(_phrases[phrase], places, words, hits);
        return hits;

        void Note(Dictionary<string, List<(int Phrase, int Element)>> index, string key, int position)
        {
            if (!index.TryGetValue(key, out var entries)) return;
            foreach (var (phrase, element) in entries)
            {
                if (_phrases[phrase].Elements[element].IsInitials && !words[position].IsInCapitals) continue;
                (found.TryGetValue(phrase, out var places) ? places : found[phrase] = []).Add((position, element));
            }
        }
    }

    private void Add(int idea, string written)
    {
        var tokens = Tokens.Of(written, _language.KeepsApostrophe);
        if (tokens.Count == 0) return;
        var elements = tokens.Select(t => Element(written, t)).ToList();
        var ofMeaning = elements.Where(e => !e.IsSmall).ToList();
        var isLoose = ofMeaning.Count >= 2;
        var isOrdered = isLoose && tokens.Exists(t => Turns.Contains(t.Plain));
        var phrase = new Phrase(idea, isLoose ? ofMeaning : elements, isLoose, isOrdered, Math.Max(1, ofMeaning.Count));
        var number = _phrases.Count;
        _phrases.Add(phrase);
        for (var e = 0; e < phrase.Elements.Count; e++)
        {
            var (element, index) = (phrase.Elements[e], phrase.Elements[e].IsStart ? _starts : _stems);
            foreach (var key in element.Keys) (index.TryGetValue(key, out var entries) ? entries : index[key] = []).Add((number, e));
        }
    }

    private PhraseElement Element(string written, Token token)
    {
        if (token.End < written.Length && written[token.End] == '*') return new PhraseElement([token.Plain], IsStart: true, IsSmall: false, IsInitials: false);
        var isSmall = _language.Small.Contains(token.Plain);
        var isInitials = isSmall && token.Length > 1 && written.AsSpan(token.At, token.Length).IndexOfAnyExceptInRange('A', 'Z') < 0;
        _vocabulary.Add(token.Plain);
        return new PhraseElement(isSmall ? LanguageWords.SmallStems(token.Plain) : _language.Stems(token.Plain), IsStart: false, isSmall && !isInitials, isInitials);
    }

    private static void Gather(Phrase phrase, List<(int Position, int Element)> places, IReadOnlyList<Word> words, List<Hit> hits)
    {
        if (phrase.Elements.Count == 1)
        {
            foreach (var position in places.Select(p => p.Position).Distinct()) hits.Add(new Hit(phrase.Idea, [position], phrase.Meaning));
            return;
        }

        if (phrase.IsLoose) GatherLoose(phrase, places, words, hits);
        else GatherExact(phrase, places, hits);
    }

    /// <summary>Each word in its place.</summary>
    private static void GatherExact(Phrase phrase, List<(int Position, int Element)> places, List<Hit> hits)
    {
        var at = places.ToHashSet();
        foreach (var (position, element) in places)
            if (element == 0 && Enumerable.Range(0, phrase.Elements.Count).All(e => at.Contains((position + e, e))))
                hits.Add(new Hit(phrase.Idea, [.. Enumerable.Range(position, phrase.Elements.Count)], phrase.Meaning));
    }

    /// <summary>All its words of meaning, close to each other, in one clause or two of a sentence that touch.</summary>
    private static void GatherLoose(Phrase phrase, List<(int Position, int Element)> places, IReadOnlyList<Word> words, List<Hit> hits)
    {
        if (places.Select(p => p.Element).Distinct().Count() < phrase.Elements.Count) return;
        places.Sort();
        for (var first = 0; first < places.Count; first++)
        {
            if (phrase.IsOrdered && places[first].Element != 0) continue;
            var taken = new Dictionary<int, int> { [places[first].Element] = places[first].Position };
            var start = words[places[first].Position];
            for (var next = first + 1; next < places.Count && taken.Count < phrase.Elements.Count; next++)
            {
                var word = words[places[next].Position];
                if (word.Rank - start.Rank >= phrase.Elements.Count + (phrase.IsOrdered ? 0 : Slack) || word.Clause - start.Clause > 1) break;
                if (phrase.IsOrdered && places[next].Element != taken.Count) continue;
                if (!taken.ContainsValue(places[next].Position)) taken.TryAdd(places[next].Element, places[next].Position);
            }

            if (taken.Count < phrase.Elements.Count) continue;
            hits.Add(new Hit(phrase.Idea, [.. taken.Values.Order()], phrase.Meaning));
            return;
        }
    }

    /// <summary>Meaning: how many words of meaning it has.</summary>
    private sealed record Phrase(int Idea, IReadOnlyList<PhraseElement> Elements, bool IsLoose, bool IsOrdered, int Meaning);

    /// <summary>Initials are written in capitals, and a small word otherwise: CA is no « ça ».</summary>
    private sealed record PhraseElement(string[] Keys, bool IsStart, bool IsSmall, bool IsInitials);
}

/// <summary>A phrase found: its idea, the places of its words, how many of them have a meaning of their own.</summary>
internal sealed record Hit(int Idea, IReadOnlyList<int> Places, int Meaning);

/// <summary>A word of a text, ready to be compared. Rank counts the words of meaning before it.</summary>
internal sealed record Word(int At, int Length, string Plain, string[] Stems, bool IsSmall, bool IsInCapitals, int Clause, int Rank);
