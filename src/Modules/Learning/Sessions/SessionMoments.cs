using Diapason.Platform.Language;

namespace Diapason.Learning.Sessions;

/// <summary>When a session begins, ends, and takes nobody more.</summary>
internal static class SessionMoments
{
    public static (DateTime Starts, DateTime Ends, DateTime Closes) Of(SessionContent content)
    {
        var starts = content.Meetings.Min(m => m.StartsAt());
        return (starts, content.Meetings.Max(m => m.EndsAt()), content.Until is { } until && Midnight(until.AddDays(1)) is var closes && closes < starts ? closes : starts);
    }

    private static DateTime Midnight(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), LocalDates.Zone);
}
