namespace Diapason.Words;

/// <summary>
/// From what a person writes to the ideas in it, the topics these call for, and whether it is outside the field. A lexicon and examples make it; nothing is random, nothing is hidden, no
/// model is called: each result names the words that brought it. Made once (a fifth of a second), then safe to use from any number of threads.
/// </summary>
public sealed class WordMatcher
{
    /// <summary>What is read of a text, in characters; the rest is left and <see cref="Understanding.IsCut"/> says so.</summary>
    public const int MostCharacters = 4000;

    private static readonly double[] OutsidePrior = [0.9, 2.4, -3.2, -1.1], WithoutPrior = [-2, 2.6, 0.2], DistressPrior = [-3.5, 6];

    /// <summary>Few sentences are outside the field, need nothing of the subject, or are those of somebody who suffers: each counts for several, or none would ever be said so.</summary>
    private const double OutsideWeight = 2, WithoutWeight = 4, DistressWeight = 3;

    private const double LeastSaid = -1, LeastUnsaid = 0.3;

    /// <summary>A word that says less of a topic than this did not bring it.</summary>
    private const double LeastTelling = 0.1;

    private const int MostTelling = 4;

    /// <summary>« pas », « elle »: they count, and explain nothing.</summary>
    private const int ShortWord = 4;

    private static readonly double[] Shares = [0.6, 0.3, 0.1];

    private readonly IReadOnlyList<Idea> _ideas;
    private readonly IReadOnlyList<string> _topics;
    private readonly Dictionary<string, TextReading> _readings;
    private readonly Dictionary<string, int> _featureOf;
    private readonly Weights _weights;
    private readonly YesOrNo _outside, _without, _distress;

