using System.Collections.Concurrent;

namespace Diapason.Load;

/// <summary>What happened: how many, how long, what was acknowledged to whom.</summary>
internal sealed class Tally
{
    private int _pages;
    private int _sent;
    private int _unexpected;

    public int Pages => _pages;

    public int Sent => _sent;

    public int Unexpected => _unexpected;

    public string? FirstUnexpected { get; private set; }

    public Latencies Saves { get; } = new();

    public Latencies Shows { get; } = new();

    /// <summary>Everyone whose consent was acknowledged.</summary>
    public ConcurrentBag<Person> People { get; } = [];

    public void CountPage() => Interlocked.Increment(ref _pages);

    public void CountSent() => Interlocked.Increment(ref _sent);

    public void CountUnexpected(string what)
    {
        if (Interlocked.Increment(ref _unexpected) == 1) FirstUnexpected = what;
    }
}

/// <summary>One person: their code and the answers the server said it had saved.</summary>
internal sealed class Person(string code)
{
    public string Code => code;

    public Dictionary<string, string> Acknowledged { get; } = new(StringComparer.Ordinal);

    public bool IsSent { get; set; }
}

/// <summary>Durations, and their quantiles.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentBag<double> _milliseconds = [];

    public void Add(TimeSpan duration) => _milliseconds.Add(duration.TotalMilliseconds);

    public double At(double quantile)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))];
    }
}
