using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Paper;

/// <summary>Erases a sheet that waits: whoever filled it takes it back by the code on their slip, or it should never have been typed. Its number stays empty.</summary>
internal sealed class EraseSheet(DiapasonDb db, AuditTrail audit, WriteAheadLog log)
{
    public Task<Outcome> ByCodeAsync(Guid batchId, string code, CancellationToken cancel)
    {
        var hash = SecretCode.Hash(code);
        return RunAsync(db.Set<PaperSheet>().Where(s => s.BatchId == batchId && s.ResumeHash == hash), cancel);
    }

    public Task<Outcome> ByNumberAsync(Guid batchId, int number, CancellationToken cancel) => RunAsync(db.Set<PaperSheet>().Where(s => s.BatchId == batchId && s.Number == number), cancel);

    private async Task<Outcome> RunAsync(IQueryable<PaperSheet> which, CancellationToken cancel)
    {
        if (await which.SingleOrDefaultAsync(cancel) is not { } sheet) return Problem.Invalid("sheet.unknown", "code");
        var name = await db.Set<PaperBatch>().Where(b => b.Id == sheet.BatchId).Select(b => b.Name).SingleAsync(cancel);
        db.Remove(sheet);
        audit.Record(new BatchActs.SheetErased(sheet.CampaignId, name));
        await db.SaveChangesAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        return Outcome.Done;
    }
}
