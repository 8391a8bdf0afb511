using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Every job of a server whose clock is ahead, for five seconds then for long: nothing is lost, and what can be undone is.</summary>
public sealed class WrongClockTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private static readonly TimeSpan Far = TimeSpan.FromDays(200);

    [Fact]
    public async Task A_clock_wrong_for_five_seconds_then_for_two_days()
    {
        await app.Visitor().SignInAsync(AccountsVisits.Administrator);
        var author = app.Visitor();
        var draft = await author.BeginAndAnswerAsync();
        await PassAsync(days: 2);
        var before = await CountAsync();

        app.Clock.Advance(Far);
        await RunAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        await RunAsync();
        app.Clock.Advance(-Far);
        await RunAsync();
        (await CountAsync()).ShouldBe(before, "campaigns recorded as closed, drafts, answers, editions, sessions");
        (await StateAsync()).ShouldBe(CampaignState.Open);
        (await author.GoAsync(draft.Address)).Main.ShouldContain("Continuer");
        var told = app.Services.GetRequiredService<Mailer>().Written().Where(m => m.Subject == "L’horloge du serveur a sauté").ToList();
        told.ShouldHaveSingleItem("told once to each administrator").To.ShouldBe(AccountsVisits.Administrator);
        Page.Words(told[0].Text).ShouldContain("est passée du 25 novembre 2026, 10 h 00 au 13 juin 2027, 11 h 00");

        await PassAsync(days: 2);
        app.Clock.Advance(Far);
        await PassAsync(days: 2);
        (await StateAsync()).ShouldBe(CampaignState.Closed, "nobody set the clock right in a whole day");
        app.Clock.Advance(-Far - TimeSpan.FromDays(2));
        await PassAsync(days: 2);
        (await StateAsync()).ShouldBe(CampaignState.Open, "it closed before its last day");
    }

    /// <summary>As a server does that looks twice a day.</summary>
    private async Task PassAsync(int days)
    {
        for (var half = 0; half < 2 * days; half++)
        {
            await RunAsync();
            app.Clock.Advance(TimeSpan.FromHours(12));
        }

        await RunAsync();
    }

    private async Task RunAsync()
    {
        var runner = new JobRunner(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, SteadyTimeTests.In(app, "Production"), NullLogger<JobRunner>.Instance);
        var names = await app.InScopeAsync(services => Task.FromResult(services.GetServices<IJob>().Select(job => job.Name).ToList()));
        // Twice: what one job writes for another is there.
        foreach (var name in names.Concat(names)) await runner.TryRunAsync(name, default);
    }

    private async Task<CampaignState> StateAsync() => (await app.CampaignAsync()).StateAt(app.Clock.GetUtcNow().UtcDateTime);

    private Task<(int Closed, int Drafts, int Sent)> CountAsync() => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<DiapasonDb>();
        var answers = db.EveryCouncil<Response>();
        return (await db.EveryCouncil<Campaign>().CountAsync(c => c.ClosedAt != null), await answers.CountAsync(r => r.SubmittedOn == null), await answers.CountAsync(r => r.SubmittedOn != null));
    });
}
