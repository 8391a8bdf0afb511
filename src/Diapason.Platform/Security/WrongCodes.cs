using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Diapason.Platform.Security;

/// <summary>
/// The codes that open nothing, by network and minute: one budget for all pages where a code is typed, <c>Diapason:RateLimits:Codes</c>, 20. A code that opens something is not counted,
/// nor a slip of the hand, which its check letter tells: an office whose hundred people take up their answers at once waits for nothing.
/// </summary>
public sealed class WrongCodes(TimeProvider clock, IConfiguration configuration)
{
    private const int Usual = 20, MostNetworks = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _tries = new(StringComparer.Ordinal);
    private readonly int _most = int.TryParse(configuration["Diapason:RateLimits:Codes"], CultureInfo.InvariantCulture, out var set) ? set : Usual;

    /// <summary>Counts a well-formed code that opened nothing where it was typed.</summary>
    public void Count(HttpContext context)
    {
        if (_tries.Count >= MostNetworks) Forget();
        var tries = _tries.GetOrAdd(RateLimits.Household(context.Connection.RemoteIpAddress), _ => new());
        lock (tries)
        {
            tries.Enqueue(clock.GetUtcNow());
            if (tries.Count > _most) tries.Dequeue();
        }
    }

    /// <summary>Whether a network has none left for now.</summary>
    internal bool AreSpent(string household)
    {
        if (_most <= 0) return true;
        if (!_tries.TryGetValue(household, out var tries)) return false;
        lock (tries) return tries.Count >= _most && IsRecent(tries.Peek());
    }

    // A clock set back an hour keeps nobody out for an hour.
    private bool IsRecent(DateTimeOffset at) => clock.GetUtcNow() - at is var age && age >= TimeSpan.Zero && age < Window;

    private void Forget()
    {
        foreach (var (household, tries) in _tries)
            lock (tries)
                if (tries.Count == 0 || !IsRecent(tries.Last())) _tries.TryRemove(household, out _);
    }
}

/// <summary>Lets through whoever has wrong codes left: nothing is taken here, pages say what was wrong.</summary>
internal sealed class WrongCodesLimiter(WrongCodes wrong, string household) : RateLimiter
{
    public override TimeSpan? IdleDuration => TimeSpan.Zero;

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Lease(!wrong.AreSpent(household));

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => ValueTask.FromResult(AttemptAcquireCore(permitCount));

    private sealed class Lease(bool isAcquired) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
