using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Places;

/// <summary>Erases who signed up, so many months after the session, as they were told.</summary>
internal sealed class ErasePlaces(DiapasonDb db, WriteAheadLog log, TimeProvider clock) : IJob
{
    public string Name => "learning.erase-places";

    public string TextKey => "job.erase_places";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var months = await db.EveryCouncil<Rules>().ToDictionaryAsync(r => r.CouncilId, r => r.KeepMonths, cancel);
        var erased = 0;
        foreach (var session in await db.EveryCouncil<Session>().AsNoTracking().Where(s => s.EndsAt < now && db.EveryCouncil<Registration>().Any(r => r.SessionId == s.Id)).Select(s => new { s.Id, s.CouncilId, s.EndsAt }).ToListAsync(cancel))
            if (session.EndsAt.AddMonths(months.GetValueOrDefault(session.CouncilId, Rules.DefaultMonths)) <= now)
                erased += await db.EveryCouncil<Registration>().Where(r => r.SessionId == session.Id).ExecuteDeleteAsync(cancel);
        if (erased > 0) await log.EmptyAsync(CancellationToken.None);
    }
}
