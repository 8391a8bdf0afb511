namespace Diapason.Words;

/// <summary>
/// The weights of ideas and of words for each topic: they begin as the lexicon says, then move as far as examples ask (multinomial logistic regression, with a Gaussian prior centred on the
/// lexicon's own strengths). The same lexicon and examples give the same weights.
/// </summary>
internal sealed class Weights
{
    private const double PerPoint = 0.5, KeepIdeas = 1.2, KeepWords = 0.3, Step = 0.1;
    private const int Rounds = 100;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly double[] _weights, _prior;
    private readonly int _ideas, _topics;

    private Weights(IReadOnlyList<Idea> ideas, IReadOnlyList<string> topics, IEnumerable<string> words)
    {
        (_ideas, _topics) = (ideas.Count, topics.Count);
        foreach (var word in words) _words[word] = _ideas + _words.Count;
        _prior = new double[Count * _topics];
        for (var i = 0; i < _ideas; i++)
            for (var t = 0; t < _topics; t++) _prior[(i * _topics) + t] = PerPoint * ideas[i].Points.GetValueOrDefault(topics[t]);
        _weights = [.. _prior];
    }

    /// <summary>How many features there are: ideas, then words.</summary>
    public int Count => _ideas + _words.Count;

    /// <summary>How much one feature calls for a topic.</summary>
    public double Of(int topic, int feature) => _weights[(feature * _topics) + topic];

    /// <summary>The features of words that examples taught something of.</summary>
    public IReadOnlyList<(int Feature, double Value)> Words(IReadOnlyList<Cue> cues) =>
        [.. cues.Where(c => _words.ContainsKey(c.Key)).Select(c => (_words[c.Key], c.Value))];

    /// <summary>Begins with the ideas of the lexicon, for the topics in the order that settles draws, and learns from examples as features and the share of each topic.</summary>
    public static Weights Learn(IReadOnlyList<Idea> ideas, IReadOnlyList<string> topics, IReadOnlyList<Lesson> lessons)
    {
        var counted = lessons.SelectMany(l => l.Cues.Select(c => c.Key)).GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key).Order(StringComparer.Ordinal);
        var weights = new Weights(ideas, topics, counted);
        var rows = lessons.Select(l => (Features: weights.Features(l).ToArray(), l.Shares, l.Weight)).Where(r => r.Features.Length > 0 && r.Shares.Sum() > 0).ToList();
        var slope = new double[weights._weights.Length];
        for (var round = 0; round < Rounds && rows.Count > 0; round++)
        {
            Array.Clear(slope);
            foreach (var (features, shares, weight) in rows) weights.Add(slope, features, shares, weight);
            weights.Move(slope);
        }

        return weights;
    }

    private IEnumerable<(int Feature, double Value)> Features(Lesson lesson) => lesson.Ideas.Concat(Words(lesson.Cues));

    private void Add(double[] slope, (int Feature, double Value)[] features, double[] shares, double weight)
    {
        Span<double> odds = stackalloc double[_topics];
        odds.Clear();
        foreach (var (feature, value) in features)
        {
            var row = _weights.AsSpan(feature * _topics, _topics);
            for (var t = 0; t < odds.Length; t++) odds[t] += row[t] * value;
        }

        var (most, sum) = (double.NegativeInfinity, 0.0);
        foreach (var odd in odds) most = Math.Max(most, odd);
        for (var t = 0; t < odds.Length; t++) sum += odds[t] = Math.Exp(odds[t] - most);
        for (var t = 0; t < odds.Length; t++) odds[t] = weight * (shares[t] - (odds[t] / sum));
        foreach (var (feature, value) in features)
        {
            var row = slope.AsSpan(feature * _topics, _topics);
            for (var t = 0; t < odds.Length; t++) row[t] += value * odds[t];
        }
    }

    private void Move(double[] slope)
    {
        var words = _ideas * _topics;
        for (var f = 0; f < slope.Length; f++) _weights[f] += Step * (slope[f] - ((f < words ? KeepIdeas : KeepWords) * (_weights[f] - _prior[f])));
    }
}

/// <summary>An example as features: the ideas found, each with how clearly it is said; the cues of its words; the share of each topic, all nought outside the field; how much it counts.</summary>
internal sealed record Lesson(IReadOnlyList<(int Feature, double Value)> Ideas, IReadOnlyList<Cue> Cues, double[] Shares, double Weight);

/// <summary>A word, or two that follow each other, as something examples can teach about. A word of meaning says more than a small one.</summary>
internal sealed record Cue(string Key, double Value)
{
    private const double Meaning = 0.9, Small = 0.2, Pair = 0.2, Start = 0.5;

    /// <summary>What the words of one family share: anonyme, anonymiser, anonymisation.</summary>
    private const int Family = 5;

    /// <summary>Those of a text, each once, without the words at the places left out.</summary>
    public static List<Cue> Of(IReadOnlyList<Word> words, IReadOnlySet<int> without)
    {
        var cues = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (without.Contains(i)) continue;
            cues[words[i].Stems[0]] = words[i].IsSmall ? Small : Meaning;
            if (words[i].Stems[0].Length > Family && !words[i].IsSmall) cues[words[i].Stems[0][..Family] + "~"] = Start;
            if (i + 1 < words.Count && words[i + 1].Clause == words[i].Clause && !without.Contains(i + 1)) cues[$"{words[i].Stems[0]} {words[i + 1].Stems[0]}"] = Pair;
        }

        return [.. cues.Select(c => new Cue(c.Key, c.Value))];
    }
}
