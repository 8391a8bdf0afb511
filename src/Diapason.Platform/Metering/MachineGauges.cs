using System.Diagnostics.Metrics;
using Diapason.Platform.Machine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Metering;

/// <summary>Looks at the machine each minute, while measures are sent, and tells what it saw. What could not be read is not told at all.</summary>
internal sealed class MachineGauges : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Meter _meter = new(Measures.MeterName);
    private readonly IServiceScopeFactory _scopes;
    private readonly RecentErrors _errors;
    private readonly TimeProvider _clock;
    private readonly ILogger<MachineGauges> _log;
    private MachineState? _seen;

    public MachineGauges(IServiceScopeFactory scopes, RecentErrors errors, TimeProvider clock, ILogger<MachineGauges> log)
    {
        (_scopes, _errors, _clock, _log) = (scopes, errors, clock, log);
        _meter.CreateObservableCounter("diapason.errors", Errors, "{error}", "Errors logged since the start, by who logged them and kind of exception");
        Gauge("diapason.job.age", "s", "Time since a job was last done", state => state.Jobs.Where(j => j.LastDoneAt is not null).Select(j => new Measurement<double>(Age(j.LastDoneAt!.Value), Label("name", j.Name))));
        Gauge("diapason.job.failures", "{failure}", "Failures of a job in a row", state => state.Jobs.Select(j => new Measurement<double>(j.Failures, Label("name", j.Name))));
        Gauge("diapason.outbox.waiting", "{message}", "Messages committed and not handled yet", state => state.Waiting.Select(w => new Measurement<double>(w.Count, Label("event", w.Kind))));
        Gauge("diapason.outbox.age", "s", "Age of the oldest message not handled yet", state => One(state.Waiting.Count == 0 ? 0 : Age(state.Waiting.Min(w => w.Oldest))));
        Gauge("diapason.waiting", "{answer}", "What waits, rounded down to tens: answers set apart, drafts", state => state.Counts.Select(c => new Measurement<double>(TensCounter.Down(c.Count), Label("of", c.Of.Measure))));
        Gauge("diapason.disk.free", "By", "Room left on the disk of the database", state => One(state.Disk.FreeBytes));
        Gauge("diapason.disk.size", "By", "Size of the disk of the database", state => One(state.Disk.TotalBytes));
        Gauge("diapason.backup.age", "s", "Age of the newest backup", state => One(state.Backup?.NewestAt is { } made ? Age(made) : null));
        Gauge("diapason.certificate.left", "d", "Days left before the certificate of the public address ends", state => One((state.Certificate.EndsAt - _clock.GetUtcNow().UtcDateTime)?.TotalDays));
        Gauge("diapason.clock.waits", "{wait}", "1 while what cannot be undone waits for the clock", state => One(state.Clock.SteadyAt is null ? 0 : 1));
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    internal async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            _seen = await scope.ServiceProvider.GetRequiredService<ReadMachine>().RunAsync(cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            _seen = null;
            _log.LogWarning("The machine could not be measured ({Failure})", failure.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, _clock);
        do await LookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);

    private static IEnumerable<Measurement<double>> One(double? value) => value is { } known ? [new(known)] : [];

    private void Gauge(string name, string unit, string description, Func<MachineState, IEnumerable<Measurement<double>>> read) =>
        _meter.CreateObservableGauge(name, () => _seen is { } state ? read(state) : [], unit, description);

    private IEnumerable<Measurement<long>> Errors() => _errors.Kinds.Select(kind => new Measurement<long>(kind.Count, Label("where", kind.Where), Label("kind", kind.What)));

    private double Age(DateTime since) => (_clock.GetUtcNow().UtcDateTime - since).TotalSeconds;
}
