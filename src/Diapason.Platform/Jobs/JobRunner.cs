using Diapason.Platform.Data;
using Diapason.Platform.Metering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Jobs;

/// <summary>Runs due jobs, one at a time, each in its own scope, under a lease taken in the database.</summary>
internal sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, SteadyTime time, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            string[] names;
            using (var scope = scopes.CreateScope()) names = [.. scope.ServiceProvider.GetServices<IJob>().Select(j => j.Name)];
            foreach (var name in names) await TryRunAsync(name, stoppingToken);
        }
    }

    internal async Task TryRunAsync(string name, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var job = scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == name);
            if (job.IsIrreversible && !await time.LookAsync(cancel)) return;
            var db = scope.ServiceProvider.GetRequiredService<DiapasonDb>();
            if (await TakeAsync(db, job, cancel) is { } lease) await RunAsync(db, job, lease, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Job {Name} could not be started and will be tried again", name);
        }
    }

    /// <summary>Runs the job and gives its lease back, whatever happens: at once after a stop, a minute later after a failure.</summary>
    private async Task RunAsync(DiapasonDb db, IJob job, DateTime lease, CancellationToken cancel)
    {
        var held = db.Set<JobRun>().Where(j => j.Name == job.Name && j.HeldUntil == lease);
        try
        {
            await job.RunAsync(cancel);
            var (done, due) = (Now, Now + job.Every);
            await held.ExecuteUpdateAsync(set => set.SetProperty(j => j.DueAt, due).SetProperty(j => j.HeldUntil, (DateTime?)null)
                .SetProperty(j => j.LastDoneAt, done).SetProperty(j => j.Failures, 0).SetProperty(j => j.LastFailure, (string?)null), CancellationToken.None);
            Measures.JobDone(job.Name);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            var due = Now;
            await held.ExecuteUpdateAsync(set => set.SetProperty(j => j.DueAt, due).SetProperty(j => j.HeldUntil, (DateTime?)null), CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Job {Name} failed and will be tried again", job.Name);
            Measures.JobFailed(job.Name);
            var (due, kind) = (Now + Retry, failure.GetType().Name);
            await held.ExecuteUpdateAsync(set => set.SetProperty(j => j.DueAt, due).SetProperty(j => j.HeldUntil, (DateTime?)null)
                .SetProperty(j => j.Failures, j => j.Failures + 1).SetProperty(j => j.LastFailure, kind), CancellationToken.None);
        }
    }

    /// <summary>One conditional update is the whole lock: whoever changes the row has the job until the moment returned; null when somebody else does.</summary>
    private async Task<DateTime?> TakeAsync(DiapasonDb db, IJob job, CancellationToken cancel)
    {
        var now = Now;
        var until = now + Lease;
        // Later than any job could have asked for: it was written while the clock was wrong, and waiting for it could take years.
        var (neverDue, neverHeld) = (now + Lease + (job.Every > Retry ? job.Every : Retry), until + Lease);
        var runs = db.Set<JobRun>();
        var taken = await runs.Where(j => j.Name == job.Name && (j.DueAt <= now || j.DueAt > neverDue) && (j.HeldUntil == null || j.HeldUntil < now || j.HeldUntil > neverHeld))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.HeldUntil, until), cancel);
        if (taken == 1) return until;
        if (await runs.AnyAsync(j => j.Name == job.Name, cancel)) return null;
        runs.Add(new JobRun { Name = job.Name, DueAt = now, HeldUntil = until });
        try
        {
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            return until;
        }
        catch (DbUpdateException)
        {
            // Another machine wrote the first row: it has the job.
            db.ChangeTracker.Clear();
            return null;
        }
    }
}
