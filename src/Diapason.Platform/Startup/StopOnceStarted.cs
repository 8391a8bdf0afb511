using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Startup;

/// <summary>
/// Stops the server when the machine asks (SIGTERM, Ctrl+C), once it has started: the framework's own console lifetime cancels a start under way,
/// which ends in an abort with a stack trace.
/// </summary>
internal sealed class StopOnceStarted(IHostApplicationLifetime application) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }) _signals.Add(PosixSignalRegistration.Create(signal, Stop));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        // At once when it has started already.
        application.ApplicationStarted.Register(application.StopApplication);
    }
}
