using System.Net;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Outbox;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Front;

/// <summary>The operator's page: what the server does by itself, what keeps it from doing so, and nothing of a person.</summary>
public sealed class MachinePageTests(MachinePageTests.WithCopies app) : IClassFixture<MachinePageTests.WithCopies>
{
    private const string Address = "/fr/manage/machine";

    [Fact]
    public async Task Is_for_administrators_and_reached_from_the_coulisses()
    {
        (await app.Visitor().GoAsync(Address)).Address.ShouldContain("sign-in");
        (await (await app.SignedInAsync(AccountsVisits.Analyst)).GoAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        (await administrator.FollowAsync(await administrator.GoAsync("/fr/backstage"), "État de la machine")).Heading.ShouldBe("État de la machine");
        (await administrator.GoAsync("/en/manage/machine")).Heading.ShouldBe("State of the machine");
    }

    [Fact]
    public async Task Says_when_a_job_was_done_and_how_it_fails()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        Row(await administrator.GoAsync(Address), "Effacer les parcours périmés").ShouldContain("pas encore fait");
        var runner = new JobRunner(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, SteadyTimeTests.In(app, "Development"), NullLogger<JobRunner>.Instance);
        await runner.TryRunAsync("needs.erase-expired-paths", default);
        var row = Row(await administrator.GoAsync(Address), "Effacer les parcours périmés");
        row.ShouldContain("va bien");
        row.ShouldContain("23 novembre 2026, 10 h");

        await app.RunSqlAsync("ALTER TABLE accounts_sign_in_link RENAME TO elsewhere");
        await runner.TryRunAsync("accounts.erase-spent-links", default);
        await app.RunSqlAsync("ALTER TABLE elsewhere RENAME TO accounts_sign_in_link");
        Row(await administrator.GoAsync(Address), "Effacer les liens de connexion utilisés ou périmés").ShouldContain("1 échec : ");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await runner.TryRunAsync("accounts.erase-spent-links", default);
        Row(await administrator.GoAsync(Address), "Effacer les liens de connexion utilisés ou périmés").ShouldContain("va bien");
    }

    [Fact]
    public async Task Says_what_waits_where_the_copies_are_and_what_went_wrong_without_a_message()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        await app.RunJobsAsync("platform.dispatch-outbox");
        (await administrator.GoAsync(Address)).Main.ShouldContain("Aucun n’attend.");
        await app.InScopeAsync(async services =>
        {
            services.GetRequiredService<EventOutbox>().Add(new ClockJumped(DateTime.UnixEpoch, DateTime.UnixEpoch));
            return await services.GetRequiredService<DiapasonDb>().SaveChangesAsync();
        });
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Diapason.Somewhere").LogError(new TimeoutException("zoé@example.org"), "zoé@example.org did not answer");
        var page = await administrator.GoAsync(Address);
        Row(page, "ClockJumped").ShouldContain("1");
        Row(page, "Somewhere TimeoutException").ShouldContain("1");
        page.Html.ShouldNotContain("example.org");
        page.Main.ShouldContain("Go libres sur");
        page.Main.ShouldContain("Dernière sauvegardeaucune sauvegarde dans le dossier réglé");
        await File.WriteAllTextAsync(Path.Combine(app.Copies, "diapason.db"), "x", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(Path.Combine(app.Copies, "diapason.db"), new DateTime(2026, 11, 22, 7, 30, 0, DateTimeKind.Utc));
        await File.WriteAllTextAsync(Path.Combine(app.Copies, "diapason.tar.gz.age.part"), "under way, and newer", TestContext.Current.CancellationToken);
        (await administrator.GoAsync(Address)).Main.ShouldContain("Dernière sauvegarde22 novembre 2026, 2 h 30");
        await app.RunJobsAsync("platform.dispatch-outbox");
    }

    [Fact]
    public async Task A_backup_that_is_late_is_a_thing_to_do_for_administrators()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var file = Path.Combine(app.Copies, "diapason.db");
        await File.WriteAllTextAsync(file, "x", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, app.Clock.GetUtcNow().UtcDateTime.AddDays(-2));
        (await administrator.GoAsync("/fr/backstage")).Main.ShouldNotContain("La dernière sauvegarde date");
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 11, 14, 8, 45, 0, DateTimeKind.Utc));
        (await administrator.GoAsync("/fr/backstage")).Main.ShouldContain("La dernière sauvegarde date du 14 novembre 2026");
        File.Delete(file);
        (await administrator.GoAsync("/en/backstage")).Main.ShouldContain("The backup folder is empty");
        (await (await app.SignedInAsync(AccountsVisits.Analyst)).GoAsync("/en/backstage")).Main.ShouldNotContain("backup folder");
    }

    private static string Row(Page page, string head) => Page.Words(page.Document.QuerySelectorAll("tr").First(row => Page.Words(row.QuerySelector("th")!.TextContent) == head).TextContent);

    public sealed class WithCopies : DiapasonApp
    {
        public string Copies { get; } = Directory.CreateTempSubdirectory("diapason-copies-").FullName;

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:Backup:Folder", Copies)];

        public async Task RunSqlAsync(string sql)
        {
            await using var connection = await Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
            await using var command = connection.Command(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
