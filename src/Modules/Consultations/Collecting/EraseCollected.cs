using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Collecting;

/// <summary>Erases files that nobody finished mapping after a day, and answers that nobody released after ninety.</summary>
internal sealed class EraseCollected(DiapasonDb db, WriteAheadLog log, TimeProvider clock) : IJob
{
    public static readonly TimeSpan File = TimeSpan.FromDays(1);
    public static readonly TimeSpan Answers = TimeSpan.FromDays(90);

    public string Name => "consultations.erase-collected";

    public string TextKey => "job.erase_collected";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (brought, kept) = (now - File, now - Answers);
        var old = db.EveryCouncil<CollectedBatch>().Where(b => b.KeptAt == null ? b.BroughtAt < brought : b.ReleasedOn == null && b.KeptAt < kept);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.EveryCouncil<CollectedAnswer>().Where(a => old.Select(b => b.Id).Contains(a.BatchId)).ExecuteDeleteAsync(cancel);
        await db.EveryCouncil<CollectedContent>().Where(f => old.Select(b => b.Id).Contains(f.BatchId)).ExecuteDeleteAsync(cancel);
        var erased = await old.ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (erased > 0) await log.EmptyAsync(CancellationToken.None);
    }
}
