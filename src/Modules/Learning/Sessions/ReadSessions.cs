using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Sessions;

/// <summary>The sessions of the council, for the public and for those who keep them.</summary>
internal sealed class ReadSessions(DiapasonDb db, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => DateOnly.FromDateTime(Now.LocalMoment);

    /// <summary>Those to come or under way, the nearest first.</summary>
    public async Task<IReadOnlyList<SeenSession>> OpenAsync(CancellationToken cancel)
    {
        var now = Now;
        return await WithSeatsAsync(db.Set<Session>().AsNoTracking().Where(s => s.State == SessionState.Open && s.EndsAt > now).OrderBy(s => s.StartsAt), cancel);
    }

    /// <summary>All of them: those to come first, then the others from the last one back.</summary>
    public async Task<IReadOnlyList<SeenSession>> AllAsync(CancellationToken cancel)
    {
        var all = await WithSeatsAsync(db.Set<Session>().AsNoTracking(), cancel);
        return [.. all.Where(s => s.Session.EndsAt > Now).OrderBy(s => s.Session.StartsAt), .. all.Where(s => s.Session.EndsAt <= Now).OrderByDescending(s => s.Session.StartsAt)];
    }

    /// <summary>By its name in addresses; what is not open yet is not there.</summary>
    public async Task<SeenSession?> FindAsync(string code, CancellationToken cancel) =>
        (await WithSeatsAsync(db.Set<Session>().AsNoTracking().Where(s => s.Code == code && s.State != SessionState.Draft), cancel)).SingleOrDefault();

    public async Task<SeenSession?> FindAsync(Guid id, CancellationToken cancel) =>
        (await WithSeatsAsync(db.Set<Session>().AsNoTracking().Where(s => s.Id == id), cancel)).SingleOrDefault();

    private async Task<IReadOnlyList<SeenSession>> WithSeatsAsync(IQueryable<Session> which, CancellationToken cancel)
    {
        var sessions = await which.ToListAsync(cancel);
        var places = await db.Set<Registration>().Where(r => which.Any(s => s.Id == r.SessionId) && (r.State == PlaceState.Offered || r.State == PlaceState.Confirmed || r.State == PlaceState.Waiting))
            .GroupBy(r => new { r.SessionId, Waits = r.State == PlaceState.Waiting }).Select(g => new { g.Key.SessionId, g.Key.Waits, Count = g.Count() }).ToListAsync(cancel);
        var counts = places.ToDictionary(p => (p.SessionId, p.Waits), p => p.Count);
        return [.. sessions.Select(session => new SeenSession(session, session.Read(), counts.GetValueOrDefault((session.Id, false)), counts.GetValueOrDefault((session.Id, true)), Now))];
    }
}
