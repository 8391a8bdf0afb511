using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Machine;
using Diapason.Platform.Machine.Alerts;
using Diapason.Platform.Mail;
using Diapason.Platform.Outbox;
using Diapason.TestKit;
using Diapason.Tests.Front;
using Diapason.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>What an operator must hear of leaves by mail, once a day at most.</summary>
public sealed class TroubleNoticesTests(TroubleNoticesTests.Watched app) : IClassFixture<TroubleNoticesTests.Watched>
{
    [Fact]
    public async Task A_job_that_fails_a_backup_that_is_late_and_a_certificate_near_its_end_are_told_once_a_day()
    {
        await app.SignedInAsync(AccountsVisits.Administrator);
        var copy = Path.Combine(app.Copies, "diapason.db");
        await File.WriteAllTextAsync(copy, "x", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(copy, app.Clock.GetUtcNow().UtcDateTime);
        await app.RunSqlAsync("ALTER TABLE accounts_sign_in_link RENAME TO elsewhere");
        await FailAsync();
        await LookAsync(hours: 23);
        Subjects().ShouldBeEmpty("nothing has lasted for a day");
        await LookAsync(hours: 2);
        Subjects().ShouldBe(["Un travail du serveur échoue depuis un jour"]);
        Mails()[0].Text.ShouldContain("- Effacer les liens de connexion utilisés ou périmés");
        await LookAsync(hours: 5);
        Subjects().Count.ShouldBe(1);
        await LookAsync(hours: 20);
        Subjects().Count.ShouldBe(2, "a day later it still fails");
        await app.RunSqlAsync("ALTER TABLE elsewhere RENAME TO accounts_sign_in_link");
        await FailAsync();
        await LookAsync(hours: 23);
        Subjects().ShouldBe(["Un travail du serveur échoue depuis un jour", "Un travail du serveur échoue depuis un jour", "La sauvegarde est en retard"], "the copy is three days old");
        Page.Words(Mails()[^1].Text).ShouldContain("La dernière sauvegarde date du 23 novembre 2026");
    }

    [Fact]
    public async Task A_certificate_is_told_each_third_day_until_its_last_three()
    {
        await using var other = new Watched();
        await other.InitializeAsync();
        await other.SignedInAsync(AccountsVisits.Administrator);
        var copy = Path.Combine(other.Copies, "diapason.db");
        await other.RunJobsAsync("platform.ask-certificate");
        for (var day = 0; day < 10; day++)
        {
            await File.WriteAllTextAsync(copy, "x", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(copy, other.Clock.GetUtcNow().UtcDateTime);
            for (var look = 0; look < 3; look++)
            {
                await other.RunJobsAsync("platform.tell-troubles");
                await other.RunJobsAsync("platform.dispatch-outbox");
                other.Clock.Advance(TimeSpan.FromHours(8));
            }
        }

        var mails = other.Services.GetRequiredService<Mailer>().Written().Where(m => m.To == AccountsVisits.Administrator).ToList();
        mails.Select(m => m.Subject).Distinct().ShouldBe(["Le certificat du site est près de sa fin"]);
        mails[0].Text.ShouldContain("vaut jusqu’au");
        mails.Count.ShouldBe(6, "days 0, 3 and 6, then each of the last three");
    }

    [Fact]
    public async Task Answers_that_wait_for_days_and_errors_by_the_dozen_are_told()
    {
        await using var other = new Watched();
        await other.InitializeAsync();
        await other.SignedInAsync(AccountsVisits.Administrator);
        await other.RunSqlAsync("UPDATE consultations_response SET quarantine = 'fast' WHERE sequence <= 4");
        var log = other.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Diapason.Somewhere");
        for (var i = 0; i < ErrorKind.Many - 1; i++) Fail();
        await RunAsync(days: 4);
        SubjectsOf().ShouldBeEmpty("four that nobody may judge, and one error too few");

        await other.RunSqlAsync("UPDATE consultations_response SET quarantine = 'fast' WHERE sequence <= 40");
        for (var i = 0; i < ErrorKind.Many; i++) Fail();
        await RunAsync(days: 7);
        SubjectsOf().ShouldBe(["Des réponses attendent une décision", "Des réponses attendent une décision", "Le serveur rencontre beaucoup d’erreurs"], ignoreOrder: true);
        var mails = other.Services.GetRequiredService<Mailer>().Written().Where(m => m.To == AccountsVisits.Administrator).ToList();
        Page.Words(mails.First(m => m.Subject.StartsWith("Des réponses", StringComparison.Ordinal)).Text).ShouldContain("les accepte ou les écarte : 40, tous conseils réunis");
        Page.Words(mails.First(m => m.Subject.StartsWith("Le serveur", StringComparison.Ordinal)).Text).ShouldContain($"- Somewhere TimeoutException ({ErrorKind.Many})");
        mails.ShouldAllBe(m => !m.Text.Contains("zoé", StringComparison.Ordinal), "no message is repeated");

        void Fail() => log.LogError(new TimeoutException("zoé@example.org"), "Did not answer");

        List<string> SubjectsOf() => [.. other.Services.GetRequiredService<Mailer>().Written().Where(m => m.To == AccountsVisits.Administrator).Select(m => m.Subject)];

        async Task RunAsync(int days)
        {
            for (var look = 0; look < days * 2; look++)
            {
                var copy = Path.Combine(other.Copies, "diapason.db");
                await File.WriteAllTextAsync(copy, "x", TestContext.Current.CancellationToken);
                File.SetLastWriteTimeUtc(copy, other.Clock.GetUtcNow().UtcDateTime);
                await other.RunJobsAsync("platform.tell-troubles");
                await other.RunJobsAsync("platform.dispatch-outbox");
                await other.RunJobsAsync("platform.dispatch-outbox");
                other.Clock.Advance(TimeSpan.FromHours(12));
            }
        }
    }

    [Theory]
    [InlineData("Production", 1)]
    [InlineData("Development", 0)]
    public async Task Outside_Development_a_folder_of_backups_that_is_not_set_is_told(string environment, int told)
    {
        await using var other = new DiapasonApp();
        await other.InitializeAsync();
        await other.SignedInAsync(AccountsVisits.Administrator);
        await other.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DiapasonDb>();
            await new TellTroubles(services, db, services.GetRequiredService<EventOutbox>(), new HostingEnvironment { EnvironmentName = environment }, other.Clock).RunAsync(TestContext.Current.CancellationToken);
            return 0;
        });
        await other.RunJobsAsync("platform.dispatch-outbox");
        await other.RunJobsAsync("platform.dispatch-outbox");
        other.Services.GetRequiredService<Mailer>().Written().Count(m => m.To == AccountsVisits.Administrator && m.Subject == "Personne ne saurait que les sauvegardes manquent").ShouldBe(told);
    }

