using Diapason.Needs.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Paths;

/// <summary>Erases a kept path at once, at the request of whoever holds it.</summary>
internal sealed class ErasePath(DiapasonDb db)
{
    public Task RunAsync(Guid id, CancellationToken cancel) =>
        db.Set<SavedPath>().Where(p => p.Id == id).ExecuteDeleteAsync(cancel);
}

/// <summary>Erases the paths whose time is over, in every council.</summary>
internal sealed class EraseExpiredPaths(DiapasonDb db, TimeProvider clock) : IJob
{
    public string Name => "needs.erase-expired-paths";

    public string TextKey => "job.erase_expired_paths";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public Task RunAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return db.EveryCouncil<SavedPath>().Where(p => p.ExpiresOn <= today).ExecuteDeleteAsync(cancel);
    }
}
