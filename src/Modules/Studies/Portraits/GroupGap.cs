using Diapason.Statistics;

namespace Diapason.Studies.Portraits;

/// <summary>How far apart the two ends of a breakdown are, and whether chance usually explains as much: a function of the published figures alone.</summary>
/// <remarks>
/// The difference is tested with the error of each end, which counts sampling and protection; how the two vary together is unknown to whoever reads, and counted as
/// nothing. By Student with the degrees of freedom of the smaller group. Its ends were chosen among k groups after seeing them all, so its probability is multiplied
/// by the number of pairs, k(k−1)/2 (Bonferroni's inequality; Dunn, 1961, JASA 56, 52–64): strict, since pairs share groups. Whether two intervals overlap would
/// answer another question (Schenker and Gentleman, 2001, The American Statistician 55, 182–186).
/// </remarks>
/// <param name="Groups">Groups without a mark, k.</param>
/// <param name="Difference">The highest less the lowest.</param>
/// <param name="StandardError">Of the difference.</param>
/// <param name="DegreesOfFreedom">The smaller group's ñ − 1.</param>
internal sealed record GroupGap(int Groups, double Difference, double StandardError, int DegreesOfFreedom)
{
    /// <summary>A gap that chance would make less often than this, whatever the pair, is said to exceed it.</summary>
    public const double Level = 0.05;

    public int Pairs => Groups * (Groups - 1) / 2;

    public double Probability => Math.Min(1, 2 * Distributions.StudentUpper(Difference / StandardError, DegreesOfFreedom) * Pairs);

    public bool IsBeyondChance => Probability < Level;

    /// <summary>Null where fewer than two groups may be spoken of.</summary>
    public static GroupGap? Of(IEnumerable<Segment> segments)
    {
        if (Ordered(segments) is not { Count: > 1 } groups) return null;
        var (low, high) = (groups[0].Share!.Figure, groups[^1].Share!.Figure);
        return new GroupGap(groups.Count, high.Share - low.Share, Math.Sqrt(Square(low.StandardError) + Square(high.StandardError)), Math.Min(low.N.Value, high.N.Value) - 1);
    }

    /// <summary>The groups a sentence may speak of, the lowest first: those shown without a mark.</summary>
    public static IReadOnlyList<Segment> Ordered(IEnumerable<Segment> segments) => [.. segments.Where(s => s.Share is { IsSure: true }).OrderBy(s => s.Share!.Value)];

    private static double Square(double error) => error * error;
}
