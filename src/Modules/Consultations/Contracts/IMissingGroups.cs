namespace Diapason.Consultations.Contracts;

/// <summary>Names the groups of the field: those an open campaign still lacks, to those who make it known and may not see who answered; all, with counts, to those who may.</summary>
public interface IMissingGroups
{
    /// <summary>The group furthest behind first.</summary>
    ValueTask<IReadOnlyList<MissingGroup>> OfAsync(CampaignFacts campaign, CancellationToken cancel);

    /// <summary>Whether a page tells, to analysts, who has answered this campaign beside its population: behind <see cref="Platform.Modules.Door.Coverage"/>.</summary>
    bool HasPage(CampaignFacts campaign);

    /// <summary>Every group that the campaign tells apart, variable by variable; none where no population is known. Exact counts of what is counted now: analysts only.</summary>
    ValueTask<IReadOnlyList<FieldGroup>> FieldAsync(CampaignFacts campaign, CancellationToken cancel);
}

/// <summary>A group of which too few have answered.</summary>
/// <param name="About">How many more answers it takes, by fifties: no count of a group can be read in it. Null under fifty.</param>
public sealed record MissingGroup(string Name, int? About);

/// <summary>A group of the field, and who answered in it.</summary>
/// <param name="Code">Stable: the code of its variable, a colon, its own.</param>
/// <param name="Of">What its variable is called.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Answered">Answers counted in it.</param>
/// <param name="Share">Their part of the answers whose group is known, from 0 to 1.</param>
public sealed record FieldGroup(string Code, string Of, string Name, int Answered, double Share)
{
    /// <summary>Its part of the population, from 0 to 1; null where none is published.</summary>
    public double? Expected { get; init; }

    /// <summary>How many more answers would bring it to its part; nought where it is not behind.</summary>
    public int Missing { get; init; }

    /// <summary>The same by fifties, for those who may not see counts; null under fifty.</summary>
    public int? About { get; init; }
}
