using System.Collections.Concurrent;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Diapason.Tests.Consultations.Invitations;
using Diapason.Tests.Learning;
using Diapason.Tests.Needs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>The privacy page names each cookie and how long it lasts: those that come while everything is done here are those, and no other.</summary>
public sealed class CookiesTests(CookiesTests.Looking app) : IClassFixture<CookiesTests.Looking>
{
    private static readonly Dictionary<string, TimeSpan?> Lives = new(StringComparer.Ordinal)
    {
        ["jusqu’à la fermeture du navigateur"] = null,
        ["10 minutes"] = TimeSpan.FromMinutes(10),
        ["30 minutes"] = TimeSpan.FromMinutes(30),
        ["120 jours"] = TimeSpan.FromDays(120),
        ["un an"] = TimeSpan.FromDays(365),
    };

    [Fact]
    public async Task Are_those_of_the_privacy_page_for_the_time_it_says()
    {
        await DoEverythingAsync();
        var told = (await app.Visitor().GoAsync("/fr/privacy")).Document.QuerySelectorAll("[aria-labelledby=cookies] li")
            .ToDictionary(line => line.QuerySelector("code")!.TextContent, line => Page.Words(line.TextContent), StringComparer.Ordinal);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cookie in app.Left)
        {
            var name = told.Keys.SingleOrDefault(name => name.EndsWith('…') ? cookie.Name.StartsWith(name[..^1], StringComparison.Ordinal) : cookie.Name == name).ShouldNotBeNull($"{cookie.Name} is not told");
            met.Add(name);
            // For an hour, « withdrawn » stands in the place of a code, and its line says so.
            if (cookie.Value == "withdrawn") cookie.MaxAge.ShouldBe(TimeSpan.FromHours(1));
            else told[name].ShouldEndWith($"Durée : {Lives.Single(life => life.Value == cookie.MaxAge).Key}.", customMessage: cookie.ToString());
        }

        met.Order().ShouldBe(told.Keys.Order(), "each that is told was met");
    }

    private async Task DoEverythingAsync()
    {
        var visitor = app.Visitor();
        var receipt = await visitor.SendOneAnswerAsync();
        await visitor.SubmitAsync((await visitor.FollowAsync(receipt, "Retirer et effacer mes réponses")).Form("Effacer mes réponses"), "Effacer mes réponses");
        await visitor.SubmitAsync((await visitor.GoAsync("/fr/consultation/resume")).Form("Reprendre").Fill("Code de reprise", "rien"), "Reprendre");
        var steps = await visitor.SubmitAsync((await Walk.ToStepsAsync(visitor)).Form("Garder sous un code"), "Garder sous un code");
        await visitor.SubmitAsync(steps.Form("Garder dans mon carnet"), "Garder dans mon carnet");
        await app.OpenedAsync("Témoins de tout");
        await visitor.SubmitAsync(PlacesVisits.Filled(await visitor.GoAsync("/fr/learning/temoins-de-tout/sign-up"), "temoin@people.example").Choose("Garder ma place dans Mon carnet, sur cet appareil"));
        await app.InviteAsync("invitation", 10);
        await app.Visitor().GoAsync(app.LinkOf(Inviting.Person("invitation", 1), "invitation"));
        var (rfc, trials) = await PretestTests.PlanAsync(app);
        await app.Visitor().GoAsync(await PretestTests.GiveAsync(rfc, trials));
        var person = await app.SignedInAsync("person@culture.example");
        await SecondStepTests.TieAsync(app, person, await person.GoAsync("/fr/account/telephone"));
        await app.Visitor().SignInAsync("person@culture.example");
    }

    /// <summary>Notes every cookie that leaves.</summary>
    public sealed class Looking : DiapasonApp, IStartupFilter
    {
        private readonly ConcurrentBag<SetCookieHeaderValue> _left = [];

        /// <summary>Those taken away are not left.</summary>
        public IEnumerable<SetCookieHeaderValue> Left => _left.Where(cookie => cookie.Value.Length > 0);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Response.OnStarting(() =>
                {
                    foreach (var cookie in SetCookieHeaderValue.ParseList([.. context.Response.Headers.SetCookie.Select(header => header!)])) _left.Add(cookie);
                    return Task.CompletedTask;
                });
                return following(context);
            });
            next(app);
        };

        protected override void Add(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);
    }
}

/// <summary>How long what is not sent is kept, as the privacy page says; kept paths are walked through their year in <c>ExpiredPathTests</c>.</summary>
public sealed class AbandonedDraftTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_draft_is_there_for_ninety_days_after_the_close_and_not_a_day_more()
    {
        var page = await app.Visitor().GoAsync("/fr/privacy");
        page.Main.ShouldContain("Un brouillon jamais envoyé est effacé 90 jours après la fin de la consultation.");
        page.Main.ShouldContain("s’effacent un an après leur dernier changement");
        (await app.Visitor().GoAsync("/en/privacy")).Main.ShouldContain("A draft that is never sent is erased 90 days after the consultation ends.");

        var author = app.Visitor();
        await author.BeginAsync();
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        const string Close = "Fermer la campagne";
        await administrator.SubmitAsync((await administrator.GoAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/close")).Form(Close), Close);
        app.Clock.Advance(TimeSpan.FromDays(89));
        await app.RunJobsAsync("consultations.erase-abandoned-drafts");
        (await author.GoAsync(Answering.Start + "/mine")).Heading.ShouldBe("Vos réponses");
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunJobsAsync("consultations.erase-abandoned-drafts");
        (await author.GoAsync(Answering.Start + "/mine")).Main.ShouldContain("Les réponses que cet appareil ouvrait n’existent plus");
    }
}
