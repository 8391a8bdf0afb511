using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Studies.Coverage;
using Diapason.Studies.Data;
using Diapason.Studies.Following;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Keeping;

/// <summary>Lays out the portrait of a campaign whose answers are destroyed, as it was published.</summary>
internal static class ShowKeptPortrait
{
    public static async Task RunAsync(DiapasonDb db, StudyShelf shelf, CampaignFacts campaign, bool isCurrent, CancellationToken cancel)
    {
        if (shelf.Find(campaign.Id) is { IsFinal: true } shown && shown.Campaign == campaign)
        {
            if (isCurrent) shelf.MakeCurrent(campaign.Id);
            return;
        }

        var kept = await db.EveryCouncil<KeptPortrait>().AsNoTracking().FirstOrDefaultAsync(p => p.CampaignId == campaign.Id.Value && p.CouncilId == campaign.CouncilId, cancel);
        if (kept is null) shelf.Remove(campaign.Id);
        else shelf.Put(new StudyState(campaign, kept.Received, PortraitJson.Read(kept.Content), FieldCoverage.None), isCurrent);
    }
}
