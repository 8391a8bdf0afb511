using System.Net;
using Diapason.Platform.Data;
using Diapason.Platform.Kits;
using Diapason.Studies.Data;
using Diapason.Studies.Following;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>The demonstration campaign lasts seventy days from its load and promises that answers are destroyed twenty-four months after: the clock walks there.</summary>
public sealed class RetentionTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Job = "consultations.destroy-due-answers";
    private const string Written = "Une phrase que personne d’autre n’aurait écrite";
    private const string Figures = "/fr/portrait/ia-2026.csv";

    [Fact]
    public async Task Answers_are_destroyed_when_the_page_says_and_published_figures_stay()
    {
        (await app.Visitor().GoAsync(Answering.Start)).Main.ShouldContain("les détruire 24 mois après la fin");
        var (author, late) = (app.Visitor(), app.Visitor());
        var receipt = (await SendAsync(author)).Receipt();
        await late.BeginAsync();
        await UntilAsync(await app.SignedInAsync(AccountsVisits.Analyst), "/fr/coverage", "1 200 réponses envoyées");
        app.Clock.Advance(TimeSpan.FromDays(75));
        await app.RunJobsAsync("consultations.");
        await UntilAsync(await app.SignedInAsync(AccountsVisits.Analyst), "/fr/coverage", "1 201 réponses envoyées");
        for (var night = 0; night < 8; night++)
        {
            await app.RunJobsAsync("studies.");
            app.Clock.Advance(TimeSpan.FromDays(1));
        }

        await UntilAsync(app.Visitor(), "/fr/portrait/ia-2026", "cette édition est la dernière");
        var last = await LastDayAsync();
        var before = await FiguresAsync();

        await WalkToAsync(last.AddDays(-60));
        (await DeskAsync()).Main.ShouldNotContain("Des réponses seront détruites");
        await WalkToAsync(last.AddDays(-40));
        var desk = await DeskAsync();
        desk.Main.ShouldContain("Des réponses seront détruites");
        desk.Main.ShouldContain(" : 1 201");
        await WalkToAsync(last);
        for (var i = 0; i < 3; i++) await app.RunJobsAsync(Job);
        (await app.CountAsync("submitted_on IS NOT NULL")).ShouldBe(1201, "the last day is a day of keeping");

        app.Clock.Advance(TimeSpan.FromDays(1));
        for (var i = 0; i < 3; i++) await app.RunJobsAsync(Job);
        (await app.CountAsync("submitted_on IS NOT NULL")).ShouldBe(1201, "as many looks as one likes in one moment are one look");
        app.Clock.Advance(TimeSpan.FromHours(25));
        await app.RunJobsAsync(Job);
        (await app.CountAsync("1 = 1")).ShouldBe(0, "answers, drafts, and the codes and receipts in their rows");
        await NothingIsLeftOnDiskAsync();

        (await FiguresAsync()).ShouldBe(before);
        await UntilAsync(app.Visitor(), "/fr/portrait/ia-2026", "ont été détruites le");
        (await FiguresAsync()).ShouldBe(before, "read back from what was kept");
        (await app.Visitor().GoAsync("/fr/portrait/ia-2026?selon=region")).Main.ShouldContain("au moins 1 200 personnes");
        await StaffAreToldAsync();
        var asked = await author.GoAsync("/fr/consultation/verify");
        (await author.SubmitAsync(asked.Form().Fill("Code de reçu", receipt))).Errors.ShouldHaveSingleItem().ShouldContain("ont été détruites le");
        await NothingComesBackAsync(before);
    }

    private async Task StaffAreToldAsync()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var address = $"/fr/manage/consultations/{(await app.CampaignAsync()).Id}";
        var page = await administrator.GoAsync(address);
        page.Main.ShouldContain("Au terme promis, 24 mois, les réponses ont été détruites. Envoyées : 1 201. En brouillon : 1.");
        page.Document.QuerySelectorAll("a[download]").ShouldBeEmpty();
        (await administrator.PeekAsync(address + "/answers.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        var trail = await administrator.GoAsync("/fr/council/audit-trail");
        trail.Main.ShouldContain("Réponses détruites : leur durée de conservation est écoulée");
        trail.Main.ShouldContain("1201");
        (await administrator.GoAsync("/fr/coverage/ia-2026")).Main.ShouldContain("qui a répondu n’est plus compté");
        (await administrator.GoAsync("/fr/backstage")).Main.ShouldNotContain("Des réponses seront détruites");
        var open = await administrator.GoAsync(address + "/open");
        open.Main.ShouldContain("ne rouvre plus");
        open.Document.QuerySelector("main form").ShouldBeNull();
        var certificate = await administrator.FollowAsync(await administrator.GoAsync(address), "Certificat de destruction des réponses");
        foreach (var line in new[] { "Réponses envoyées1 201", "Brouillons1", "le jour promis était venu", "réponses encore dans la base de données sont : 0." }) certificate.Main.ShouldContain(line);
    }

    /// <summary>Neither by a kit loaded again, nor on another machine, which has nothing in memory.</summary>
    private async Task NothingComesBackAsync(string before)
    {
        (await app.InScopeAsync(s => s.GetRequiredService<LoadKit>().RunAsync(DemonstrationKit.Folder, default))).ShouldBeOfType<KitOutcome.Loaded>();
        (await app.CountAsync("1 = 1")).ShouldBe(0);
        var kept = await app.InScopeAsync(s => Task.FromResult(s.GetRequiredService<DiapasonDb>().EveryCouncil<StoredPublication>().Single(p => p.Received == 1201)));
        (kept.IsClosed, kept.Secret).ShouldBe((true, null), "nobody draws the noise again, nor undoes it");
        (await FiguresAsync()).ShouldBe(before);
    }

    private async Task NothingIsLeftOnDiskAsync()
    {
        if (TestDatabase.IsPostgres) return;
        await using (var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(TestContext.Current.CancellationToken))
        {
            await using var command = connection.Command("PRAGMA wal_checkpoint(TRUNCATE)");
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var file = new FileStream(app.ConnectionString.Replace("Data Source=", "", StringComparison.Ordinal), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, System.Text.Encoding.UTF8);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain(Written);
    }

    private static async Task<Page> SendAsync(Visitor visitor)
    {
        var words = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        var page = await visitor.ContinueAsync(words.Form("Continuer").Fill("Que craignez-vous?", Written));
        var check = await visitor.PassUntilAsync(page);
        return await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
    }

    /// <summary>What the campaign's page says: answers are kept until that day.</summary>
    private async Task<DateOnly> LastDayAsync() => DateOnly.FromDateTime((await app.CampaignAsync()).ClosesAt!.Value.AddDays(-1)).AddMonths(24);

    private Task WalkToAsync(DateOnly day)
    {
        app.Clock.Advance(day.ToDateTime(new TimeOnly(17, 0), DateTimeKind.Utc) - app.Clock.GetUtcNow().UtcDateTime);
        return app.RunJobsAsync(Job);
    }

    private async Task<Page> DeskAsync() => await (await app.SignedInAsync(AccountsVisits.Analyst)).GoAsync("/fr/backstage");

    private Task<string> FiguresAsync() => app.Visitor().Client.GetStringAsync(Figures, TestContext.Current.CancellationToken);

    /// <summary>The follower looks each second.</summary>
    private static async Task UntilAsync(Visitor visitor, string address, string words)
    {
        for (var i = 0; i < 1200 && !(await visitor.GoAsync(address)).Main.Contains(words, StringComparison.Ordinal); i++) await Task.Delay(250, TestContext.Current.CancellationToken);
        (await visitor.GoAsync(address)).Main.ShouldContain(words);
    }
}

/// <summary>What is destroyed cannot be given back: a clock that is wrong destroys nothing.</summary>
public sealed class RetentionClockTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_clock_that_jumps_destroys_nothing_and_one_that_stays_does_after_a_day()
    {
        // The campaign closes at its time.
        app.Clock.Advance(TimeSpan.FromDays(75));
        await app.RunJobsAsync("consultations.");
        await LookAfterAsync(TimeSpan.FromDays(900), 1200, "years at once");
        await LookAfterAsync(-TimeSpan.FromDays(900), 1200, "and back: what was found is forgotten");
        await LookAfterAsync(TimeSpan.FromDays(901), 1200, "a day later than the other jump, but alone");
        await LookAfterAsync(TimeSpan.FromDays(3), 1200, "too far from the look before");
        await LookAfterAsync(-TimeSpan.FromHours(30), 1200, "back by a little");
        await LookAfterAsync(TimeSpan.FromHours(23), 1200, "not a day yet");
        await LookAfterAsync(TimeSpan.FromHours(1), 0, "a day, found so each time");
    }

    private async Task LookAfterAsync(TimeSpan moved, int kept, string why)
    {
        app.Clock.Advance(moved);
        await app.Visitor().GoAsync("/fr/portrait");
        for (var i = 0; i < 1200 && !await app.InScopeAsync(s => Task.FromResult(s.GetRequiredService<StudyShelf>().IsReady)); i++) await Task.Delay(250, TestContext.Current.CancellationToken);
        await app.RunJobsAsync("consultations.destroy-due-answers");
        (await app.CountAsync("submitted_on IS NOT NULL")).ShouldBe(kept, why);
    }
}
