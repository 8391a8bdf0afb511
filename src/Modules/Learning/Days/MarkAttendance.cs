using Diapason.Learning.Data;
using Diapason.Learning.Sessions;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Days;

/// <summary>Who was at one meeting: what was ticked or unticked since the list was shown, the rest as it is. Who came without a confirmed place has one from then on: they are there.</summary>
internal sealed class MarkAttendance(DiapasonDb db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid id, int meeting, Ticks ticks, CancellationToken cancel)
    {
        // Lists of one session are written one after the other.
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<Session>().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Arrivals, s => s.Arrivals), cancel);
        if (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } session) return Problem.Absent();
        var content = session.Read();
        if (meeting < 0 || meeting >= content.Meetings.Count) return Problem.Absent();
        if (session.State != SessionState.Open) return Problem.Lost("attendance.not_open");
        if (content.Meetings[meeting].StartsAt().AddHours(-1) > clock.GetUtcNow().UtcDateTime) return Problem.Lost("attendance.early");
        var people = (await db.Set<Registration>().Where(r => r.SessionId == id && r.State != PlaceState.Cancelled).ToListAsync(cancel)).FindAll(person => person.State == PlaceState.Confirmed || ticks.Adds(person.Id));
        foreach (var person in people.Where(person => person.State != PlaceState.Confirmed)) (person.CameAs, person.State, person.OfferedUntil, person.Letter) = (person.State, PlaceState.Confirmed, null, DueLetter.None);
        foreach (var person in people) person.Attendance = ticks.Of(person.Id, WasAt(person, meeting)) ? person.Attendance | (1 << meeting) : person.Attendance & ~(1 << meeting);
        foreach (var person in people.Where(person => person.Attendance == 0)) PutBack(person, session);
        await CorrectAsync(people, content, cancel);
        // Kept when those who came are erased: how many were trained, and for how long.
        session.Trained = people.Count(person => person.Attendance != 0);
        session.TrainedMinutes = people.Sum(person => Minutes(person, content));
        audit.Record(new Marked(id));
        await db.SaveChangesAsync(cancel);
        await together.CommitAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>Ticked by mistake, without a confirmed place: they stand as before. A place that was held for them is, until the beginning.</summary>
    private static void PutBack(Registration person, Session session)
    {
        if (person.CameAs is not { } before) return;
        (person.State, person.CameAs, person.OfferedUntil) = (before, null, before == PlaceState.Offered ? session.StartsAt : null);
    }

    /// <summary>A certificate says what is ticked: with fewer hours it says fewer, with none it is taken back.</summary>
    private async Task CorrectAsync(List<Registration> people, SessionContent content, CancellationToken cancel)
    {
        var holders = people.Where(person => person.Certificate.Length > 0).ToDictionary(person => person.Certificate, StringComparer.Ordinal);
        var codes = holders.Keys.ToList();
        foreach (var certificate in await db.Set<Certificate>().Where(c => codes.Contains(c.Code)).ToListAsync(cancel))
        {
            certificate.Minutes = Minutes(holders[certificate.Code], content);
            if (certificate.Minutes > 0) continue;
            db.Remove(certificate);
            holders[certificate.Code].Certificate = "";
        }
    }

    public static bool WasAt(Registration person, int meeting) => (person.Attendance >> meeting & 1) == 1;

    /// <summary>How long somebody was there.</summary>
    public static int Minutes(Registration person, SessionContent content) => content.Meetings.Select((m, i) => (person.Attendance >> i & 1) * m.Minutes).Sum();

    [Recorded("session.attendance", "session")]
    internal sealed record Marked(Guid Subject) : Act(Subject);
}
