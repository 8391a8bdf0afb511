using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations.Collected;

/// <summary>A page about answers that were collected elsewhere: its campaign, its batch, and the file while it is being mapped.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class CollectedPage(CampaignDirectory campaigns, DiapasonDb db, CollectedContents contents) : PageModel
{
    public LiveCampaign Campaign { get; private set; } = null!;

    public CampaignFacts Facts => Campaign.Facts;

    public CollectedBatch Batch { get; private set; } = null!;

    /// <summary>Null once its answers are kept, or when it was erased after a day.</summary>
    public CollectedFile? Contents { get; private set; }

    public AnswerMapping Mapping { get; private set; } = null!;

    public CollectedTable Sheet { get; private set; } = null!;

    protected DiapasonDb Db => db;

    protected async Task<bool> FindAsync(Guid councilId, Guid id, CancellationToken cancel)
    {
        if (await campaigns.FindLiveAsync(new CampaignId(id), cancel) is not { } campaign || campaign.Facts.CouncilId != councilId) return false;
        Campaign = campaign;
        return true;
    }

    protected async Task<bool> FindAsync(Guid councilId, (Guid Campaign, Guid Batch) of, CancellationToken cancel)
    {
        if (!await FindAsync(councilId, of.Campaign, cancel)) return false;
        if (await db.Set<CollectedBatch>().SingleOrDefaultAsync(b => b.Id == of.Batch && b.CampaignId == of.Campaign, cancel) is not { } batch) return false;
        Batch = batch;
        if (batch.KeptAt is not null) return true;
        Contents = contents.Open(await db.Set<CollectedContent>().Where(f => f.BatchId == batch.Id).Select(f => f.Content).SingleOrDefaultAsync(cancel));
        if (Contents is null || batch.Mapping is null) return true;
        Mapping = MappingJson.Kept(batch.Mapping);
        Sheet = Contents.Sheet(Mapping.Sheet);
        return true;
    }
}
