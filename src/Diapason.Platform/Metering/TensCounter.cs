using System.Diagnostics.Metrics;

namespace Diapason.Platform.Metering;

/// <summary>Counts what people do, and tells it by tens: nobody reads in it when somebody answered (ADR 42).</summary>
internal sealed class TensCounter
{
    private const long Step = 10;
    private long _count;

    public TensCounter(Meter meter, string name, string unit, string description) =>
        meter.CreateObservableCounter(name, () => Down(Interlocked.Read(ref _count)), unit, description);

    public static long Down(long count) => count - (count % Step);

    public void Add() => Interlocked.Increment(ref _count);
}
