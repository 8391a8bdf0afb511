using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Studies.Data;
using Diapason.Studies.Following;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Keeping;

/// <summary>Keeps a campaign's portrait as it is published, before its answers are destroyed.</summary>
internal sealed class KeepPortrait(DiapasonDb db, StudyShelf shelf, TimeProvider clock) : IKeepFigures
{
    public async Task<bool> KeepAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        if (await db.Set<KeptPortrait>().AnyAsync(p => p.CampaignId == campaign.Id.Value, cancel)) return true;
        // Just after a start the answers may not be read yet, and there is no telling a campaign without a portrait.
        if (!shelf.IsReady) return false;
        if (shelf.Find(campaign.Id) is not { } state) return true;
        db.Add(new KeptPortrait
        {
            CampaignId = campaign.Id.Value,
            CouncilId = campaign.CouncilId,
            Received = state.Received,
            Content = PortraitJson.Write(state.Portrait),
            KeptAt = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
