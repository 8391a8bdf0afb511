using System.Globalization;
using Diapason.Text;

namespace Diapason.Platform.Language;

/// <summary>How a language sets what the house composes: punctuation, per cent sign, days and hours. One line a language that has habits of its own.</summary>
public sealed record LanguageHabits
{
    private static readonly LanguageHabits Others = new();

    private static readonly Dictionary<string, LanguageHabits> Known = new(StringComparer.Ordinal)
    {
        [Languages.French] = new()
        {
            Colon = "\u00A0: ",
            Percent = "\u00A0%",
            Typeset = QuebecTypography.Apply,
            FirstOfMonth = "er",
            IsNoughtOne = true,
            Day = (day, culture) => day.ToString(day.Day == 1 ? "1'er' MMMM yyyy" : "d MMMM yyyy", culture).Replace(' ', '\u00a0'),
            Time = (time, _) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}\u00a0h\u00a0{time.Minute:00}"),
            Hour = (time, _) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}\u00a0h"),
        },
        [Languages.English] = new()
        {
            Day = (day, culture) => day.ToString("MMMM'\u00a0'd, yyyy", culture),
            Time = (time, _) => string.Create(CultureInfo.InvariantCulture, $"{(time.Hour + 11) % 12 + 1}:{time.Minute:00} {(time.Hour < 12 ? "a.m." : "p.m.")}"),
            Hour = (time, _) => string.Create(CultureInfo.InvariantCulture, $"{(time.Hour + 11) % 12 + 1} {(time.Hour < 12 ? "a.m." : "p.m.")}"),
        },
    };

    /// <summary>Those of the sentences of the current request.</summary>
    public static LanguageHabits Here => Of(CultureInfo.CurrentCulture);

    public static LanguageHabits Of(CultureInfo culture) => Known.GetValueOrDefault(culture.TwoLetterISOLanguageName, culture.Equals(CultureInfo.InvariantCulture) ? Known[Languages.French] : Others);

    /// <summary>Between a title and what follows it.</summary>
    public string Colon { get; private init; } = ": ";

    /// <summary>What follows a number of hundredths.</summary>
    public string Percent { get; private init; } = "%";

    /// <summary>What follows the first day of a month, raised; nothing in most languages.</summary>
    public string? FirstOfMonth { get; private init; }

    /// <summary>Whether nought is said in the singular, as one.</summary>
    public bool IsNoughtOne { get; private init; }

    /// <summary>Sets a sentence made of parts.</summary>
    public Func<string, string> Typeset { get; private init; } = text => text;

    public Func<DateTime, CultureInfo, string> Day { get; private init; } = (day, culture) => day.ToString(WithoutDayOfWeek(culture.DateTimeFormat.LongDatePattern), culture);

    /// <summary>A round hour.</summary>
    public Func<DateTime, CultureInfo, string> Hour { get; private init; } = (time, culture) => time.ToString("t", culture);

    public Func<DateTime, CultureInfo, string> Time { get; private init; } = (time, culture) => time.ToString("t", culture);

    /// <summary><c>dddd, d 'de' MMMM 'de' yyyy</c> without its first word.</summary>
    private static string WithoutDayOfWeek(string pattern) => pattern.Replace("dddd, ", "", StringComparison.Ordinal).Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',');
}
