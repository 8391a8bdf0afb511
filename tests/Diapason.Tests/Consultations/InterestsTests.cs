using System.Net;
using System.Text.RegularExpressions;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations.Invitations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Who wants the results leaves an address, confirmed by mail, kept apart from answers, told once, destroyed.</summary>
public sealed partial class InterestsTests : IAsyncLifetime
{
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task From_the_receipt_an_address_is_confirmed_by_mail_and_written_with_nine_others()
    {
        var person = _app.Visitor();
        var receipt = await person.SendOneAnswerAsync();
        var form = await person.FollowAsync(receipt, "Recevoir les résultats");
        (await person.SubmitAndStayAsync(form.Form("Recevoir le courriel de confirmation").Fill("Adresse courriel", "pas une adresse"))).Errors.ShouldHaveSingleItem().ShouldContain("adresse courriel complète");
        (await person.SubmitAsync(form.Form("Recevoir le courriel de confirmation").Fill("Adresse courriel", "moi@resultats.example"))).Main.ShouldContain("Regardez votre courriel");
        var link = Confirmation("moi@resultats.example");
        var asked = await _app.Visitor().GoAsync(link);
        asked.Main.ShouldContain("moi@resultats.example");
        (await CountAsync()).ShouldBe(0, "opening the link does nothing");
        (await person.SubmitAsync((await person.GoAsync(link)).Form("Oui, m’écrire"))).Heading.ShouldBe("C’est noté");
        (await CountAsync()).ShouldBe(0);
        for (var i = 0; i < 9; i++) await WantAsync($"autre{i}@resultats.example");
        (await CountAsync()).ShouldBe(10);
        (await person.SubmitAsync((await person.GoAsync(link)).Form("Oui, m’écrire"))).Heading.ShouldBe("C’est noté");
        (await CountAsync()).ShouldBe(10);
        (await _app.Visitor().GoAsync("/fr/consultation/ia-2026/results/confirm?seal=abcd")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _app.Visitor().GoAsync("/fr/consultation/ia-2026/results/confirm?done=confirmed")).Main.ShouldNotContain("C’est noté");

        var administrator = await _app.SignedInAsync(AccountsVisits.Administrator);
        var campaign = await administrator.GoAsync(await AddressAsync());
        campaign.Main.ShouldContain("Personnes qui veulent les résultats : 10.");
        (await administrator.Client.GetStringAsync(campaign.Link("Prendre la liste (CSV)"), TestContext.Current.CancellationToken)).ShouldContain("moi@resultats.example");
        (await administrator.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Liste de qui veut les résultats téléchargée");
        (await (await _app.SignedInAsync(AccountsVisits.Analyst)).PeekAsync(await AddressAsync() + "/interests.csv")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Once_the_last_figures_are_published_each_is_told_once_may_refuse_and_is_destroyed()
    {
        for (var i = 0; i < 3; i++) await WantAsync($"fin{i}@resultats.example");
        (await CountAsync()).ShouldBe(0);
        var council = await _app.SignedInAsync(AccountsVisits.Administrator);
        await council.SubmitAsync((await council.GoAsync(await AddressAsync() + "/close")).Form("Fermer la campagne"));
        await _app.RunJobsAsync("consultations.tell-results");
        (await CountAsync()).ShouldBe(3, "nobody answers any more: three wait for nobody");
        _app.MailsTo("fin0@resultats.example").Count.ShouldBe(1);
        for (var night = 0; night < 10; night++)
        {
            _app.Clock.Advance(TimeSpan.FromDays(1));
            await _app.RunJobsAsync("studies.publish-editions");
        }

        await _app.RunJobsAsync("consultations.tell-results");
        await _app.RunJobsAsync("consultations.tell-results");
        var mails = _app.MailsTo("fin0@resultats.example");
        mails.Count.ShouldBe(2);
        mails[0].Subject.ShouldStartWith("Les résultats sont publiés");
        var results = Regex.Match(mails[0].Text, @"https?://[^/\s]+(/\S*portrait\S*)").Groups[1].Value;
        (await _app.Visitor().GoAsync(results)).Status.ShouldBe(HttpStatusCode.OK);
        var refuse = await _app.Visitor().GoAsync(_app.UnsubscribeLinkOf("fin0@resultats.example"));
        (await _app.Visitor().SubmitAsync(refuse.Form("Ne plus m’écrire"))).Heading.ShouldBe("C’est noté");
        (await CountAsync()).ShouldBe(2);
        _app.Clock.Advance(TimeSpan.FromDays(31));
        await _app.RunJobsAsync("consultations.destroy-due-interests");
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_refused_the_councils_mails_gets_none_and_nobody_is_mailed_without_end()
    {
        for (var i = 0; i < 5; i++) await AskAsync("souvent@resultats.example");
        _app.MailsTo("souvent@resultats.example").Count.ShouldBe(3);
        await _app.InviteAsync("refus", 10);
        var refuse = await _app.Visitor().GoAsync(_app.UnsubscribeLinkOf(Inviting.Person("refus", 1)));
        await _app.Visitor().SubmitAsync(refuse.Form("Ne plus m’écrire"));
        var before = _app.MailsTo(Inviting.Person("refus", 1)).Count;
        (await AskAsync(Inviting.Person("refus", 1))).ShouldContain("Regardez votre courriel");
        _app.MailsTo(Inviting.Person("refus", 1)).Count.ShouldBe(before);
    }

    [Fact]
    public async Task Copies_of_the_database_around_each_sending_join_no_address_to_an_answer_better_than_one_over_the_tray()
    {
        const int People = 40;
        // Chance alone is right once in ten, four times in all; it reaches this once in four million runs.
        const int Chance = 18;
        var campaign = (await _app.Services.GetRequiredService<CampaignDirectory>().FindLiveAsync((await _app.CampaignAsync()).Id, default))!.Facts;
        var (right, unwritten) = (0, new List<string>());
        for (var i = 0; i < People; i++)
        {
            var email = $"personne{i}@initie.example";
            await AskAsync(email);
            await _app.OthersSendAsync(1);
            var before = await EmailsAsync();
            // At once after their own answer, as most people would.
            await ConfirmAsync(email);
            unwritten.Add(email);
            var written = (await EmailsAsync()).Except(before).ToList();
            written.Count.ShouldBe(unwritten.Count == 10 ? 10 : 0);
            if (written.Count == 0) continue;
            written.Order().ShouldBe(unwritten.Order());
            // In the order of the file, beside the order of the answers that the copies tell.
            right += written.Zip(unwritten).Count(pair => pair.First == pair.Second);
            unwritten.Clear();
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {People}");
        right.ShouldBeLessThan(Chance);
        (await _app.CountAsync("consultations_interest", $"campaign_id = '{InvitationsTests.Id(campaign.Id.Value)}'")).ShouldBe(People);
        // No other table knows an address, and none of an address's values is an answer's.
        foreach (var table in new[] { "platform_outbox_message", "platform_audit_entry", "consultations_response" })
            (await EmailsAsync($"SELECT COUNT(*) FROM {table} t WHERE CAST(t AS text) LIKE '%initie.example%'", table)).ShouldBe(["0"]);
    }

    private async Task<string> AddressAsync() => $"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}";

    private Task<long> CountAsync() => _app.CountAsync("consultations_interest", "1 = 1");

    private async Task<string> AskAsync(string email)
    {
        var person = _app.Visitor();
        return (await person.SubmitAsync((await person.GoAsync(Answering.Start + "/results")).Form("Recevoir le courriel de confirmation").Fill("Adresse courriel", email))).Main;
    }

    private async Task ConfirmAsync(string email)
    {
        var person = _app.Visitor();
        (await person.SubmitAsync((await person.GoAsync(Confirmation(email))).Form("Oui, m’écrire"))).Heading.ShouldBe("C’est noté");
    }

    private async Task WantAsync(string email)
    {
        await AskAsync(email);
        await ConfirmAsync(email);
    }

    private string Confirmation(string email) => _app.MailsTo(email).Select(mail => Link().Match(mail.Text)).First(match => match.Success).Groups["path"].Value;

    private async Task<List<string>> EmailsAsync(string? sql = null, string? table = null)
    {
        if (table is not null && !TestDatabase.IsPostgres) sql = $"SELECT COUNT(*) FROM {table} WHERE {string.Join(" OR ", await ColumnsAsync(table))}";
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command(sql ?? "SELECT email FROM consultations_interest ORDER BY " + (TestDatabase.IsPostgres ? "ctid" : "rowid"));
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return rows;
    }

    private async Task<List<string>> ColumnsAsync(string table) => [.. (await EmailsAsync($"SELECT name FROM pragma_table_info('{table}')")).Select(name => $"CAST({name} AS text) LIKE '%initie.example%'")];

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/\S*/results/confirm\?seal=\S+)")]
    private static partial Regex Link();
}
