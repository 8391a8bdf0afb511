namespace Diapason.Words;

/// <summary>
/// The weights of ideas and of words for each topic: they begin as the lexicon says, then move as far as examples ask (multinomial logistic regression, with a Gaussian prior centred on the
/// lexicon's own strengths). The same lexicon and examples give the same weights.
/// </summary>
internal sealed class Weights
{
    private const double PerPoint = 0.5, KeepIdeas = 0.24, KeepWords = 0.4, Step = 0.1;
    private const int Rounds = 120;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly double[][] _weights;
    private readonly double[][] _prior;
    private readonly int _ideas;

    private Weights(IReadOnlyList<Idea> ideas, IReadOnlyList<string> topics, IEnumerable<string> words)
    {
        _ideas = ideas.Count;
        foreach (var word in words) _words[word] = _ideas + _words.Count;
        _prior = [.. topics.Select(topic => Enumerable.Range(0, Count).Select(f => f < _ideas ? PerPoint * ideas[f].Points.GetValueOrDefault(topic) : 0).ToArray())];
        _weights = [.. _prior.Select(row => (double[])row.Clone())];
    }

    /// <summary>How many features there are: ideas, then words.</summary>
    public int Count => _ideas + _words.Count;

    /// <summary>How much one feature calls for a topic.</summary>
    public double Of(int topic, int feature) => _weights[topic][feature];

    /// <summary>The features of words that examples taught something of.</summary>
    public IReadOnlyList<(int Feature, double Value)> Words(IReadOnlyList<Cue> cues) =>
        [.. cues.Where(c => _words.ContainsKey(c.Key)).Select(c => (_words[c.Key], c.Value))];

    /// <param name="ideas">The lexicon.</param>
    /// <param name="topics">In the order that settles draws.</param>
    /// <param name="lessons">Examples, as features and the share of each topic.</param>
    public static Weights Learn(IReadOnlyList<Idea> ideas, IReadOnlyList<string> topics, IReadOnlyList<Lesson> lessons)
    {
        var counted = lessons.SelectMany(l => l.Cues.Select(c => c.Key)).GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key).Order(StringComparer.Ordinal);
        var weights = new Weights(ideas, topics, counted);
        var rows = lessons.Select(l => (Features: weights.Features(l).ToArray(), l.Shares, l.Weight)).Where(r => r.Features.Length > 0 && r.Shares.Sum() > 0).ToList();
        var slope = topics.Select(_ => new double[weights._weights[0].Length]).ToArray();
        for (var round = 0; round < Rounds && rows.Count > 0; round++)
        {
            foreach (var row in slope) Array.Clear(row);
            foreach (var (features, shares, weight) in rows) weights.Add(slope, features, shares, weight);
            weights.Move(slope);
        }

        return weights;
    }

    private IEnumerable<(int Feature, double Value)> Features(Lesson lesson) =>
        lesson.Ideas.Concat(Words(lesson.Cues));

    private void Add(double[][] slope, (int Feature, double Value)[] features, double[] shares, double weight)
    {
        var odds = new double[_weights.Length];
        for (var t = 0; t < odds.Length; t++)
            foreach (var (feature, value) in features) odds[t] += _weights[t][feature] * value;
        var most = odds.Max();
        for (var t = 0; t < odds.Length; t++) odds[t] = Math.Exp(odds[t] - most);
        var sum = odds.Sum();
        for (var t = 0; t < odds.Length; t++)
            foreach (var (feature, value) in features) slope[t][feature] += weight * value * (shares[t] - (odds[t] / sum));
    }

    private void Move(double[][] slope)
    {
        for (var t = 0; t < slope.Length; t++)
            for (var f = 0; f < slope[t].Length; f++)
                _weights[t][f] += Step * (slope[t][f] - ((f < _ideas ? KeepIdeas : KeepWords) * (_weights[t][f] - _prior[t][f])));
    }
}

/// <summary>An example as features: the ideas found, each with how clearly it is said; the cues of its words; the share of each topic, all nought outside the field; how much it counts.</summary>
internal sealed record Lesson(IReadOnlyList<(int Feature, double Value)> Ideas, IReadOnlyList<Cue> Cues, double[] Shares, double Weight);

/// <summary>A word, or two that follow each other, as something examples can teach about. A word of meaning says more than a small one.</summary>
internal sealed record Cue(string Key, double Value)
{
    private const double Meaning = 0.8, Small = 0.2, Pair = 0.2;

    /// <summary>Those of a text, each once, without the words at the places left out.</summary>
    public static List<Cue> Of(IReadOnlyList<Word> words, IReadOnlySet<int> without)
    {
        var cues = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (without.Contains(i)) continue;
            cues[words[i].Stems[0]] = words[i].IsSmall ? Small : Meaning;
            if (i + 1 < words.Count && words[i + 1].Clause == words[i].Clause && !without.Contains(i + 1)) cues[$"{words[i].Stems[0]} {words[i + 1].Stems[0]}"] = Pair;
        }

        return [.. cues.Select(c => new Cue(c.Key, c.Value))];
    }
}
