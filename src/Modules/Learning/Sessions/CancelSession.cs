using Diapason.Learning.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Sessions;

/// <summary>A session that will not be: nobody signs up any more, and those who had are told by mail.</summary>
internal sealed class CancelSession(DiapasonDb db, CurrentCouncil council, AuditTrail audit, OpenSessions open, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } session) return Problem.Absent();
        if (session.State == SessionState.Cancelled) return Outcome.Done;
        if (session.EndsAt <= clock.GetUtcNow().UtcDateTime) return Problem.Lost("session.is_over");
        session.State = SessionState.Cancelled;
        session.Stamp = Guid.CreateVersion7();
        audit.Record(new SessionActs.Cancelled(id));
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            // Those who had a place or waited for one are told; places that were held are held no more.
            await db.Set<Registration>().Where(r => r.SessionId == id && (r.State == PlaceState.Offered || r.State == PlaceState.Confirmed || r.State == PlaceState.Waiting))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Letter, DueLetter.SessionCancelled).SetProperty(r => r.OfferedUntil, (DateTime?)null), cancel);
            await together.CommitAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Lost("session.changed_since");
        }

        open.Forget(council.Id);
        return Outcome.Done;
    }
}
