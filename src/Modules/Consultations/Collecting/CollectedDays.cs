using System.Globalization;

namespace Diapason.Consultations.Collecting;

/// <summary>Days as other programs write them, with or without an hour, which is dropped.</summary>
internal static class CollectedDays
{
    private const int Longest = 40;
    private static readonly char[] Marks = ['/', '-', '.'];

    /// <summary>The stored form; the cell itself where figures say nothing, as for a month in words; null where it can be no day in this order.</summary>
    public static string? Read(string cell, DateOrder order)
    {
        if (cell.Length > Longest) return null;
        var day = WithoutHour(cell.Trim());
        var parts = day.Split(Marks);
        if (parts.Length != 3 || !Array.TrueForAll(parts, part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit))) return day.Any(char.IsLetter) ? day : null;
        var (year, month, date) = parts[0].Length == 4 ? (parts[0], parts[1], parts[2])
            : order == DateOrder.DayFirst ? (parts[2], parts[1], parts[0])
            : order == DateOrder.MonthFirst ? (parts[2], parts[0], parts[1])
            : ("", "", "");
        return year.Length == 4 && DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{date.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The order in which every cell is a day; day first where both are possible, as in Québec's French.</summary>
    public static DateOrder Guess(IEnumerable<string> cells)
    {
        var some = cells.Where(cell => cell.Length > 0).Take(1_000).ToList();
        foreach (var order in new[] { DateOrder.YearFirst, DateOrder.DayFirst, DateOrder.MonthFirst })
            if (some.TrueForAll(cell => Read(cell, order) is not null)) return order;
        return DateOrder.YearFirst;
    }

    private static string WithoutHour(string cell)
    {
        var at = cell.IndexOfAny(['T', ' ']);
        return at > 0 && cell.IndexOf(':', at) > 0 && cell[..at].Any(char.IsAsciiDigit) && cell[..at].IndexOfAny(Marks) > 0 ? cell[..at] : cell;
    }
}
