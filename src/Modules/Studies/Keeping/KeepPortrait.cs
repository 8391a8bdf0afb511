using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Studies.Data;
using Diapason.Studies.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Keeping;

/// <summary>Before a campaign's answers are destroyed, its closing edition is made: what is published stays, and nothing can be computed after.</summary>
internal sealed class KeepPortrait(PublishEditions editions, DiapasonDb db) : IKeepFigures
{
    public async Task<bool> KeepAsync(CampaignFacts campaign, CancellationToken cancel) =>
        await editions.OfCampaignAsync(campaign, PublicationCall.Closing, cancel) != PublicationResult.Busy;

    public Task<bool> AreFinalAsync(CampaignFacts campaign, CancellationToken cancel) => db.Set<StoredPublication>().AnyAsync(p => p.CampaignId == campaign.Id.Value && p.IsClosed, cancel);
}
