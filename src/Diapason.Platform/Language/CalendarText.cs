using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Diapason.Platform.Language;

/// <summary>An iCalendar file (RFC 5545), line by line.</summary>
public sealed class CalendarText
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>A line holds 75 octets; the rest goes on the next, after a space.</summary>
    private const int MostOctets = 75;

    private readonly StringBuilder _text = new();

    /// <param name="product">Who wrote it.</param>
    public CalendarText(string product)
    {
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//Diapason//{product}//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]) Line(line);
    }

    /// <summary>A line that needs no care.</summary>
    public CalendarText Line(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A property whose value is what somebody wrote.</summary>
    public CalendarText Said(string property, string value) =>
        Line($"{property}:{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n")}");

    /// <summary>The same for the same thing, so that taking the file again moves nothing twice; it says nothing of who took it.</summary>
    public CalendarText Id(string thing) => Line($"UID:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(thing)))[..32]}@diapason");

    public static string Moment(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The whole file.</summary>
    public byte[] End() => Encoding.UTF8.GetBytes(Line("END:VCALENDAR")._text.ToString());
}
