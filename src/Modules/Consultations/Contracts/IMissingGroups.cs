namespace Diapason.Consultations.Contracts;

/// <summary>Names the groups an open campaign still lacks, to those who make it known and may not see who answered.</summary>
public interface IMissingGroups
{
    /// <summary>The group furthest behind first.</summary>
    ValueTask<IReadOnlyList<MissingGroup>> OfAsync(CampaignFacts campaign, CancellationToken cancel);
}

/// <summary>A group of which too few have answered.</summary>
/// <param name="About">How many more answers it takes, by fifties: no count of a group can be read in it. Null under fifty.</param>
public sealed record MissingGroup(string Name, int? About);
