using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Machine;

/// <summary>Counts what this process logs as an error, by who says it and by kind of exception: no message, which could hold anything.</summary>
public sealed class RecentErrors(TimeProvider clock) : ILoggerProvider
{
    private const int MostKinds = 100;
    private readonly ConcurrentDictionary<(string Where, string What), ErrorKind> _kinds = new();

    public DateTime Since { get; } = clock.GetUtcNow().UtcDateTime;

    public IReadOnlyList<ErrorKind> Kinds => [.. _kinds.Values.OrderByDescending(kind => kind.LastAt)];

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
    }

    private void Note(string where, string what)
    {
        var (key, now) = ((where, what), clock.GetUtcNow().UtcDateTime);
        if (_kinds.Count >= MostKinds && !_kinds.ContainsKey(key)) return;
        _kinds.AddOrUpdate(key, new ErrorKind(where, what, 1, now), (_, known) => known with { Count = known.Count + 1, LastAt = now, OfDay = known.LastAt.Date == now.Date ? known.OfDay + 1 : 1 });
    }

    private sealed class Ear(RecentErrors errors, string where) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Error or LogLevel.Critical;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) errors.Note(where, exception?.GetType().Name ?? "");
        }
    }
}
