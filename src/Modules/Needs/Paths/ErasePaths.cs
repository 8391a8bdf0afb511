using Diapason.Needs.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Paths;

/// <summary>Erases a kept path at once, at the request of whoever holds it.</summary>
internal sealed class ErasePath(DiapasonDb db, WriteAheadLog log)
{
    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        // Also for whoever has gone meanwhile.
        if (await db.Set<SavedPath>().Where(p => p.Id == id).ExecuteDeleteAsync(cancel) > 0) await log.EmptyAsync(CancellationToken.None);
    }
}

/// <summary>Erases the paths whose time is over, in every council.</summary>
internal sealed class EraseExpiredPaths(DiapasonDb db, WriteAheadLog log, TimeProvider clock) : IJob
{
    public string Name => "needs.erase-expired-paths";

    public string TextKey => "job.erase_expired_paths";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await db.EveryCouncil<SavedPath>().Where(p => p.ExpiresOn <= today).ExecuteDeleteAsync(cancel) > 0) await log.EmptyAsync(cancel);
    }
}
