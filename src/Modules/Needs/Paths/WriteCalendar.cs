using System.Globalization;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;

namespace Diapason.Needs.Paths;

/// <summary>The days to come of some steps as an iCalendar file: whole days, for the hours are the provider's to say. Pure.</summary>
internal static class WriteCalendar
{
    /// <param name="entries">Those with days to come are written, the others have none.</param>
    /// <param name="today">Days before it are over.</param>
    /// <param name="now">When it is written.</param>
    /// <param name="address">Of the page of an entry.</param>
    public static byte[] Of(IEnumerable<OfferEntry> entries, DateOnly today, DateTime now, Func<OfferEntry, string> address)
    {
        var text = new CalendarText("Next steps");
        foreach (var entry in entries)
            foreach (var day in entry.Acts.Upcoming(today)) Event(text, entry, day, now, address(entry));
        return text.End();
    }

    private static void Event(CalendarText text, OfferEntry entry, DateOnly day, DateTime now, string address)
    {
        text.Line("BEGIN:VEVENT").Id($"{entry.Code} {Day(day)}").Line($"DTSTAMP:{CalendarText.Moment(now)}")
            .Line($"DTSTART;VALUE=DATE:{Day(day)}").Line($"DTEND;VALUE=DATE:{Day(day.AddDays(1))}")
            .Said("SUMMARY", entry.Title.Here).Said("DESCRIPTION", entry.Text.Here + "\n" + address);
        if (entry.Acts.Place is { } place) text.Said("LOCATION", place.Here);
        text.Line($"URL:{address}").Line("TRANSP:TRANSPARENT").Line("END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
