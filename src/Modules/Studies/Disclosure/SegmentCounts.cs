namespace Diapason.Studies.Disclosure;

/// <summary>One figure read by segment: how many answered, and how many of them count. Every respondent is in exactly one segment, the last being "not known".</summary>
internal sealed record SegmentCounts(IReadOnlyList<int> Bases, IReadOnlyList<int> Counted)
{
    /// <summary>Nobody or everybody counts: the figure would tell what each one answered.</summary>
    public bool IsUnanimous(int segment) => IsUnanimous(Bases[segment], Counted[segment]);

    public static bool IsUnanimous(int respondents, int counted) => counted == 0 || counted == respondents;
}
