namespace Diapason.Words;

/// <summary>
/// A question answered by a few sums of the text and by its words (logistic regression): where the weight of each sum begins is written in the code, words begin at nought, and examples move both.
/// </summary>
internal sealed class YesOrNo
{
    private const double KeepSums = 2, KeepWords = 0.2;

    private readonly double[] _sums, _words;

    /// <summary>The prior is the bias, then the weight of each sum; there are so many features; an example is what it holds, its answer, how much it counts.</summary>
    public YesOrNo(double[] prior, int features, IReadOnlyList<(Traits Traits, bool Answer, double Weight)> examples)
    {
        (_sums, _words) = ([.. prior], new double[features]);
        var keep = Descent.Keeps(examples.Select(e => e.Traits.Words), features, _ => KeepWords);
        var keepSums = KeepSums / Math.Max(1, examples.Count);
        Descent.Run(examples.Count, (row, step) => Move(examples[row], prior, keep, keepSums, step));
    }

    /// <summary>Above nought: yes.</summary>
    public double Of(Traits traits)
    {
        var total = _sums[0];
        for (var i = 0; i < traits.Sums.Length; i++) total += _sums[i + 1] * traits.Sums[i];
        foreach (var (feature, value) in traits.Words) total += value * _words[feature];
        return total;
    }

    private void Move((Traits Traits, bool Answer, double Weight) example, double[] prior, double[] keep, double keepSums, double step)
    {
        var (traits, answer, weight) = example;
        var error = weight * ((answer ? 1 : 0) - (1 / (1 + Math.Exp(-Of(traits)))));
        for (var i = 0; i < _sums.Length; i++) _sums[i] += step * ((error * (i == 0 ? 1 : traits.Sums[i - 1])) - (keepSums * (_sums[i] - prior[i])));
        foreach (var (feature, value) in traits.Words) _words[feature] += step * ((error * value) - (keep[feature] * _words[feature]));
    }
}

/// <summary>What a yes or a no depends on: a few sums, and the features that examples taught something of.</summary>
internal sealed record Traits(double[] Sums, (int Feature, double Value)[] Words);
