using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Places;

/// <summary>Takes back the seats nobody answered for, and calls the next ones, in every session to come; tells those whom a session that begins leaves without a place.</summary>
internal sealed class TurnPlaces(DiapasonDb db, SeatBook book, TimeProvider clock) : IJob
{
    public string Name => "learning.turn-places";

    public string TextKey => "job.turn_places";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await TellUnservedAsync(now, cancel);
        var due = await db.EveryCouncil<Session>().AsNoTracking()
            .Where(s => s.State == SessionState.Open && s.StartsAt > now && db.EveryCouncil<Registration>().Any(r => r.SessionId == s.Id && (r.State == PlaceState.Waiting || (r.State == PlaceState.Offered && r.OfferedUntil <= now))))
            .Select(s => new { s.Id, s.CouncilId }).ToListAsync(cancel);
        if (due.Count == 0) return;
        var hours = await db.EveryCouncil<Rules>().ToDictionaryAsync(r => r.CouncilId, r => r.HoldHours, cancel);
        foreach (var session in due) await book.TurnAsync(session.Id, session.CouncilId, hours.GetValueOrDefault(session.CouncilId, Rules.DefaultHours), cancel);
    }

    /// <summary>Once a session has begun nobody is called any more: who waited is told, and stays counted among unmet needs. Of a session of before yesterday nobody is written that it begins.</summary>
    private async Task TellUnservedAsync(DateTime now, CancellationToken cancel)
    {
        var yesterday = now.AddDays(-1);
        await WhoWaited(db.EveryCouncil<Session>().Where(s => s.State == SessionState.Open && s.StartsAt <= now && s.StartsAt > yesterday))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, PlaceState.Unserved).SetProperty(r => r.Letter, DueLetter.Unserved), cancel);
        await WhoWaited(db.EveryCouncil<Session>().Where(s => s.State == SessionState.Open && s.StartsAt <= yesterday))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, PlaceState.Unserved).SetProperty(r => r.Letter, DueLetter.None), cancel);
    }

    private IQueryable<Registration> WhoWaited(IQueryable<Session> begun) => db.EveryCouncil<Registration>().Where(r => r.State == PlaceState.Waiting && begun.Any(s => s.Id == r.SessionId));
}
