namespace Diapason.Studies.Disclosure;

/// <summary>One figure read by segment: how many answered, and how many of them count. Every respondent is in exactly one segment, the last being "not known".</summary>
internal sealed record SegmentCounts(IReadOnlyList<int> Bases, IReadOnlyList<int> Counted)
{
    /// <summary>What fewer people than this said, or did not say, is not shown.</summary>
    public const int Fewest = 5;

    /// <summary>So few people count, or do not, that the figure would tell what they answered.</summary>
    public bool IsTelling(int segment) => IsTelling(Bases[segment], Counted[segment]);

    public static bool IsTelling(int respondents, int counted) => counted < Fewest || respondents - counted < Fewest;
}
