using System.Globalization;

namespace Diapason.Platform.Backups.Rows;

/// <summary>
/// A value as a column of another database holds it: a Guid is capital text in SQLite, a truth 0 or 1, a moment text in UTC. As the mapper and the scripts write them, so that what compares text still finds it.
/// </summary>
internal static class FittedValue
{
    private const string Moment = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private const string Day = "yyyy-MM-dd";
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <exception cref="FormatException">It does not fit.</exception>
    public static object? Of(object? value, ValueKind kind) => (kind, value) switch
    {
        (_, null or DBNull) => null,
        (ValueKind.Text, string) or (ValueKind.Bytes, byte[]) or (ValueKind.Uuid, Guid) or (ValueKind.Boolean, bool) or (ValueKind.Day, DateOnly) or (ValueKind.Number, double) => value,
        (ValueKind.Text, Guid id) => id.ToString().ToUpperInvariant(),
        (ValueKind.Text, DateTime at) => at.ToString(Moment, Plain),
        (ValueKind.Text, DateOnly day) => day.ToString(Day, Plain),
        (ValueKind.Long, bool truth) => truth ? 1L : 0L,
        (ValueKind.Long, long or int) => Convert.ToInt64(value, Plain),
        (ValueKind.Integer, long or int) => Whole(Convert.ToInt64(value, Plain)),
        (ValueKind.Number, long or int) => Convert.ToDouble(value, Plain),
        (ValueKind.Boolean, 0L or 1L) => value is 1L,
        (ValueKind.Uuid, string text) when Guid.TryParse(text, out var id) => id,
        (ValueKind.Moment, DateTime at) => WholeMicroseconds(at),
        (ValueKind.Moment, string text) when DateTime.TryParse(text, Plain, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) => WholeMicroseconds(at),
        (ValueKind.Day, string text) when DateOnly.TryParseExact(text, Day, Plain, DateTimeStyles.None, out var day) => day,
        _ => throw new FormatException($"A {value.GetType().Name} is no {kind}."),
    };

    private static int Whole(long value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new FormatException("Too large for an integer.");

    /// <summary>PostgreSQL keeps microseconds; SQLite has the tenths that .NET writes.</summary>
    private static DateTime WholeMicroseconds(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
