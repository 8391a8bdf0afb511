using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Diapason.Statistics.Publication;

/// <summary>
/// Sets bursts apart without keeping anything about anyone: counters in memory, by prefixes and patterns keyed with a random key of the day, lost at a restart and
/// at midnight where the caller counts its days. Never drops an answer: it marks it. One instance a server; not for several threads at once.
/// </summary>
/// <param name="limits">The limits.</param>
/// <param name="freshKey">Gives 32 random bytes, once a day: <c>RandomNumberGenerator.GetBytes(32)</c>.</param>
/// <param name="started">When the server started; limits are halved for an hour after.</param>
public sealed class QuarantineWatch(QuarantineLimits limits, Func<byte[]> freshKey, DateTimeOffset started)
{
    private readonly Dictionary<ulong, Queue<DateTimeOffset>> prefixes = [];
    private readonly Dictionary<ulong, int> patterns = [];
    private readonly Dictionary<string, int> segments = new(StringComparer.Ordinal);
    private byte[] key = [];
    private DateOnly today = DateOnly.MinValue;

    /// <summary>Looks at one answer being sent.</summary>
    /// <param name="answer">What is known of it while it is sent, none of it kept.</param>
    /// <param name="now">The time, with the offset of the place whose days are counted.</param>
    /// <param name="segmentMeans">Mean of a segment's daily answers over the last 14 days, from the database's days; 0 for a segment it does not know.</param>
    /// <returns>Whether it waits, why, and which segments' answers of today wait with it.</returns>
    public QuarantineVerdict See(ArrivingAnswer answer, DateTimeOffset now, Func<string, double> segmentMeans)
    {
        Turn(DateOnly.FromDateTime(now.DateTime));
        var halved = now - started < TimeSpan.FromHours(1) ? 0.5 : 1;
        var source = Source(answer, now, halved);
        var pattern = Pattern(answer, halved);
        var flooded = answer.Segments.Where(s => Flooded(s, halved * Math.Max(limits.SegmentLeast, limits.SegmentTimes * segmentMeans(s)))).ToList();
        var reason = source ?? Content(answer) ?? pattern ?? (flooded.Count > 0 ? QuarantineReason.SegmentBurst : null);
        return new QuarantineVerdict(reason, flooded);
    }

    private void Turn(DateOnly day)
    {
        if (day == today)
            return;
        CryptographicOperations.ZeroMemory(key);
        (today, key) = (day, freshKey());
        prefixes.Clear();
        patterns.Clear();
        segments.Clear();
    }

    private QuarantineReason? Source(ArrivingAnswer answer, DateTimeOffset now, double halved)
    {
        if (answer.Room is null && answer.Address.IsEmpty)
            return null;
        var from = Keyed(answer.Room is null ? Prefix(answer.Address) : [2, .. answer.Room]);
        if (!prefixes.TryGetValue(from, out var times))
            prefixes[from] = times = new Queue<DateTimeOffset>();
        times.Enqueue(now);
        if (answer.Room is not null)
            return times.Count > limits.RoomDay * halved ? QuarantineReason.RoomFull : null;
        var recent = times.Count(t => now - t < limits.BurstWindow);
        return times.Count > limits.PrefixDay * halved ? QuarantineReason.SameNetworkDay
            : recent > limits.PrefixBurst * halved ? QuarantineReason.SameNetworkBurst : null;
    }

    private static QuarantineReason? Content(ArrivingAnswer answer) =>
        answer.Blank ? QuarantineReason.Blank
        : answer.GridsAlike ? QuarantineReason.GridsAlike
        : answer.MedianTime > TimeSpan.Zero && answer.Time < answer.MedianTime / 3 ? QuarantineReason.TooFast : null;

    private QuarantineReason? Pattern(ArrivingAnswer answer, double halved)
    {
        var pattern = Keyed([3, .. answer.Pattern]);
        return (patterns[pattern] = patterns.GetValueOrDefault(pattern) + 1) > limits.Identical * halved ? QuarantineReason.Identical : null;
    }

    private bool Flooded(string segment, double limit) => (segments[segment] = segments.GetValueOrDefault(segment) + 1) > limit;

    /// <summary>/24 of an IPv4 address, mapped in IPv6 or not; /48 of an IPv6 one.</summary>
    private static byte[] Prefix(ReadOnlyMemory<byte> address)
    {
        var bytes = address.Span;
        return bytes.Length switch
        {
            4 => [0, .. bytes[..3]],
            16 when bytes[..10].IndexOfAnyExcept((byte)0) < 0 && bytes[10] == 255 && bytes[11] == 255 => [0, .. bytes[12..15]],
            16 => [1, .. bytes[..6]],
            _ => throw new SurveyException(SurveyError.InvalidValue, "An address has 4 or 16 bytes."),
        };
    }

    private ulong Keyed(ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, digest);
        return BinaryPrimitives.ReadUInt64BigEndian(digest);
    }
}