    [Fact]
    public void A_disk_is_nearly_full_under_a_gigabyte_or_under_ten_that_are_little_of_it()
    {
        const long Giga = 1_000_000_000;
        new DiskState(Giga / 2, 10 * Giga).IsNearlyFull.ShouldBeTrue();
        new DiskState(2 * Giga, 20 * Giga).IsNearlyFull.ShouldBeFalse();
        new DiskState(5 * Giga, 500 * Giga).IsNearlyFull.ShouldBeTrue();
        new DiskState(50 * Giga, 2000 * Giga).IsNearlyFull.ShouldBeFalse();
        new DiskState(null, null).IsNearlyFull.ShouldBeFalse();
    }

    private List<(string To, string Subject, string Text)> Mails() => [.. app.Services.GetRequiredService<Mailer>().Written().Where(m => m.To == AccountsVisits.Administrator).Reverse()];

    private List<string> Subjects() => [.. Mails().Select(m => m.Subject)];

    private async Task FailAsync() =>
        await new JobRunner(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, SteadyTimeTests.In(app, "Development"), NullLogger<JobRunner>.Instance).TryRunAsync("accounts.erase-spent-links", default);

    private async Task LookAsync(int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            await app.RunJobsAsync("platform.tell-troubles");
            // One message for all administrators, then one for each.
            await app.RunJobsAsync("platform.dispatch-outbox");
            await app.RunJobsAsync("platform.dispatch-outbox");
            app.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    public sealed class Watched : DiapasonApp
    {
        internal TlsSite Site { get; } = new(new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 3, 15, 30, 0, TimeSpan.Zero));

        public string Copies { get; } = Directory.CreateTempSubdirectory("diapason-copies-").FullName;

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:Backup:Folder", Copies), new("Diapason:PublicAddress", Site.Address)];

        public async Task RunSqlAsync(string sql)
        {
            await using var connection = await Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
            await using var command = connection.Command(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