    /// <summary>Reads the lexicon, then learns from the examples.</summary>
    /// <param name="ideas">The lexicon, each code once.</param>
    /// <param name="topics">Every topic, in the order that settles draws; a point to another topic is ignored.</param>
    /// <param name="examples">Sentences somebody labelled; there may be none.</param>
    public WordMatcher(IReadOnlyList<Idea> ideas, IReadOnlyList<string> topics, IReadOnlyList<Example> examples)
    {
        (_ideas, _topics) = (ideas, topics);
        _featureOf = ideas.Select((idea, i) => (idea.Code, i)).ToDictionary(i => i.Code, i => i.i, StringComparer.Ordinal);
        _readings = new[] { LanguageWords.French, LanguageWords.English }.ToDictionary(
            l => l.Code,
            l => new TextReading(l, new PhraseIndex(l, ideas), examples.Where(e => LanguageWords.Of(e.Language) == l).SelectMany(e => Tokens.Of(e.Text, l.KeepsApostrophe)).Select(t => t.Plain)));
        var read = examples.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(e => (Example: e, Found: Find(e.Text, _readings[LanguageWords.Of(e.Language).Code], []))).ToList();
        _weights = Weights.Learn(ideas, topics, [.. read.Select(r => LessonOf(r.Example, r.Found))]);
        // A framework's own sentences say nothing of where the field ends.
        var sentences = read.Where(r => r.Example.Weight >= 1).Select(r => (r.Example, r.Found.Mentions, Words: _weights.Words(r.Found.Cues))).ToList();
        // What has neither a topic nor an outside was labelled for distress only; and the words of distress say nothing of where the field ends.
        _outside = Learn(OutsidePrior, OutsideOf, e => !e.IsDistress && (e.Topics.Count > 0 || e.IsOutside), e => e.IsOutside, OutsideWeight);
        _without = Learn(WithoutPrior, WithoutOf, e => e.Topics.Count > 0 || e.IsOutside, e => e.IsWithout, WithoutWeight);
        _distress = Learn(DistressPrior, DistressOf, _ => true, e => e.IsDistress, DistressWeight);

        YesOrNo Learn(double[] prior, Func<List<Mention>, IReadOnlyList<(int, double)>, Traits> traits, Func<Example, bool> teaches, Func<Example, bool> isSo, double weight) =>
            new(prior, _weights.Count, [.. sentences.Where(r => teaches(r.Example)).Select(r => (traits(r.Mentions, r.Words), isSo(r.Example), isSo(r.Example) ? weight : 1))]);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Anything; nothing is kept of it.</param>
    /// <param name="language">The language announced; a text plainly in the other one is read in that one.</param>
    /// <param name="struck">Codes of ideas the person took out.</param>
    /// <param name="added">Codes of ideas the person added.</param>
    public Understanding Understand(string text, string language, IReadOnlyCollection<string>? struck = null, IReadOnlyCollection<string>? added = null)
    {
        var (isCut, read) = (text.Length > MostCharacters, text.Length > MostCharacters ? text[..MostCharacters] : text);
        var reading = ReadingOf(read, language);
        var found = Find(read, reading, struck ?? []);
        var mentions = found.Mentions;
        foreach (var idea in _ideas.Where(i => added?.Contains(i.Code) == true && mentions.TrueForAll(m => m.Idea != i))) mentions.Add(new Mention(idea, [], MentionState.Counted, 1));
        var counted = mentions.Where(m => m.State == MentionState.Counted).ToList();
        var known = _weights.Words(found.Cues);
        // Whoever says that it is not so is believed. The lexicon's own words are overruled only by much.
        var said = mentions.Where(m => m.Idea.Meaning == IdeaMeaning.Distress).ToList();
        var isDistress = !said.Exists(m => m.State == MentionState.Struck)
            && (said.Count > 0 || mentions.TrueForAll(m => m.State != MentionState.Struck)) // what is left of a sentence once ideas are struck is no sentence
            && _distress.Of(DistressOf(mentions, known)) > (said.Exists(m => m.State == MentionState.Counted) ? LeastSaid : LeastUnsaid);
        var topics = Rank(counted, known);
        return new Understanding(
            reading.Language.Code,
            mentions,
            topics,
            Telling(found, topics[0]),
            Facets(counted),
            _outside.Of(OutsideOf(mentions, known)) > 0 || (isDistress && OutsideOf(mentions, known).Sums is [_, < 1, < 1.2]),
            _without.Of(WithoutOf(mentions, known)) > 0,
            isDistress,
            found.Repairs,
            isCut);
    }

    private TextReading ReadingOf(string text, string language)
    {
        var (announced, other) = LanguageWords.Of(language).Code == "en" ? ("en", "fr") : ("fr", "en");
        var words = text.Split([' ', '\n', '\t', ',', '.', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Select(Plain.Of).ToList();
        return _readings[words.Count(_readings[other].Language.Small.Contains) > 2 + (2 * words.Count(_readings[announced].Language.Small.Contains)) ? other : announced];
    }

    private Reading Find(string text, TextReading reading, IReadOnlyCollection<string> struck)
    {
        var (words, repairs) = reading.Words(text);
        var refused = reading.Refused(words);
        var mentions = new List<(int First, Mention Mention)>();
        var set = new HashSet<int>();
        foreach (var group in Said(reading.Hits(words)).GroupBy(h => h.Idea))
        {
            var idea = _ideas[group.Key];
            var kept = group.Where(h => !h.Places.All(refused.Contains)).ToList();
            var state = struck.Contains(idea.Code) ? MentionState.Struck : kept.Count == 0 ? MentionState.Refused : MentionState.Counted;
            var hits = kept.Count == 0 ? [.. group] : kept;
            if (state != MentionState.Counted) set.UnionWith(hits.SelectMany(h => h.Places));
            var spans = hits.Select(h => SpanOf(h, words)).Distinct().OrderBy(s => s.At).ThenByDescending(s => s.Length).ToList();
            var value = Math.Min(1.6, (hits.Max(h => h.Meaning) > 1 ? 1 : 0.8) + (0.25 * (hits.DistinctBy(h => string.Join(' ', h.Places)).Count() - 1)));
            mentions.Add((spans[0].At, new Mention(idea, Widest(spans), state, value)));
        }

        if (mentions.Exists(m => m.Mention is { Idea.Meaning: IdeaMeaning.Subject, Idea.Strength: >= 1, State: MentionState.Refused })) AddWithout(mentions, struck);
        return new Reading(words, set, [.. mentions.OrderBy(m => m.First).ThenBy(m => m.Mention.Idea.Code, StringComparer.Ordinal).Select(m => m.Mention)], Cue.Of(words, set), repairs);
    }

    /// <summary>A word taken in a longer phrase of something else says nothing by itself: « machine à laver ».</summary>
    private IEnumerable<Hit> Said(List<Hit> hits)
    {
        var elsewhere = hits.Where(h => h.Places.Count > 1 && _ideas[h.Idea].Meaning == IdeaMeaning.Outside).ToList();
        return hits.Where(h => _ideas[h.Idea].Meaning == IdeaMeaning.Outside || !elsewhere.Exists(e => e.Places.Count > h.Places.Count && h.Places.All(e.Places.Contains)));
    }

    /// <summary>Who refuses the subject wants to do without it.</summary>
    private void AddWithout(List<(int First, Mention Mention)> mentions, IReadOnlyCollection<string> struck)
    {
        if (_ideas.FirstOrDefault(i => i.Meaning == IdeaMeaning.Without) is not { } without || mentions.Exists(m => m.Mention.Idea == without)) return;
        var (first, refused) = mentions.Find(m => m.Mention is { Idea.Meaning: IdeaMeaning.Subject, State: MentionState.Refused });
        mentions.Add((first, refused with { Idea = without, State = struck.Contains(without.Code) ? MentionState.Struck : MentionState.Counted, Value = 1 }));
    }

    private static Span SpanOf(Hit hit, List<Word> words)
    {
        var (first, last) = (words[hit.Places[0]], words[hit.Places[^1]]);
        return new Span(first.At, last.At + last.Length - first.At);
    }

    /// <summary>Without those that lie within another.</summary>
    private static List<Span> Widest(List<Span> spans) =>
        [.. spans.Where((s, i) => !spans.Where((o, j) => i != j && o.At <= s.At && o.At + o.Length >= s.At + s.Length && (o != s || j < i)).Any())];

    private List<RankedTopic> Rank(List<Mention> counted, IReadOnlyList<(int Feature, double Value)> words)
    {
        var ideas = counted.Select(m => (m.Idea, Feature: FeatureOf(m.Idea), m.Value)).ToList();
        return
        [
            .. _topics.Select((topic, t) =>
            {
                var parts = ideas.Select(i => (i.Idea, Part: i.Value * _weights.Of(t, i.Feature))).Where(p => p.Part != 0).OrderByDescending(p => p.Part).ToList();
                return new RankedTopic(topic, parts.Sum(p => p.Part) + words.Sum(w => w.Value * _weights.Of(t, w.Feature)), parts);
            }).OrderByDescending(r => r.Score),
        ];
    }

    /// <summary>The words that examples taught to call for the first topic, the most telling first: those that say more of it than of the others.</summary>
    private List<Span> Telling(Reading found, RankedTopic first)
    {
        var topic = _topics.ToList().IndexOf(first.Topic);
        return
        [
            .. Enumerable.Range(0, found.Words.Count).Where(i => found.Words[i].Length > ShortWord && !found.Words[i].IsSmall && !found.LeftOut.Contains(i))
                .Select(i => (Word: found.Words[i], Said: _weights.Words([.. Cue.At(found.Words, i, found.LeftOut)], found.Cues).Sum(w => w.Value * (_weights.Of(topic, w.Feature) - _weights.Mean(w.Feature)))))
                .Where(w => w.Said > LeastTelling).OrderByDescending(w => w.Said).Take(MostTelling)
                .Select(w => new Span(w.Word.At, w.Word.Length)),
        ];
    }

    private int FeatureOf(Idea idea) => _featureOf[idea.Code];

    private static Dictionary<string, string> Facets(List<Mention> counted) =>
        counted.SelectMany(m => m.Idea.Facets.Select(f => (Kind: f.Key, f.Value, Weight: m.Idea.Strength * m.Value)))
            .GroupBy(f => f.Kind)
            .ToDictionary(kind => kind.Key, kind => kind.GroupBy(f => f.Value).OrderByDescending(g => g.Sum(f => f.Weight)).First().Key, StringComparer.Ordinal);

    private Lesson LessonOf(Example example, Reading found)
    {
        var shares = new double[_topics.Count];
        for (var i = 0; i < example.Topics.Count && i < Shares.Length; i++)
            if (_topics.ToList().IndexOf(example.Topics[i]) is var t && t >= 0) shares[t] = Shares[i];
        var sum = shares.Sum();
        for (var t = 0; t < shares.Length && sum > 0; t++) shares[t] /= sum;
        return new Lesson([.. found.Mentions.Where(m => m.State == MentionState.Counted).Select(m => (FeatureOf(m.Idea), m.Value))], found.Cues, shares, example.Weight);
    }

    /// <summary>How much is outside, how much names the subject, how much calls for its topics.</summary>
    private Traits OutsideOf(List<Mention> mentions, IReadOnlyList<(int Feature, double Value)> words)
    {
        var counted = mentions.Where(m => m.State == MentionState.Counted).ToList();
        return new Traits(
        [
            Math.Min(3, counted.Where(m => m.Idea.Meaning == IdeaMeaning.Outside).Sum(m => m.Value * m.Idea.Strength)),
            Math.Min(1.5, mentions.Where(m => m.Idea.Meaning == IdeaMeaning.Subject && m.State != MentionState.Struck).Sum(m => m.Idea.Strength)),
            Math.Min(3, counted.Where(m => m.Idea.Meaning is IdeaMeaning.Topic or IdeaMeaning.Without).Sum(m => m.Value * Math.Min(1, m.Idea.Points.Values.DefaultIfEmpty(0).Max() / 4))),
        ], [.. words, .. counted.Select(m => (FeatureOf(m.Idea), m.Value))]);
    }

    private static Traits WithoutOf(List<Mention> mentions, IReadOnlyList<(int Feature, double Value)> words)
    {
        var counted = mentions.Where(m => m.State == MentionState.Counted).ToList();
        return new Traits(
        [
            Math.Min(2, counted.Where(m => m.Idea.Meaning == IdeaMeaning.Without).Sum(m => m.Value * m.Idea.Strength)),
            counted.Any(m => m.Idea.Meaning == IdeaMeaning.Subject) ? 1 : 0,
        ], [.. words]);
    }

    /// <summary>How much says that somebody suffers.</summary>
    private static Traits DistressOf(List<Mention> mentions, IReadOnlyList<(int Feature, double Value)> words) => new(
        [Math.Min(2, mentions.Where(m => m.State == MentionState.Counted && m.Idea.Meaning == IdeaMeaning.Distress).Sum(m => m.Value * m.Idea.Strength))], [.. words]);
}

/// <summary>A text as it was read: its words, the places that what is refused or struck takes from the examples' words, the ideas found, the cues of the rest, what was repaired.</summary>
internal sealed record Reading(List<Word> Words, HashSet<int> LeftOut, List<Mention> Mentions, List<Cue> Cues, List<Repair> Repairs);
