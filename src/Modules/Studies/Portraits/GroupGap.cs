using Diapason.Statistics;

namespace Diapason.Studies.Portraits;

/// <summary>How far apart the two ends of a breakdown are, and whether chance usually explains as much.</summary>
/// <remarks>
/// The difference is tested with its own standard error, which counts the covariance of two groups of one calibrated sample, by Student with the degrees of
/// freedom of the smaller group. Its ends were chosen among k groups after seeing them all, so its probability is multiplied by the number of pairs, k(k−1)/2
/// (Bonferroni's inequality; Dunn, 1961, JASA 56, 52–64): strict, since pairs share groups. Whether two intervals overlap would answer another question
/// (Schenker and Gentleman, 2001, The American Statistician 55, 182–186).
/// </remarks>
/// <param name="Groups">Groups without a mark, k.</param>
/// <param name="Difference">The highest less the lowest, its probability not yet corrected.</param>
internal sealed record GroupGap(int Groups, Contrast Difference)
{
    /// <summary>A gap that chance would make less often than this, whatever the pair, is said to exceed it.</summary>
    public const double Level = 0.05;

    public int Pairs => Groups * (Groups - 1) / 2;

    /// <summary>Null when nothing was measured.</summary>
    public double? Probability => Difference.PValue is { } one ? Math.Min(1, one * Pairs) : null;

    public bool IsBeyondChance => Probability < Level;

    /// <summary>The groups a sentence may speak of, the lowest first: those shown without a mark.</summary>
    public static IReadOnlyList<Segment> Ordered(IEnumerable<Segment> segments) => [.. segments.Where(s => s.Share is { IsSure: true }).OrderBy(s => s.Share!.Value)];
}
