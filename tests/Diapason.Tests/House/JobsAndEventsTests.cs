using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Outbox;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

public sealed class JobsAndEventsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Two_machines_run_a_due_job_once()
    {
        var job = new Counting("test.once");
        await Task.WhenAll(Runner(job).TryRunAsync(job.Name, default), Runner(job).TryRunAsync(job.Name, default));
        await Runner(job).TryRunAsync(job.Name, default);
        job.Runs.ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Runner(job).TryRunAsync(job.Name, default);
        job.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_a_minute_later()
    {
        var job = new Counting("test.failing") { Fails = true };
        await Runner(job).TryRunAsync(job.Name, default);
        await Runner(job).TryRunAsync(job.Name, default);
        job.Runs.ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Runner(job).TryRunAsync(job.Name, default);
        job.Runs.ShouldBe(2);
    }

    [Fact]
    public void No_job_runs_beside_a_test() => app.Services.GetServices<IHostedService>().ShouldNotContain(service => service is JobRunner);

    [Fact]
    public async Task A_job_that_outlives_its_lease_does_not_give_back_the_lease_of_who_took_it_over()
    {
        var job = new Waiting("test.lease");
        var late = Runner(job).TryRunAsync(job.Name, default);
        (await job.StartedAsync(1)).ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        var taken = Runner(job).TryRunAsync(job.Name, default);
        (await job.StartedAsync(2)).ShouldBe(2, "the lease was lost");
        job.Finish(1);
        await late;
        // Due again by the late one's account, but held by the other.
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        // A third run, were there one, must not wait for this test to go on.
        job.Finish(3);
        await Runner(job).TryRunAsync(job.Name, default);
        job.Runs.ShouldBe(2, "still held by who took it over");
        job.Finish(2);
        await taken;
        await Runner(job).TryRunAsync(job.Name, default);
        job.Runs.ShouldBe(2, "not due before its time");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Runner(job).TryRunAsync(job.Name, default);
        job.Runs.ShouldBe(3, "the lease was given back");
    }

    [Fact]
    public async Task A_clock_that_was_wrong_for_a_moment_does_not_stop_the_jobs()
    {
        var job = new Counting("test.clock");
        app.Clock.Advance(TimeSpan.FromDays(365));
        await Runner(job).TryRunAsync(job.Name, default);
        app.Clock.Advance(-TimeSpan.FromDays(365));
        await Runner(job).TryRunAsync(job.Name, default);
        await Runner(job).TryRunAsync(job.Name, default);
        job.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task An_event_is_handled_after_its_commit_and_again_when_its_handler_failed()
    {
        Happened.Handled.Clear();
        await using var services = Host(new Counting("unused"), s => s.AddEventHandler<Happened, Handler>());
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiapasonDb>();
        scope.ServiceProvider.GetRequiredService<EventOutbox>().Add(new Happened(Guid.CreateVersion7()));
        var dispatch = ActivatorUtilities.CreateInstance<DispatchOutbox>(scope.ServiceProvider, NullLogger<DispatchOutbox>.Instance);
        await dispatch.RunAsync(default);
        Happened.Handled.Count.ShouldBe(0, "not committed yet");
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await dispatch.RunAsync(default);
        Happened.Handled.Count.ShouldBe(1, "the first attempt fails on purpose");
        await dispatch.RunAsync(default);
        Happened.Handled.Count.ShouldBe(1, "not before its time");
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await dispatch.RunAsync(default);
        await dispatch.RunAsync(default);
        Happened.Handled.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_event_that_keeps_failing_is_tried_later_each_time_and_hourly_at_last()
    {
        Refused.Attempts = 0;
        await using var services = Host(new Counting("unused"), s => s.AddEventHandler<Refused, Refuser>());
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<EventOutbox>().Add(new Refused());
        await scope.ServiceProvider.GetRequiredService<DiapasonDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        var dispatch = ActivatorUtilities.CreateInstance<DispatchOutbox>(scope.ServiceProvider, NullLogger<DispatchOutbox>.Instance);
        await dispatch.RunAsync(default);
        var attempts = 1;
        foreach (var minutes in new[] { 2, 4, 8, 16, 32, 60, 60, 60 })
        {
            app.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            await dispatch.RunAsync(default);
            Refused.Attempts.ShouldBe(attempts, $"a second before {minutes} minutes");
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await dispatch.RunAsync(default);
            Refused.Attempts.ShouldBe(++attempts, $"after {minutes} minutes");
        }
    }

    private JobRunner Runner(IJob job) => new(Host(job).GetRequiredService<IServiceScopeFactory>(), app.Clock, SteadyTimeTests.In(app, "Production"), NullLogger<JobRunner>.Instance);

    /// <summary>A container with the application's database and one job.</summary>
    private ServiceProvider Host(IJob job, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(app.Clock);
        services.AddScoped(_ => app.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<DiapasonDb>>().CreateDbContext());
        services.AddScoped<EventOutbox>();
        services.AddSingleton(job);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private sealed class Counting(string name) : IJob
    {
        private int _runs;

        public bool Fails { get; init; }

        public int Runs => _runs;

        public string Name => name;

        public string TextKey => "";

        public TimeSpan Every => TimeSpan.FromMinutes(1);

        public Task RunAsync(CancellationToken cancel)
        {
            Interlocked.Increment(ref _runs);
            return Fails ? throw new InvalidOperationException("as asked") : Task.CompletedTask;
        }
    }

    /// <summary>Each run waits to be told to finish.</summary>
    private sealed class Waiting(string name) : IJob
    {
        private readonly TaskCompletionSource[] _started = [.. Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        private readonly TaskCompletionSource[] _finish = [.. Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        private int _runs;

        public int Runs => _runs;

        public string Name => name;

        public string TextKey => "";

        public TimeSpan Every => TimeSpan.FromMinutes(1);

        public void Finish(int run) => _finish[run].SetResult();

        public async Task<int> StartedAsync(int run)
        {
            await _started[run].Task.WaitAsync(TimeSpan.FromSeconds(30));
            return _runs;
        }

        public async Task RunAsync(CancellationToken cancel)
        {
            var run = Interlocked.Increment(ref _runs);
            _started[run].SetResult();
            await _finish[run].Task;
        }
    }

    internal sealed record Refused : IEvent
    {
        public static int Attempts { get; set; }
    }

    private sealed class Refuser : IHandle<Refused>
    {
        public Task HandleAsync(Refused happened, CancellationToken cancel)
        {
            Refused.Attempts++;
            throw new InvalidOperationException("as asked");
        }
    }

    internal sealed record Happened(Guid Id) : IEvent
    {
        public static readonly List<Guid> Handled = [];
    }

    private sealed class Handler : IHandle<Happened>
    {
        public Task HandleAsync(Happened happened, CancellationToken cancel)
        {
            Happened.Handled.Add(happened.Id);
            return Happened.Handled.Count == 1 ? throw new InvalidOperationException("as asked") : Task.CompletedTask;
        }
    }
}
