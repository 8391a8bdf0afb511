using Diapason.Platform.Data;

namespace Diapason.Platform.Jobs;

/// <summary>Leaves nothing for more than a minute of what was erased, nor of the order in which things were written, beside SQLite's file.</summary>
internal sealed class EmptyWriteAheadLog(WriteAheadLog log) : IJob
{
    public string Name => "platform.empty-write-ahead-log";

    public string TextKey => "job.empty_write_ahead_log";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task RunAsync(CancellationToken cancel) => log.EmptyAsync(cancel);
}
