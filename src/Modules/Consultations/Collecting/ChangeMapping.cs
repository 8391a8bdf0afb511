using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Collecting;

/// <summary>Changes how a file that waits is read: one column, another sheet, or all of it by a mapping that was kept or brought.</summary>
internal sealed class ChangeMapping(DiapasonDb db, CollectedContents contents)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, Guid id, Func<CollectedFile, AnswerMapping, AnswerMapping> change, CancellationToken cancel)
    {
        if (await db.Set<CollectedBatch>().SingleOrDefaultAsync(b => b.Id == id && b.CampaignId == campaign.Id.Value, cancel) is not { } batch) return Problem.Absent();
        if (batch.Mapping is not { } mapping || contents.Open(await db.Set<CollectedContent>().Where(f => f.BatchId == id).Select(f => f.Content).SingleOrDefaultAsync(cancel)) is not { } file) return Campaigns.CampaignProblems.AlreadySo;
        batch.Mapping = MappingJson.Write(change(file, MappingJson.Kept(mapping)));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
