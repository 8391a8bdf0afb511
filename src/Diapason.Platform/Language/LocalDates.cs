using System.Globalization;

namespace Diapason.Platform.Language;

/// <summary>Moments as people of Québec read them: stored in UTC, shown in Montréal's time, as the sentences around them are written.</summary>
public static class LocalDates
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    extension(DateTime utc)
    {
        /// <summary><c>1er février 2027</c>, <c>February 1, 2027</c>; the day never leaves its month.</summary>
        public string LocalDay => Day(utc.LocalMoment);

        /// <summary><c>1er février 2027, 13 h 30</c>, <c>February 1, 2027, 1:30 p.m.</c>.</summary>
        public string LocalDayAndTime => $"{Day(utc.LocalMoment)}, {Time(utc.LocalMoment)}";

        /// <summary>The first whole minute from this moment on, <c>22 h 04</c>, <c>10:04 p.m.</c>: until when something is refused.</summary>
        public string LocalTimeReached => Time((utc.Ticks % TimeSpan.TicksPerMinute == 0 ? utc : utc.AddTicks(TimeSpan.TicksPerMinute - (utc.Ticks % TimeSpan.TicksPerMinute))).LocalMoment);

        /// <summary>The hour that begins then, <c>13 h</c>, <c>1 p.m.</c>.</summary>
        public string LocalHour => LanguageHabits.Here.Hour(utc.LocalMoment, CultureInfo.CurrentCulture);

        /// <summary>The same moment on Montréal's clocks.</summary>
        public DateTime LocalMoment => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
    }

    /// <summary>A day that is already one of Montréal's.</summary>
    public static string InWords(DateOnly day) => Day(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The day before the first moment of closing, which is the last one on which people can act.</summary>
    public static string LastDay(DateTime closesAt) => closesAt.AddTicks(-1).LocalDay;

    /// <summary>The same for words that are not the house's, in a language it may not be written in.</summary>
    public static string LastDayIn(string language, DateTime closesAt) => LanguageHabits.Of(Languages.Culture(language)).Day(closesAt.AddTicks(-1).LocalMoment, Languages.Culture(language));

    /// <summary>A calendar day, said like the others.</summary>
    public static string Of(DateOnly day) => Day(day.ToDateTime(TimeOnly.MinValue));

    private static string Day(DateTime local) => LanguageHabits.Here.Day(local, CultureInfo.CurrentCulture);

    private static string Time(DateTime local) => LanguageHabits.Here.Time(local, CultureInfo.CurrentCulture);
}
