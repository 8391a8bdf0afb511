using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>A clock that is wrong for a moment closes nothing and erases nothing.</summary>
public sealed class SteadyTimeTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task What_cannot_be_undone_waits_until_the_clock_has_gone_on_for_a_day()
    {
        var time = In(app, "Production");
        await PassAsync(time, days: 1);
        (await time.LookAsync(default)).ShouldBeTrue();
        app.Clock.Advance(TimeSpan.FromDays(200));
        (await time.LookAsync(default)).ShouldBeFalse("two hundred days in five seconds");
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        (await In(app, "Production").LookAsync(default)).ShouldBeFalse("nor after a restart");
        app.Clock.Advance(-TimeSpan.FromDays(200));
        (await time.LookAsync(default)).ShouldBeFalse("back again is a jump too");
        await PassAsync(time, days: 1);
        (await time.LookAsync(default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_job_that_cannot_be_undone_is_not_run_meanwhile_and_the_others_are()
    {
        var time = In(app, "Production");
        await PassAsync(time, days: 2);
        var (closing, sending) = (new Job("test.closing", true), new Job("test.sending", false));
        app.Clock.Advance(TimeSpan.FromDays(200));
        await RunAsync(time, closing, sending);
        (closing.Runs, sending.Runs).ShouldBe((0, 1));
        app.Clock.Advance(-TimeSpan.FromDays(200));
        await RunAsync(time, closing, sending);
        closing.Runs.ShouldBe(0);
        await PassAsync(time, days: 1);
        await RunAsync(time, closing, sending);
        closing.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task In_development_a_moved_clock_is_meant()
    {
        app.Clock.Advance(TimeSpan.FromDays(200));
        (await In(app, "Development").LookAsync(default)).ShouldBeTrue();
    }

    [Fact]
    public void Whatever_closes_publishes_or_erases_by_dates_says_so()
    {
        using var scope = app.Services.CreateScope();
        scope.ServiceProvider.GetServices<IJob>().Where(job => job.IsIrreversible).Select(job => job.Name).Order()
            .ShouldBe(["accounts.erase-old-sessions", "accounts.erase-spent-links", "consultations.close-due-campaigns", "consultations.destroy-due-addresses", "consultations.destroy-due-answers", "consultations.destroy-due-interests", "consultations.end-pretests", "consultations.erase-abandoned-drafts", "consultations.erase-collected", "consultations.forget-file-requests", "consultations.forget-unused-images", "learning.close-lists", "learning.erase-certificates", "learning.erase-places", "learning.turn-places", "needs.erase-expired-paths", "studies.publish-editions"]);
    }

    internal static SteadyTime In(DiapasonApp app, string environment) =>
        new(app.Services.GetRequiredService<IDbContextFactory<DiapasonDb>>(), app.Clock, new Machine { EnvironmentName = environment }, NullLogger<SteadyTime>.Instance);

    /// <summary>As a server does that looks twice a day.</summary>
    private async Task PassAsync(SteadyTime time, int days)
    {
        for (var half = 0; half <= 2 * days; half++)
        {
            await time.LookAsync(default);
            app.Clock.Advance(TimeSpan.FromHours(12));
        }
    }

    private async Task RunAsync(SteadyTime time, params Job[] jobs)
    {
        foreach (var job in jobs)
        {
            var services = new ServiceCollection();
            services.AddScoped(_ => app.Services.GetRequiredService<IDbContextFactory<DiapasonDb>>().CreateDbContext());
            services.AddSingleton<IJob>(job);
            await using var provider = services.BuildServiceProvider();
            await new JobRunner(provider.GetRequiredService<IServiceScopeFactory>(), app.Clock, time, NullLogger<JobRunner>.Instance).TryRunAsync(job.Name, default);
        }
    }

    private sealed class Job(string name, bool isIrreversible) : IJob
    {
        public int Runs { get; private set; }

        public string Name => name;

        public string TextKey => "";

        public TimeSpan Every => TimeSpan.FromMinutes(1);

        public bool IsIrreversible => isIrreversible;

        public Task RunAsync(CancellationToken cancel)
        {
            Runs++;
            return Task.CompletedTask;
        }
    }

    private sealed class Machine : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "";

        public string ApplicationName { get; set; } = "Diapason";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
