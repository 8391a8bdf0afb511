namespace Diapason.Words;

/// <summary>
/// The weights of ideas and of words for each topic: they begin as the lexicon says, then move as far as examples ask (multinomial logistic regression, with a Gaussian prior centred on the
/// lexicon's own strengths, by stochastic descent in an order that never changes). The same lexicon and examples give the same weights.
/// </summary>
internal sealed class Weights
{
    private const double PerPoint = 0.5, KeepIdeas = 0.8, KeepWords = 0.12;

    private readonly CueValues _cues;
    private readonly double[] _weights, _prior;
    private readonly int _ideas, _topics;

    private Weights(IReadOnlyList<Idea> ideas, IReadOnlyList<string> topics, CueValues cues)
    {
        (_ideas, _topics, _cues) = (ideas.Count, topics.Count, cues);
        _prior = new double[Count * _topics];
        for (var i = 0; i < _ideas; i++)
            for (var t = 0; t < _topics; t++) _prior[(i * _topics) + t] = PerPoint * ideas[i].Points.GetValueOrDefault(topics[t]);
        _weights = [.. _prior];
    }

    /// <summary>How many features there are: ideas, then words.</summary>
    public int Count => _ideas + _cues.Count;

    /// <summary>How much one feature calls for a topic.</summary>
    public double Of(int topic, int feature) => _weights[(feature * _topics) + topic];

    /// <summary>The features of words that examples taught something of.</summary>
    public IReadOnlyList<(int Feature, double Value)> Words(IReadOnlyList<Cue> cues) => _cues.Of(cues, _ideas);

    /// <summary>The features of some cues, each worth what it is worth in the whole text.</summary>
    public IReadOnlyList<(int Feature, double Value)> Words(IReadOnlyList<Cue> some, IReadOnlyList<Cue> text) => _cues.Of(some, text, _ideas);

    /// <summary>How much one feature calls for any topic.</summary>
    public double Mean(int feature) => _weights.AsSpan(feature * _topics, _topics).ToArray().Average();

    /// <summary>Begins with the ideas of the lexicon, for the topics in the order that settles draws, and learns from examples as features and the share of each topic.</summary>
    public static Weights Learn(IReadOnlyList<Idea> ideas, IReadOnlyList<string> topics, IReadOnlyList<Lesson> lessons)
    {
        var weights = new Weights(ideas, topics, CueValues.Of(lessons.Select(l => l.Cues)));
        var rows = lessons.Select(l => (Features: l.Ideas.Concat(weights.Words(l.Cues)).ToArray(), l.Shares, l.Weight)).Where(r => r.Features.Length > 0 && r.Shares.Sum() > 0).ToList();
        var keep = Descent.Keeps(rows.Select(r => r.Features), weights.Count, f => f < weights._ideas ? KeepIdeas : KeepWords);
        Descent.Run(rows.Count, (row, step) => weights.Move(rows[row].Features, rows[row].Shares, rows[row].Weight, keep, step));
        return weights;
    }

    private void Move((int Feature, double Value)[] features, double[] shares, double weight, double[] keep, double step)
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
            var row = _weights.AsSpan(feature * _topics, _topics);
            var prior = _prior.AsSpan(feature * _topics, _topics);
            for (var t = 0; t < odds.Length; t++) row[t] += step * ((value * odds[t]) - (keep[feature] * (row[t] - prior[t])));
        }
    }
}

/// <summary>An example as features: the ideas found, each with how clearly it is said; the cues of its words; the share of each topic, all nought outside the field; how much it counts.</summary>
internal sealed record Lesson(IReadOnlyList<(int Feature, double Value)> Ideas, IReadOnlyList<Cue> Cues, double[] Shares, double Weight);

/// <summary>
/// What a cue is worth in a text: more when few examples hold it (the logarithm of how rare it is), and such that the words of a text weigh one in all, and its letters one in all, however long it is.
/// A cue met in one example only teaches nothing.
/// </summary>
internal sealed class CueValues
{
    private readonly Dictionary<Cue, (int Feature, double Rare)> _known = [];

    public int Count => _known.Count;

    public static CueValues Of(IEnumerable<IReadOnlyList<Cue>> texts)
    {
        var (held, count) = (new Dictionary<Cue, int>(), 0);
        foreach (var text in texts)
        {
            count++;
            foreach (var cue in text) held[cue] = held.GetValueOrDefault(cue) + 1;
        }

        var values = new CueValues();
        foreach (var (cue, times) in held.Where(h => h.Value > 1).OrderBy(h => h.Key.IsSign).ThenBy(h => h.Key.Key, StringComparer.Ordinal))
            values._known[cue] = (values._known.Count, Math.Log((1.0 + count) / (1 + times)) + 1);
        return values;
    }

    public IReadOnlyList<(int Feature, double Value)> Of(IReadOnlyList<Cue> text, int first) => Of(text, text, first);

    /// <summary>The features of some cues, numbered from the first, each with what it is worth in the whole text.</summary>
    public IReadOnlyList<(int Feature, double Value)> Of(IReadOnlyList<Cue> some, IReadOnlyList<Cue> text, int first)
    {
        var (words, signs) = (Length(text, isSign: false), Length(text, isSign: true));
        return [.. some.Where(_known.ContainsKey).Select(c => (first + _known[c].Feature, _known[c].Rare / (c.IsSign ? signs : words)))];
    }

    private double Length(IReadOnlyList<Cue> text, bool isSign) => Math.Sqrt(text.Where(c => c.IsSign == isSign && _known.ContainsKey(c)).Sum(c => _known[c].Rare * _known[c].Rare));
}

/// <summary>Goes down a slope one example at a time, in an order that looks like none and is always the same, by steps that shorten.</summary>
internal static class Descent
{
    private const double FirstStep = 0.4, Shortens = 0.25;
    private const int Rounds = 24;

    /// <summary>How much each feature is drawn back each time it is met: its whole, shared between the examples that hold it.</summary>
    public static double[] Keeps(IEnumerable<(int Feature, double Value)[]> rows, int features, Func<int, double> keep)
    {
        var times = new int[features];
        foreach (var row in rows)
            foreach (var (feature, _) in row) times[feature]++;
        return [.. times.Select((n, f) => n == 0 ? 0 : keep(f) / n)];
    }

    public static void Run(int rows, Action<int, double> move)
    {
        // A stride prime with the number of rows meets each once.
        var stride = Enumerable.Range((int)(rows * 0.618) + 1, rows + 1).First(s => Gcd(s, Math.Max(1, rows)) == 1);
        for (var round = 0; round < Rounds; round++)
        {
            var step = FirstStep / (1 + (Shortens * round));
            for (var i = 0; i < rows; i++) move((int)(((long)i * stride + round) % rows), step);
        }
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
