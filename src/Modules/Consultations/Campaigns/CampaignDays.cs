using System.Globalization;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Campaigns;

/// <summary>Dates as the people of Québec read them: a campaign closes at the end of a day, in Montréal's time.</summary>
internal static class CampaignDays
{
    private static readonly TimeZoneInfo Montreal = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    /// <summary>The first moment of a day, in UTC.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Montreal);

    /// <summary>The first moment after a day, in UTC.</summary>
    public static DateTime EndOf(DateOnly day) => StartOf(day.AddDays(1));

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Montreal));

    /// <summary>The last day on which it is open.</summary>
    public static DateOnly LastDay(DateTime closesAt) => DayOf(closesAt.AddTicks(-1));

    /// <summary>« 31 janvier 2027 », « 1er février 2027 », “January 31, 2027”.</summary>
    public static string Say(DateOnly day) => Languages.IsEnglish
        ? day.ToString("MMMM d, yyyy", CultureInfo.CurrentCulture)
        : day.Day == 1 ? "1er " + day.ToString("MMMM yyyy", CultureInfo.CurrentCulture) : day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string SayDay(DateTime utc) => Say(DayOf(utc));

    public static string SayLastDay(DateTime closesAt) => Say(LastDay(closesAt));
}
