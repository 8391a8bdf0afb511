namespace Diapason.Words;

/// <summary>
/// A question answered by a few sums of the text and by its words (logistic regression): where the weight of each sum begins is written in the code, words begin at nought, and examples move both.
/// </summary>
internal sealed class YesOrNo
{
    private const double KeepSums = 2, KeepWords = 0.6, Step = 0.02;
    private const int Rounds = 200;

    private readonly double[] _sums, _words;

    /// <summary>The prior is the bias, then the weight of each sum; there are so many features; an example is what it holds, its answer, how much it counts.</summary>
    public YesOrNo(double[] prior, int features, IReadOnlyList<(Traits Traits, bool Answer, double Weight)> examples)
    {
        (_sums, _words) = ([.. prior], new double[features]);
        var (sums, words) = (new double[prior.Length], new double[features]);
        for (var round = 0; round < Rounds && examples.Count > 0; round++)
        {
            Array.Clear(sums);
            Array.Clear(words);
            foreach (var (traits, answer, weight) in examples)
            {
                var error = weight * ((answer ? 1 : 0) - (1 / (1 + Math.Exp(-Of(traits)))));
                sums[0] += error;
                for (var i = 0; i < traits.Sums.Length; i++) sums[i + 1] += error * traits.Sums[i];
                foreach (var (feature, value) in traits.Words) words[feature] += error * value;
            }

            for (var i = 0; i < sums.Length; i++) _sums[i] += Step * (sums[i] - (KeepSums * (_sums[i] - prior[i])));
            for (var i = 0; i < words.Length; i++) _words[i] += Step * (words[i] - (KeepWords * _words[i]));
        }
    }

    /// <summary>Above nought: yes.</summary>
    public double Of(Traits traits)
    {
        var total = _sums[0];
        for (var i = 0; i < traits.Sums.Length; i++) total += _sums[i + 1] * traits.Sums[i];
        foreach (var (feature, value) in traits.Words) total += value * _words[feature];
        return total;
    }
}

/// <summary>What a yes or a no depends on: a few sums, and the features that examples taught something of.</summary>
internal sealed record Traits(double[] Sums, IReadOnlyList<(int Feature, double Value)> Words);
