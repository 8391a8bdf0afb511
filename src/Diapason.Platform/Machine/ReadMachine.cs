using Diapason.Platform.Backups;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Mail;
using Diapason.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Machine;

/// <summary>Reads how the server is: its clock, jobs, messages, disk, backups and errors.</summary>
public sealed class ReadMachine(DiapasonDb db, IEnumerable<IJob> jobs, IEnumerable<IMachineCount> counts, DatabaseChoice database, Mailer mailer, RecentErrors errors, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>The folder of the operator's backups, whose newest file is told.</summary>
    private const string Copies = "Diapason:Backup:Folder";

    public async Task<MachineState> RunAsync(CancellationToken cancel)
    {
        var seen = await ClockAsync(cancel);
        return new MachineState
        {
            Clock = seen,
            Jobs = await JobsAsync(seen.SteadyAt is not null, cancel),
            Waiting = await WaitingAsync(cancel),
            Counts = await CountsAsync(cancel),
            SendsMail = mailer.CanSend,
            Disk = Disk(database.Folder ?? environment.ContentRootPath),
            Backup = Backup,
            Certificate = await CertificateAsync(cancel),
            ErrorsSince = errors.Since,
            Errors = errors.Kinds,
        };
    }

    /// <summary>The newest backup; null when no folder of them is set.</summary>
    internal BackupState? Backup => configuration[Copies] is { Length: > 0 } folder ? Newest(folder) : null;

    internal async Task<CertificateState> CertificateAsync(CancellationToken cancel) =>
        await db.Set<CertificateMemory>().AsNoTracking().Select(c => new CertificateState(c.EndsAt, c.AskedAt, c.Trouble)).SingleOrDefaultAsync(cancel) ?? new CertificateState(null, null, null);

    /// <summary>The clock alone, which a desk asks for at each visit.</summary>
    internal async Task<ClockState> ClockAsync(CancellationToken cancel)
    {
        var memory = await db.Set<TimeMemory>().AsNoTracking().SingleOrDefaultAsync(cancel);
        var waits = !environment.IsDevelopment() && memory?.IsSteadyAt(clock.GetUtcNow().UtcDateTime) == false;
        return new ClockState(memory?.Since, memory?.JumpedFrom, waits ? memory!.Since + TimeMemory.Wait : null);
    }

    private async Task<IReadOnlyList<JobState>> JobsAsync(bool isClockDoubtful, CancellationToken cancel)
    {
        var runs = await db.Set<JobRun>().AsNoTracking().ToDictionaryAsync(run => run.Name, cancel);
        return [.. jobs.OrderBy(job => job.Name, StringComparer.Ordinal).Select(job => runs.TryGetValue(job.Name, out var run)
            ? new JobState(job.Name, job.TextKey, run.LastDoneAt, run.DueAt, run.Failures, run.LastFailure, isClockDoubtful && job.IsIrreversible)
            : new JobState(job.Name, job.TextKey, null, null, 0, null, isClockDoubtful && job.IsIrreversible))];
    }

    private async Task<IReadOnlyList<WaitingCount>> CountsAsync(CancellationToken cancel)
    {
        var known = new List<WaitingCount>();
        foreach (var count in counts) known.Add(new WaitingCount(count, await count.CountAsync(cancel)));
        return known;
    }

    private async Task<IReadOnlyList<WaitingEvents>> WaitingAsync(CancellationToken cancel)
    {
        var kinds = await db.Set<OutboxMessage>().Where(m => m.HandledAt == null).GroupBy(m => m.Event)
            .Select(kind => new { Event = kind.Key, Count = kind.Count(), Failing = kind.Count(m => m.Attempts > 0), Oldest = kind.Min(m => m.At) }).ToListAsync(cancel);
        return [.. kinds.OrderBy(kind => kind.Oldest).Select(kind => new WaitingEvents(kind.Event[(kind.Event.LastIndexOf('.') + 1)..], kind.Count, kind.Failing, kind.Oldest))];
    }

    private static DiskState Disk(string folder)
    {
        try
        {
            var drive = new DriveInfo(folder);
            return new DiskState(drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new DiskState(null, null);
        }
    }

    /// <summary>What a backup under way has written so far is none.</summary>
    private static BackupState Newest(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles().Where(file => !file.Name.EndsWith(BackupFolder.Unfinished, StringComparison.Ordinal)).ToList();
            return new(files.Select(file => (DateTime?)file.LastWriteTimeUtc).Max(), true, BackupFolder.InClear(files.Select(file => file.Name)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new(null, false);
        }
    }
}
