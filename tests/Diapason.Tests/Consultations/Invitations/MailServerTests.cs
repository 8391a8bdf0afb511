using Diapason.Platform.Jobs;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>Invitations through a true mail server, which takes, refuses, says later, or is away.</summary>
public sealed class MailServerTests : IAsyncLifetime
{
    private const string Slug = "serveur";
    private readonly MailingApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _app.Office.DisposeAsync();
    }

    [Fact]
    public async Task Mails_leave_once_each_with_one_press_to_refuse_and_what_the_server_says_is_counted()
    {
        (_app.Office.NoSuchMailbox, _app.Office.FullMailbox) = (Inviting.Person(Slug, 1), Inviting.Person(Slug, 2));
        var (id, council) = await _app.InviteAsync(Slug, 12);
        // Two machines at the same moment, then again.
        await Task.WhenAll(_app.SendMailsAsync(12), _app.SendMailsAsync(12));
        _app.Office.Taken.Count.ShouldBe(10);
        _app.Office.Taken.Select(To).Distinct().Count().ShouldBe(10);
        var mail = _app.Office.Taken.First();
        mail.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        mail.ReplaceLineEndings("").ShouldMatch(@"List-Unsubscribe: ?<http://localhost/fr/consultation/serveur/unsubscribe/[0-9a-f]{96}>");
        var page = await council.GoAsync(Inviting.Address(id) + "/invitations");
        page.Main.ShouldContain("Adresses qui refusent le courriel1");
        page.Main.ShouldContain("En cours");

        _app.Office.FullMailbox = null;
        await _app.RunJobsAsync("consultations.send-invitations");
        _app.Office.Taken.Count.ShouldBe(10, "not before the time the server was left");
        _app.Clock.Advance(TimeSpan.FromMinutes(3));
        await _app.RunJobsAsync("consultations.send-invitations");
        _app.Office.Taken.Select(To).ShouldContain(Inviting.Person(Slug, 2));
        (await council.GoAsync(Inviting.Address(id) + "/invitations")).Main.ShouldContain("Terminé");
        _app.Logged.Count.ShouldBeGreaterThan(100);
        _app.Logged.ShouldNotContain(line => line.Contains("@serveur.example", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Closing_says_how_many_mails_have_not_left_and_the_sending_says_so_afterwards()
    {
        var (id, council) = (await _app.PlanAsync(Slug), await Accounts.AccountsVisits.SignedInAsync(_app, Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        await council.OpenAsync(id);
        await council.BringAsync(id, Slug, 30);
        await council.SendAsync(id, "Invitation");
        await _app.RunJobsAsync("consultations.send-invitations");
        var close = await council.GoAsync(Inviting.Address(id) + "/close");
        close.Main.ShouldContain("10 courriels de l’envoi en cours ne sont pas encore partis");
        await council.SubmitAsync(close.Form("Fermer la campagne"), "Fermer la campagne");
        await _app.RunJobsAsync("consultations.send-invitations");
        _app.Office.Taken.Count.ShouldBe(20);
        (await council.GoAsync(Inviting.Address(id) + "/invitations")).Main.ShouldContain("Terminé20010");
    }

    [Fact]
    public async Task A_mailbox_that_stays_full_ends_as_one_that_no_mail_reaches()
    {
        _app.Office.FullMailbox = Inviting.Person(Slug, 2);
        var (id, council) = await _app.InviteAsync(Slug, 10);
        for (var i = 0; i < 6; i++)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(70));
            await _app.RunJobsAsync("consultations.send-invitations");
        }

        var page = await council.GoAsync(Inviting.Address(id) + "/invitations");
        page.Main.ShouldContain("Adresses qui refusent le courriel1");
        page.Main.ShouldContain("Terminé");
    }

    [Fact]
    public async Task A_server_that_is_away_loses_nothing_and_the_job_says_so_without_an_address()
    {
        var (id, council) = (await _app.PlanAsync(Slug), await Accounts.AccountsVisits.SignedInAsync(_app, Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        await council.OpenAsync(id);
        await council.BringAsync(id, Slug, 10);
        await council.SendAsync(id, "Invitation");
        await _app.Office.DisposeAsync();
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => _app.RunJobsAsync("consultations.send-invitations"));
        failure.ToString().ShouldNotContain("@serveur.example");
        (await _app.CountAsync("consultations_invitation", "state = 'ToSend'")).ShouldBe(10);
        (await _app.CountAsync("consultations_invitation_link", "1 = 1")).ShouldBe(0);
    }

    private static string To(string mail) => mail.Split('\n').First(line => line.StartsWith("To:", StringComparison.OrdinalIgnoreCase))[3..].Trim();
}
