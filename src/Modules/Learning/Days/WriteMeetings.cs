using System.Globalization;
using Diapason.Learning.Sessions;
using Diapason.Platform.Language;

namespace Diapason.Learning.Days;

/// <summary>The meetings of a session as an iCalendar file, at their hours. Nothing of it says whose place it is. Pure.</summary>
internal static class WriteMeetings
{
    /// <param name="seen">The session.</param>
    /// <param name="where">Where it is held, in words.</param>
    /// <param name="address">Of its public page.</param>
    /// <param name="join">The link by which to join from elsewhere, for who may know it; empty otherwise.</param>
    public static byte[] Of(SeenSession seen, string where, string address, string join)
    {
        var text = new CalendarText("Sessions");
        for (var i = 0; i < seen.Content.Meetings.Count; i++)
        {
            var meeting = seen.Content.Meetings[i];
            text.Line("BEGIN:VEVENT").Id(string.Create(CultureInfo.InvariantCulture, $"{seen.Session.Id:N} {i}")).Line($"DTSTAMP:{CalendarText.Moment(seen.Now)}")
                .Line($"DTSTART:{CalendarText.Moment(meeting.StartsAt())}").Line($"DTEND:{CalendarText.Moment(meeting.EndsAt())}")
                .Said("SUMMARY", seen.Content.Title.Here).Said("LOCATION", where).Said("DESCRIPTION", string.Join('\n', new[] { seen.Content.Provider, join, address }.Where(part => part.Length > 0)))
                .Line($"URL:{address}").Line("END:VEVENT");
        }

        return text.End();
    }
}
