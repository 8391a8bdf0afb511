using Diapason.Learning.Data;
using Diapason.Learning.Interests;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Sessions;

/// <summary>From then on the public sees it and signs up; who waited for it on a list has been served first.</summary>
internal sealed class OpenSession(DiapasonDb db, CurrentCouncil council, AuditTrail audit, OpenSessions open, TurnList turn, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } session) return Problem.Absent();
        if (session.State != SessionState.Draft) return Problem.Lost("session.not_draft");
        if (session.StartsAt <= clock.GetUtcNow().UtcDateTime) return Problem.Invalid("session.begun");
        // Before anybody else can come; begun again after a stop, nobody comes twice.
        await turn.RunAsync(session, cancel);
        session.State = SessionState.Open;
        session.Stamp = Guid.CreateVersion7();
        audit.Record(new SessionActs.Opened(id));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Lost("session.changed_since");
        }

        open.Forget(council.Id);
        return Outcome.Done;
    }
}
