using System.Security.Cryptography;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Paper;

/// <summary>Closes a batch to more sheets, and draws those that somebody else types again.</summary>
internal sealed class CloseBatch(DiapasonDb db, CampaignDirectory directory, AuditTrail audit, TimeProvider clock)
{
    /// <param name="id">The batch.</param>
    /// <param name="share">How many in a hundred are typed again, rounded up.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Outcome> RunAsync(Guid id, int share, CancellationToken cancel)
    {
        if (share is < 0 or > 100) return Problem.Invalid("batch.share_wrong", "share");
        if (await db.Set<PaperBatch>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } batch) return Problem.Absent();
        if (batch.ClosedOn is not null) return CampaignProblems.AlreadySo;
        var sheets = await db.Set<PaperSheet>().Where(s => s.BatchId == id).ToArrayAsync(cancel);
        if (sheets.Length == 0) return Problem.Invalid("batch.empty");
        RandomNumberGenerator.Shuffle(sheets.AsSpan());
        var drawn = ((sheets.Length * share) + 99) / 100;
        foreach (var sheet in sheets.Take(drawn)) sheet.IsDrawn = true;
        batch.ClosedOn = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime);
        audit.Record(new BatchActs.Closed(batch.CampaignId, batch.Name, sheets.Length, drawn));
        return await directory.SaveAsync(db, cancel);
    }
}
