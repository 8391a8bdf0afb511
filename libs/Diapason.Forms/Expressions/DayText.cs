using System.Globalization;
using System.Text.RegularExpressions;

namespace Diapason.Forms;

/// <summary>Days and moments as forms write them, <c>2026-11-30</c> or <c>2026-11-30T08:15:00.000-05:00</c>, counted in days since 1 January 1970.</summary>
internal static partial class DayText
{
    // Milliseconds: never reached, for none of these looks back.
    private const int Patience = 5000;

    private static readonly string[] ShortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] ShortDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>The days of a text; false for a day that no calendar has.</summary>
    public static bool TryRead(string text, out double days)
    {
        days = double.NaN;
        if (text.Length is < 8 or > 40 || !char.IsAsciiDigit(text[0]) || Written().Match(text) is not { Success: true } parts) return false;
        int Part(int group) => parts.Groups[group].Success ? int.Parse(parts.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Part(1), Part(2), Part(3));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || Part(4) > 23 || Part(5) > 59 || Part(6) > 59) return false;
        var fraction = parts.Groups[7].Success ? double.Parse("0" + parts.Groups[7].Value, CultureInfo.InvariantCulture) : 0;
        var shift = parts.Groups[8].Success ? (parts.Groups[8].Value == "-" ? 1 : -1) * ((Part(9) * 60) + Part(10)) : 0;
        days = Of(new DateTime(year, month, day, Part(4), Part(5), Part(6))) + (fraction / 86400) + (shift / 1440.0);
        return true;
    }

    public static double Of(DateTime moment) => (moment - DateTime.UnixEpoch).TotalDays;

    /// <summary>The moment of some days, to the nearest millisecond; <see langword="null"/> out of the calendar.</summary>
    public static DateTime? Moment(double days)
    {
        var milliseconds = Math.Round(days * 86_400_000);
        return milliseconds is > -62_135_596_800_000 and < 253_402_300_800_000 ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : null;
    }

    public static string Write(double days) => Moment(days) switch
    {
        null => "",
        { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var moment => moment.Value.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
    };

    /// <summary>A day written after a pattern: <c>%d/%m/%Y</c>. Short names are English, as in forms. <see langword="null"/> for a pattern with a letter nobody knows.</summary>
    public static string? Format(double days, string pattern)
    {
        if (!Patterns().IsMatch(pattern)) return null;
        if (Moment(days) is not { } moment) return "";
        return Letter().Replace(pattern, letter => letter.Value[1] switch
        {
            'Y' => moment.ToString("yyyy", CultureInfo.InvariantCulture),
            'y' => moment.ToString("yy", CultureInfo.InvariantCulture),
            'm' => Two(moment.Month),
            'n' => One(moment.Month),
            'b' => ShortMonths[moment.Month - 1],
            'd' => Two(moment.Day),
            'e' => One(moment.Day),
            'H' => Two(moment.Hour),
            'h' => One(moment.Hour),
            'M' => Two(moment.Minute),
            'S' => Two(moment.Second),
            '3' => moment.Millisecond.ToString("000", CultureInfo.InvariantCulture),
            'a' => ShortDays[(int)moment.DayOfWeek],
            _ => "%",
        });
    }

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string One(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<1>[0-9]{4})-(?<2>[0-9]{1,2})-(?<3>[0-9]{1,2})(T(?<4>[0-9]{2}):(?<5>[0-9]{2})(:(?<6>[0-9]{2})(?<7>\.[0-9]{1,9})?)?(Z|(?<8>[+-])(?<9>[0-9]{2}):?(?<10>[0-9]{2}))?)?$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Written();

    [GeneratedRegex("^([^%]|%[YymnbdehHMS3a%])*$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Patterns();

    [GeneratedRegex("%.", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Letter();
}
