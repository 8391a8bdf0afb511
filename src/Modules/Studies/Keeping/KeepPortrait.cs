using Diapason.Consultations.Contracts;
using Diapason.Studies.Publishing;

namespace Diapason.Studies.Keeping;

/// <summary>Before a campaign's answers are destroyed, its closing edition is made: what is published stays, and nothing can be computed after.</summary>
internal sealed class KeepPortrait(PublishEditions editions) : IKeepFigures
{
    public async Task<bool> KeepAsync(CampaignFacts campaign, CancellationToken cancel) =>
        await editions.OfCampaignAsync(campaign, PublicationCall.Closing, cancel) != PublicationResult.Busy;
}
