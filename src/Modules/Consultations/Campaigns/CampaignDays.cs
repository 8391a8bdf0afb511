using Diapason.Platform.Language;

namespace Diapason.Consultations.Campaigns;

/// <summary>A campaign opens at the start of a day and closes at the end of one, in Montréal's time.</summary>
internal static class CampaignDays
{
    /// <summary>The first moment of a day, in UTC.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), LocalDates.Zone);

    /// <summary>The first moment after a day, in UTC.</summary>
    public static DateTime EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>Beyond this, a last day is a slip of the keyboard.</summary>
    public static bool IsTooFar(DateOnly day, DateTime now) => day > DayOf(now).AddYears(10);

    /// <summary>The last day of what closes at this moment; null without an end.</summary>
    public static DateOnly? LastOf(DateTime? closesAt) => closesAt is { } closes ? DayOf(closes.AddTicks(-1)) : null;

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc.LocalMoment);
}
