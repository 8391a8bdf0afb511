namespace Diapason.Statistics.Publication;

/// <summary>Importance and mastery of one competency: two published means, and what follows from them alone.</summary>
/// <param name="Importance">Published mean of importance.</param>
/// <param name="Mastery">Published mean of mastery.</param>
public sealed record PublishedPair(PublishedMean Importance, PublishedMean Mastery)
{
    /// <summary>Importance less mastery.</summary>
    public double Gap => Importance.Mean - Mastery.Mean;

    /// <summary>Standard error of the gap. The two means come from the same people; their covariance is unknown to whoever reads, and counted as none.</summary>
    public double GapError => Math.Sqrt((Importance.StandardError * Importance.StandardError) + (Mastery.StandardError * Mastery.StandardError));

    /// <summary>Borich's weighted discrepancy (1980): the gap times the mean importance.</summary>
    public double Borich => Gap * Importance.Mean;

    /// <summary>Standard error of <see cref="Borich"/>, linearised: (2I − M)·dI − I·dM.</summary>
    public double BorichError
    {
        get
        {
            var i = ((2 * Importance.Mean) - Mastery.Mean) * Importance.StandardError;
            var m = Importance.Mean * Mastery.StandardError;
            return Math.Sqrt((i * i) + (m * m));
        }
    }

    /// <summary>
    /// Ranks by gap, the widest first. A gap closer to the first of its rank than twice the error of their difference shares that rank; the next rank counts
    /// those before it (1, 1, 3).
    /// </summary>
    /// <param name="pairs">The competencies.</param>
    /// <returns>A rank for each, in the same order.</returns>
    public static IReadOnlyList<int> SharedRanks(IReadOnlyList<PublishedPair> pairs)
    {
        var ranks = new int[pairs.Count];
        int[] order = [.. Enumerable.Range(0, pairs.Count).OrderByDescending(i => pairs[i].Gap)];
        var first = 0;
        for (var at = 0; at < order.Length; at++)
        {
            var (a, b) = (pairs[order[first]], pairs[order[at]]);
            if (a.Gap - b.Gap > 2 * Math.Sqrt((a.GapError * a.GapError) + (b.GapError * b.GapError)))
                first = at;
            ranks[order[at]] = first + 1;
        }
        return ranks;
    }

    /// <summary>Whether the joint table of both scales may be published: for everyone only, from 500 people on, its 25 cells as options of one choice.</summary>
    /// <param name="everyone">Whether the row is everyone.</param>
    /// <param name="n">The base.</param>
    /// <returns>Whether it may.</returns>
    public static bool JointTableAllowed(bool everyone, int n) => everyone && n >= 500;
}
