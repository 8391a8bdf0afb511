namespace Diapason.Consultations.Contracts;

/// <summary>The campaigns of a council, kept in memory: asking costs nothing.</summary>
public interface ICampaigns
{
    /// <summary>The campaign that is open; when there are several, the one that closes first. Null when none is.</summary>
    ValueTask<CampaignFacts?> OpenAsync(Guid councilId, CancellationToken cancel);

    /// <summary>The open campaign or, failing that, the one that opened last: the one a portrait is drawn from.</summary>
    ValueTask<CampaignFacts?> LatestAsync(Guid councilId, CancellationToken cancel);

    /// <summary>Null when the council has no such campaign.</summary>
    ValueTask<CampaignFacts?> FindAsync(Guid councilId, CampaignId id, CancellationToken cancel);

    /// <summary>Every campaign of the council, in no order.</summary>
    ValueTask<IReadOnlyList<CampaignFacts>> AllAsync(Guid councilId, CancellationToken cancel);
}
