using Diapason.Platform.Language;

namespace Diapason.Learning.Sessions;

/// <summary>One time that people meet, by the clocks of the council.</summary>
internal sealed record Meeting(DateOnly Day, TimeOnly Start, TimeOnly End)
{
    public int Minutes => (int)(End.ToTimeSpan() - Start.ToTimeSpan()).TotalMinutes;

    public DateTime StartsAt() => Utc(Start);

    public DateTime EndsAt() => Utc(End);

    private DateTime Utc(TimeOnly time)
    {
        var local = Day.ToDateTime(time);
        // An hour that spring skips is the next one.
        return TimeZoneInfo.ConvertTimeToUtc(LocalDates.Zone.IsInvalidTime(local) ? local.AddHours(1) : local, LocalDates.Zone);
    }
}
