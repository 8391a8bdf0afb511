using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Pages;
using Diapason.Learning.Sessions;
using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Front;

/// <summary>For those who keep sessions: the sessions of the week, that of the day before anything else, and those whose presences are not ticked.</summary>
internal sealed class SessionsDesk(ReadSessions read, SessionWords words, DiapasonDb db, Texts<LearningModule> texts) : IStaffDesk
{
    private const int Week = 7;
    private const int Since = 14;

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.Holds(Roles.Administrator, Roles.Rfc)) return DeskSheet.Empty;
        var (now, today) = (read.Now, read.Today);
        var (from, to) = (now.AddDays(-Since), now.AddDays(Week + 1));
        var near = await db.Set<Session>().AsNoTracking().Where(s => s.State == SessionState.Open && s.EndsAt > from && s.StartsAt < to).OrderBy(s => s.StartsAt).ToListAsync(cancel);
        if (near.Count == 0) return DeskSheet.Empty;
        var ids = near.ConvertAll(s => s.Id);
        var confirmed = await db.Set<Registration>().Where(r => ids.Contains(r.SessionId) && r.State == PlaceState.Confirmed).GroupBy(r => r.SessionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new DeskSheet { ToDo = [.. near.Select(s => s.EndsAt <= now ? Past(s, confirmed.GetValueOrDefault(s.Id)) : Coming(s, confirmed.GetValueOrDefault(s.Id), today)).OfType<ThingToDo>()] };
    }

    private ThingToDo? Coming(Session session, int people, DateOnly today)
    {
        var content = session.Read();
        if (content.Meetings.Select((meeting, place) => (meeting, place)).FirstOrDefault(one => one.meeting.EndsAt() > read.Now) is not { meeting: { } next } found || next.Day > today.AddDays(Week)) return null;
        var isToday = next.Day == today;
        return new ThingToDo
        {
            Day = next.Day,
            IsOfTheDay = isToday,
            Kind = texts[isToday ? "desk.session_today" : "desk.session_week"],
            Fact = texts.Count("desk.session_fact_one", "desk.session_fact", people, content.Title.Here),
            Consequence = texts["desk.session_then", words.Meeting(next), words.Where(content)],
            Act = texts[isToday ? "desk.session_tick" : "desk.session_people"],
            Link = isToday ? LearningLinks.Attendance(session.Id, found.place) : LearningLinks.People(session.Id),
            Policy = LearningPolicy.Keeper,
        };
    }

    private ThingToDo? Past(Session session, int people)
    {
        if (people == 0 || session.Trained > 0) return null;
        var content = session.Read();
        return new ThingToDo
        {
            Day = content.Meetings[^1].Day,
            Kind = texts["desk.untold"],
            Fact = texts.Count("desk.untold_fact_one", "desk.untold_fact", people, content.Title.Here),
            Consequence = texts["desk.untold_then"],
            Act = texts["desk.session_tick"],
            Link = LearningLinks.Attendance(session.Id, 0),
            Policy = LearningPolicy.Keeper,
        };
    }
}
