using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Collecting;

/// <summary>Which campaigns take answers that were collected elsewhere, and between which days.</summary>
internal sealed class CollectingRules(IEnumerable<IKeepFigures> keepers, TimeProvider clock)
{
    public const int Longest = 120;
    public const int LongestTold = 1_000;
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Null when it may.</summary>
    public async Task<Problem?> RefusalAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        if (campaign.DestroyedAt is not null) return CampaignProblems.Destroyed;
        if (campaign.ByInvitationOnly) return Problem.Lost("collected.invited_only");
        return campaign.StateAt(Now) == CampaignState.Closed && await OpenCampaign.AreFinalAsync(keepers, campaign, cancel) ? Problem.Lost("collected.final") : null;
    }

    /// <summary>All that is to mend in what is said of a batch.</summary>
    public IReadOnlyList<Problem> Of(CollectedFacts facts)
    {
        var (problems, today) = (new List<Problem>(), CampaignDays.DayOf(Now));
        if (facts.Name.Length is 0 or > Longest) problems.Add(Problem.Invalid("collected.name_missing", "name"));
        if (facts.First is not { } first || first < Earliest || first > today) problems.Add(Problem.Invalid("collected.day_wrong", "first"));
        else if (facts.Last is not { } last || last < first || last > today) problems.Add(Problem.Invalid("collected.last_wrong", "last"));
        if (facts.Told.Length is 0 or > LongestTold) problems.Add(Problem.Invalid("collected.told_missing", "told"));
        return problems;
    }
}

/// <summary>What is said of a batch, besides what it holds.</summary>
internal sealed record CollectedFacts
{
    public required string Name { get; init; }

    /// <summary>The days between which people answered.</summary>
    public required DateOnly? First { get; init; }

    public required DateOnly? Last { get; init; }

    /// <summary>What they were told of what would become of their answers.</summary>
    public required string Told { get; init; }

    /// <summary>Keep the rest without what cannot be read.</summary>
    public bool IsDropping { get; init; }
}
