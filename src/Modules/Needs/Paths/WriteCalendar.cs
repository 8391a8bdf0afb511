using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;

namespace Diapason.Needs.Paths;

/// <summary>The days to come of some steps as an iCalendar file (RFC 5545): whole days, for the hours are the provider's to say. Pure.</summary>
internal static class WriteCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>A line holds 75 octets; the rest goes on the next, after a space.</summary>
    private const int MostOctets = 75;

    /// <param name="entries">Those with days to come are written, the others have none.</param>
    /// <param name="today">Days before it are over.</param>
    /// <param name="now">When it is written.</param>
    /// <param name="address">Of the page of an entry.</param>
    public static string Of(IEnumerable<OfferEntry> entries, DateOnly today, DateTime now, Func<OfferEntry, string> address)
    {
        var text = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Diapason//Next steps//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]) Write(text, line);
        foreach (var entry in entries)
            foreach (var day in entry.Acts.Upcoming(today)) Event(text, entry, day, now, address(entry));
        Write(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, OfferEntry entry, DateOnly day, DateTime now, string address)
    {
        Write(text, "BEGIN:VEVENT");
        Write(text, $"UID:{Id(entry, day)}@diapason");
        Write(text, $"DTSTAMP:{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Write(text, $"DTSTART;VALUE=DATE:{Day(day)}");
        Write(text, $"DTEND;VALUE=DATE:{Day(day.AddDays(1))}");
        Write(text, $"SUMMARY:{Escaped(entry.Title.Here)}");
        Write(text, $"DESCRIPTION:{Escaped(entry.Text.Here + "\n" + address)}");
        if (entry.Acts.Place is { } place) Write(text, $"LOCATION:{Escaped(place.Here)}");
        Write(text, $"URL:{address}");
        Write(text, "TRANSP:TRANSPARENT");
        Write(text, "END:VEVENT");
    }

    /// <summary>The same for the same step and day, so that taking the file again moves nothing twice; it says nothing of who took it.</summary>
    private static string Id(OfferEntry entry, DateOnly day) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.Code} {Day(day)}")))[..32];

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    private static void Write(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
