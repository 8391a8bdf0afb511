namespace Diapason.Forms;

/// <summary>Days and moments. The moment is given by who evaluates; without one, <c>today()</c> and <c>now()</c> are no day.</summary>
internal static class DateFunctions
{
    public static IEnumerable<ExpressionFunction> All { get; } =
    [
        new("today", 0, 0, ExpressionType.Date, [], (_, in scope) => ExpressionValue.OfDays(scope.Now is { } now ? DayText.Of(now.Date) : double.NaN)),
        new("now", 0, 0, ExpressionType.Date, [], (_, in scope) => ExpressionValue.OfDays(scope.Now is { } now ? DayText.Of(now) : double.NaN)),
        new("date", 1, 1, ExpressionType.Date, [Wanted.Date], (given, in _) => ExpressionValue.OfDays(given[0].AsDays())),
        new("date-time", 1, 1, ExpressionType.Date, [Wanted.Date], (given, in _) => ExpressionValue.OfDays(given[0].AsDays())),
        new("decimal-date-time", 1, 1, ExpressionType.Number, [Wanted.Date], (given, in _) => ExpressionValue.Of(given[0].AsDays())),
        new("format-date", 2, 2, ExpressionType.Text, [Wanted.Date, Wanted.Any], (given, in _) => ExpressionValue.Of(DayText.Format(given[0].AsDays(), given[1].AsText()) ?? "")),
        new("format-date-time", 2, 2, ExpressionType.Text, [Wanted.Date, Wanted.Any], (given, in _) => ExpressionValue.Of(DayText.Format(given[0].AsDays(), given[1].AsText()) ?? "")),
    ];
}
