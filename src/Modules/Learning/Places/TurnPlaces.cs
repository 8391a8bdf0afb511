using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Places;

/// <summary>Takes back the seats nobody answered for, and calls the next ones, in every session to come.</summary>
internal sealed class TurnPlaces(DiapasonDb db, SeatBook book, TimeProvider clock) : IJob
{
    public string Name => "learning.turn-places";

    public string TextKey => "job.turn_places";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.EveryCouncil<Session>().AsNoTracking()
            .Where(s => s.State == SessionState.Open && s.StartsAt > now && db.EveryCouncil<Registration>().Any(r => r.SessionId == s.Id && (r.State == PlaceState.Waiting || (r.State == PlaceState.Offered && r.OfferedUntil <= now))))
            .Select(s => new { s.Id, s.CouncilId }).ToListAsync(cancel);
        if (due.Count == 0) return;
        var hours = await db.EveryCouncil<Rules>().ToDictionaryAsync(r => r.CouncilId, r => r.HoldHours, cancel);
        foreach (var session in due) await book.TurnAsync(session.Id, session.CouncilId, hours.GetValueOrDefault(session.CouncilId, Rules.DefaultHours), cancel);
    }
}
