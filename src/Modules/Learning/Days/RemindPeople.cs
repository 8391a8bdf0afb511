using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Days;

/// <summary>Two days before, reminds those who have a place; once it is over, asks those who were there what they thought of it. Each once.</summary>
internal sealed class RemindPeople(DiapasonDb db, TimeProvider clock) : IJob
{
    private const int DaysBefore = 2;
    private const int DaysAfter = 14;

    public string Name => "learning.remind-people";

    public string TextKey => "job.remind_people";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (soon, past) = (now.AddDays(DaysBefore), now.AddDays(-DaysAfter));
        var sessions = db.EveryCouncil<Session>().Where(s => s.State == SessionState.Open);
        await db.EveryCouncil<Registration>().Where(r => r.State == PlaceState.Confirmed && !r.IsReminded && r.Letter == DueLetter.None && sessions.Any(s => s.Id == r.SessionId && s.StartsAt > now && s.StartsAt <= soon))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Letter, DueLetter.Reminder).SetProperty(r => r.IsReminded, true), cancel);
        await db.EveryCouncil<Registration>().Where(r => r.Attendance != 0 && !r.IsAsked && !r.HasSaid && r.Letter == DueLetter.None && sessions.Any(s => s.Id == r.SessionId && s.EndsAt <= now && s.EndsAt > past))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Letter, DueLetter.Feedback).SetProperty(r => r.IsAsked, true), cancel);
    }
}
