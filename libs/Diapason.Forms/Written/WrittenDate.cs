using System.Globalization;

namespace Diapason.Forms;

/// <summary>
/// Days as people type and read them. Kept as <c>2026-11-29</c>, which is also how Québec writes a day in figures; typed so, with other marks, or with
/// the month in words in either language. <c>03/04/2026</c> is refused: it is a month to some and a day to others.
/// </summary>
internal static class WrittenDate
{
    private const int MaxCharacters = 40;
    private static readonly char[] Marks = ['-', '/', '.', ' ', '\u00A0', '\u202F', '\u2011', '\u2013', ','];
    private static readonly string[] French = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Reads a day as it was typed.</summary>
    public static bool TryRead(string typed, out DateOnly day)
    {
        day = default;
        if (typed.Length > MaxCharacters) return false;
        var parts = typed.Split(Marks, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3 && (parts switch
        {
            [{ Length: 4 } year, var month, var date] when char.IsAsciiDigit(year[0]) && char.IsAsciiDigit(month[0]) => TryMake(year, month, date, out day),
            [var date, var month, { Length: 4 } year] when !char.IsAsciiDigit(month[0]) => TryMake(year, Month(month), WithoutOrdinal(date), out day),
            [var month, var date, { Length: 4 } year] when !char.IsAsciiDigit(month[0]) => TryMake(year, Month(month), WithoutOrdinal(date), out day),
            _ => false,
        });
    }

    /// <summary>Reads back what <see cref="Format"/> wrote, and nothing else.</summary>
    public static bool TryParse(string written, out DateOnly day) => DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The stored form.</summary>
    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>« 1er janvier 2026 », “January 1, 2026”; the stored form in any other language. The day never leaves its month.</summary>
    public static string InWords(DateOnly day, string language)
    {
        var number = CultureInfo.InvariantCulture;
        if (language.StartsWith("fr", StringComparison.Ordinal))
            return string.Create(number, $"{(day.Day == 1 ? "1er" : day.Day)}\u00A0{French[day.Month - 1]}\u00A0{day.Year}");
        return language.StartsWith("en", StringComparison.Ordinal) ? string.Create(number, $"{English[day.Month - 1]}\u00A0{day.Day}, {day.Year}") : Format(day);
    }

    private static bool TryMake(string year, string month, string date, out DateOnly day)
    {
        day = default;
        return Number(year, out var y) && Number(month, out var m) && Number(date, out var d)
            && DateOnly.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}-{d:00}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    // « 1er », “29th”.
    private static string WithoutOrdinal(string date)
    {
        var figures = date.TrimEnd('e', 'r', 's', 't', 'n', 'd', 'h', 'ᵉ', 'ʳ');
        return figures.Length > 0 ? figures : date;
    }

    /// <summary>The number of the one month that a word of three letters or more begins, in either language; empty when it begins none, or several.</summary>
    private static string Month(string word)
    {
        var letters = PlainLetters.Of(word);
        if (letters.Length < 3) return "";
        var found = Enumerable.Range(0, 12).Where(m => PlainLetters.Of(French[m]).StartsWith(letters, StringComparison.Ordinal) || PlainLetters.Of(English[m]).StartsWith(letters, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? (found[0] + 1).ToString(CultureInfo.InvariantCulture) : "";
    }
}
