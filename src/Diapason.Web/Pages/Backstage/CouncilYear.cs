using System.Globalization;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;

namespace Diapason.Web.Pages.Backstage;

/// <summary>The council's year as twelve months from September: each moment by its first month and its length, which are classes.</summary>
public sealed record CouncilYear(IReadOnlyList<(string Name, bool IsHere)> Months, IReadOnlyList<CouncilYear.Bar> Moments, int Tenth, string Today)
{
    private const int FirstMonth = 9;

    /// <summary>From this month on, a bar is written towards the left, where there is room.</summary>
    private const int Late = 9;

    /// <summary>One moment: its title, its dates, and the classes that place it.</summary>
    public sealed record Bar(string Title, string Dates, string CssClass);

    internal static CouncilYear Of(IReadOnlyList<YearMoment> moments, DateOnly today, Texts<Program> texts)
    {
        var start = new DateOnly(today.Month >= FirstMonth ? today.Year : today.Year - 1, FirstMonth, 1);
        var end = start.AddYears(1).AddDays(-1);
        var names = CultureInfo.CurrentCulture.DateTimeFormat.AbbreviatedMonthGenitiveNames;
        return new CouncilYear(
            [.. Enumerable.Range(0, 12).Select(i => start.AddMonths(i)).Select(month => (names[month.Month - 1], month.Month == today.Month))],
            [.. moments.Where(m => m.From <= end && m.To >= start).Select(m => new Bar(m.Title, m.Dates ?? Dates(m, texts), Place(m, start, end, today)))],
            Math.Min(9, 10 * today.Day / DateTime.DaysInMonth(today.Year, today.Month)),
            LocalDates.InWords(today));
    }

    private static string Dates(YearMoment moment, Texts<Program> texts) =>
        moment.From == moment.To ? LocalDates.InWords(moment.From) : texts["backstage.from_to", LocalDates.InWords(moment.From), LocalDates.InWords(moment.To)];

    private static string Place(YearMoment moment, DateOnly start, DateOnly end, DateOnly today)
    {
        var first = Month(moment.From < start ? start : moment.From, start);
        var length = Month(moment.To > end ? end : moment.To, start) - first + 1;
        var state = moment.To < today ? "fait " : moment.From <= today ? "cours " : "";
        return $"{state}{(first >= Late ? "fin " : "")}de-{first} l-{length}";
    }

    private static int Month(DateOnly day, DateOnly start) => ((day.Year - start.Year) * 12) + day.Month - start.Month + 1;
}
