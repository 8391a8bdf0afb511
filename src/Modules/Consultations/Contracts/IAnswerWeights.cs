namespace Diapason.Consultations.Contracts;

/// <summary>What each answer of a campaign weighs, so that files of answers carry it. Given by the module that computes weights, when it is installed.</summary>
public interface IAnswerWeights
{
    /// <summary>The weight of each answer by its number in the campaign's sequence; null when no weights are computed for this campaign.</summary>
    ValueTask<IReadOnlyDictionary<long, double>?> OfAsync(CampaignId campaign, CancellationToken cancel);
}
