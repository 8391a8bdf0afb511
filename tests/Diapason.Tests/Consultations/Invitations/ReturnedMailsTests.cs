using System.Net;
using System.Text;
using Diapason.Consultations.Returned;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>Mails that come back later: brought to a page, or read in a mailbox. A dead address is written to no more, a full one by the next sending, and nobody is written to twice for it.</summary>
public sealed class ReturnedMailsTests : IAsyncLifetime
{
    private const string Slug = "retours";
    private static readonly string Gone = Inviting.Person(Slug, 1);
    private static readonly string Full = Inviting.Person(Slug, 2);
    private readonly Returning _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_app.Mailbox, recursive: true);
    }

    [Fact]
    public async Task A_dead_address_is_written_to_no_more_and_a_full_one_by_the_next_sending()
    {
        var (id, council) = await _app.InviteAsync(Slug, 12);
        byte[][] notices = [Notices.Back(_app, Gone, "failed", "5.1.1"), Notices.Back(_app, Full, "failed", "4.2.2"), Notices.Back(_app, Inviting.Person(Slug, 3), "delayed", "4.4.1")];
        var read = await BringAsync(council, id, notices);
        read.Main.ShouldContain("Une adresse n’existe plus");
        read.Main.ShouldContain("Une personne sera reprise au prochain envoi.");
        read.Main.ShouldContain("Un courriel est encore en chemin");
        var page = await council.GoAsync(Inviting.Address(id) + "/invitations");
        page.Main.ShouldContain("Adresses qui refusent le courriel1");
        page.Main.ShouldContain("2, dont 1 à reprendre");
        (await BringAsync(council, id, notices)).Main.ShouldContain("3 avis étaient déjà lus");

        await council.SendAsync(id, "Invitation");
        await _app.SendMailsAsync(12);
        (_app.MailsTo(Gone).Count, _app.MailsTo(Full).Count).ShouldBe((1, 2));
        Enumerable.Range(3, 10).ShouldAllBe(number => _app.MailsTo(Inviting.Person(Slug, number)).Count == 1);
        (await BringAsync(council, id, notices)).Main.ShouldContain("3 avis étaient déjà lus");
        (await _app.CountAsync("consultations_invitation", "state = 'Sent'")).ShouldBe(11);
        (await (await _app.SignedInAsync(Inviting.Administrator)).GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Avis de courriels revenus lus");
    }

    [Fact]
    public async Task What_comes_back_three_times_will_not_arrive()
    {
        var (id, council) = await _app.InviteAsync(Slug, 10);
        for (var time = 1; time <= 3; time++)
        {
            // Each mail has its own notice.
            var notice = Notices.Of("http://localhost" + _app.UnsubscribeLinkOf(Full), Full, "failed", "4.2.2", $"Tue, {time} Dec 2026 10:00:00 -0500 (EST)");
            (await BringAsync(council, id, notice)).Main.ShouldContain(time < 3 ? "sera reprise" : "n’existe plus");
            if (time == 3) break;
            _app.Clock.Advance(TimeSpan.FromDays(1));
            council = await _app.SignedInAsync(Inviting.Administrator);
            await council.SendAsync(id, "Invitation");
            await _app.SendMailsAsync(10);
        }

        _app.MailsTo(Full).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Who_has_answered_refused_or_been_written_to_since_stays_as_they_are()
    {
        var (id, council) = await _app.InviteAsync(Slug, 10, "Nominatif");
        await _app.Visitor().AnswerAndSendAsync(_app.LinkOf(Gone, Slug));
        (await BringAsync(council, id, Notices.Back(_app, Gone, "failed", "5.1.1"))).Main.ShouldContain("Un avis était déjà lu, ou ne concerne plus");
        (await _app.CountAsync("consultations_invitation", "state = 'Used'")).ShouldBe(1);
        // A mail of another day, which the one sent today has followed.
        var old = Notices.Of("http://localhost" + _app.UnsubscribeLinkOf(Full), Full, "failed", "4.2.2", "Mon, 2 Nov 2026 10:00:00 -0500");
        (await BringAsync(council, id, old)).Main.ShouldContain("Un avis était déjà lu, ou ne concerne plus");
        (await _app.CountAsync("consultations_invitation", "state = 'Sent'")).ShouldBe(9);
    }

    [Fact]
    public async Task A_mailbox_is_read_by_itself_and_only_the_seal_of_our_mail_is_believed()
    {
        await _app.InviteAsync(Slug, 12);
        await PutAsync("a", Encoding.UTF8.GetBytes(Notices.OfExim("http://localhost" + _app.UnsubscribeLinkOf(Gone), Gone)));
        await PutAsync("b", Notices.Of(null, Full, "failed", "5.1.1"));
        await PutAsync("c", Encoding.UTF8.GetBytes("Subject: Bonjour\n\nMerci!"));
        await PutAsync("d", new byte[DeliveryReport.MostBytes + 1]);
        await _app.RunJobsAsync("consultations.read-returned");
        Directory.GetFiles(Path.Combine(_app.Mailbox, "new")).ShouldBeEmpty();
        string.Join(" ", Directory.GetFiles(Path.Combine(_app.Mailbox, "cur")).Select(Path.GetFileName).Order()).ShouldBe("a:2,S b:2,S c:2,S d:2,S", "nothing is thrown away");
        (await _app.CountAsync("consultations_invitation", $"state = 'Bounced' AND email = '{Gone}'")).ShouldBe(1);
        (await _app.CountAsync("consultations_invitation", "state = 'Bounced'")).ShouldBe(1, "anybody may write to a mailbox");
    }

    [Fact]
    public async Task What_was_made_to_stop_the_reader_stops_nothing_and_is_forgotten_with_the_rest()
    {
        await _app.InviteAsync(Slug, 12);
        await PutAsync("a", Notices.Of(null, Full, "failed", "4.2.2", new string('(', 900_000)));
        await PutAsync("b", Notices.Of("http://localhost" + _app.UnsubscribeLinkOf(Full), Full, "failed", "4.2.2", "31 Dec 9999 23:59"));
        await PutAsync("c", Notices.Of("http://localhost" + _app.UnsubscribeLinkOf(Gone), Gone, "failed", "5.1.1"));
        await _app.RunJobsAsync("consultations.read-returned");
        (await _app.CountAsync("consultations_invitation", $"state = 'Bounced' AND email = '{Gone}'")).ShouldBe(1);
        Directory.GetFiles(Path.Combine(_app.Mailbox, "new")).ShouldBeEmpty();
        foreach (var file in Directory.GetFiles(Path.Combine(_app.Mailbox, "cur"))) File.SetLastWriteTimeUtc(file, _app.Clock.GetUtcNow().UtcDateTime);
        _app.Clock.Advance(TimeSpan.FromDays(91));
        await _app.RunJobsAsync("consultations.read-returned");
        Directory.GetFiles(Path.Combine(_app.Mailbox, "cur")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_that_came_back_is_counted_once_in_whatever_form_its_notice_is_brought()
    {
        var (id, council) = await _app.InviteAsync(Slug, 10);
        _app.Clock.Advance(TimeSpan.FromDays(8));
        council = await _app.SignedInAsync(Inviting.Administrator);
        await council.SendAsync(id, "Reminder");
        await _app.SendMailsAsync(10);
        var notice = Notices.Of("http://localhost" + _app.UnsubscribeLinkOf(Full), Full, "failed", "4.2.2");
        (await BringAsync(council, id, notice)).Main.ShouldContain("sera reprise");
        byte[] copied = [.. "Received: from elsewhere\r\n"u8, .. notice];
        (await BringAsync(council, id, copied)).Main.ShouldContain("était déjà lu");
        (await _app.CountAsync("consultations_invitation", $"state = 'Sent' AND returns = 1 AND email = '{Full}'")).ShouldBe(1, "a reminder is not sent again as an invitation");
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_told_to_who_keeps_the_server()
    {
        Directory.Delete(Path.Combine(_app.Mailbox, "new"));
        (await Should.ThrowAsync<InvalidOperationException>(() => _app.RunJobsAsync("consultations.read-returned"))).Message.ShouldContain("Diapason:Mail:Returned");
    }

    [Fact]
    public async Task A_notice_without_our_mail_is_believed_from_the_councils_people_by_its_address()
    {
        var (id, council) = await _app.InviteAsync(Slug, 10);
        // Two at once, in one file as mail programs save them, one by pasting.
        byte[] box = [.. "From MAILER-DAEMON Tue Dec  1 2026\r\n"u8, .. Notices.Of(null, Gone, "failed", "5.1.1"), .. "\r\n\r\nFrom MAILER-DAEMON Tue Dec  1 2026\r\n"u8, .. Notices.Of(null, Full, "failed", "5.7.1")];
        (await BringAsync(council, id, box)).Main.ShouldContain("2 adresses n’existent plus");
        var form = (await council.GoAsync(Address(id))).Form("Lire ces avis").Fill("Ou collez la source d’un avis (facultatif)", Encoding.UTF8.GetString(Notices.Of(null, Inviting.Person(Slug, 3), "failed", "5.1.1")));
        (await council.SubmitAsync(form, "Lire ces avis")).Main.ShouldContain("Une adresse n’existe plus");
    }

    [Fact]
    public async Task What_is_no_notice_or_speaks_of_somebody_else_is_named_and_the_rest_is_read()
    {
        var (id, council) = await _app.InviteAsync(Slug, 10);
        var form = (await council.GoAsync(Address(id))).Form("Lire ces avis")
            .Attach("Avis de non-remise", "facture.eml", "Subject: Facture\n\nMerci!"u8.ToArray())
            .Attach("Avis de non-remise", "ailleurs.eml", Notices.Of(null, "inconnu@ailleurs.example", "failed", "5.1.1"))
            .Attach("Avis de non-remise", "bon.eml", Notices.Back(_app, Gone, "failed", "5.1.1"));
        var refused = await council.SubmitAsync(form, "Lire ces avis");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Main.ShouldContain("« facture.eml » n’est pas un avis de non-remise");
        refused.Main.ShouldContain("« ailleurs.eml » ne parle d’aucune personne invitée");
        refused.Main.ShouldContain("Une adresse n’existe plus", Case.Sensitive, refused.Main);
        var empty = await council.SubmitAsync((await council.GoAsync(Address(id).Replace("/fr/", "/en/", StringComparison.Ordinal))).Form("Read these notices"), "Read these notices");
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Main.ShouldContain("Choose a notice, or paste its source");
        var pasted = (await council.GoAsync(Address(id))).Form("Lire ces avis").Fill("Ou collez la source d’un avis (facultatif)", "Bonjour, mon courriel est revenu.");
        var again = await council.SubmitAsync(pasted, "Lire ces avis");
        again.Main.ShouldContain("il faut la source entière");
        again.Form("Lire ces avis").Value("Ou collez la source d’un avis (facultatif)").ShouldBe("Bonjour, mon courriel est revenu.");
    }

    [Fact]
    public async Task Who_does_not_run_the_campaign_brings_none()
    {
        var (id, _) = await _app.InviteAsync(Slug, 10);
        (await _app.Visitor().GoAsync(Address(id))).Address.ShouldContain("sign-in");
        (await (await _app.SignedInAsync(AccountsVisits.Analyst)).GoAsync(Address(id))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await _app.SignedInAsync(AccountsVisits.OtherAdministrator)).GoAsync(Address(id).Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("5.0.0", "smtp; 452 4.2.2 mailbox full", DeliveryFate.GivenUp)]
    [InlineData("", "smtp; 452 4.2.2 mailbox full", DeliveryFate.GivenUp)]
    [InlineData("", "", DeliveryFate.Failed)]
    [InlineData("5.2.2", "smtp; 552 full", DeliveryFate.Failed)]
    [InlineData("4.4.7 (delivery time expired)", "", DeliveryFate.GivenUp)]
    public void A_server_that_says_little_is_read_by_what_the_other_one_answered(string status, string diagnostic, object fate)
    {
        var notice = Encoding.UTF8.GetString(Notices.Of(null, Gone, "failed", "5.1.1")).Replace("Status: 5.1.1", "Status: " + status, StringComparison.Ordinal).Replace("smtp; 550 no such mailbox", diagnostic, StringComparison.Ordinal);
        DeliveryReport.Read(Encoding.UTF8.GetBytes(notice))!.People.Single().Fate.ShouldBe((DeliveryFate)fate);
    }

    [Fact]
    public void Letters_beyond_ascii_and_parts_that_travelled_in_another_way_are_read()
    {
        var notice = Encoding.UTF8.GetString(Notices.Of(null, Gone, "failed", "5.1.1")).Replace($"rfc822;{Gone}", "utf-8; zoé.Åström@métiers.example", StringComparison.Ordinal);
        DeliveryReport.Read(Encoding.UTF8.GetBytes(notice))!.People.Single().Addresses[0].ShouldBe("zoé.Åström@métiers.example");
        var whole = Encoding.UTF8.GetString(Notices.Of("https://a.example/x", Gone, "failed", "5.1.1"));
        var start = whole.IndexOf("Reporting-MTA", StringComparison.Ordinal);
        var status = whole[start..whole.IndexOf("--RAA", start, StringComparison.Ordinal)];
        var folded = Convert.ToBase64String(Encoding.UTF8.GetBytes(status), Base64FormattingOptions.InsertLineBreaks);
        var packed = whole.Replace("content-type: message/delivery-status\r\n", "content-type: message/delivery-status\r\ncontent-transfer-encoding: base64\r\n", StringComparison.Ordinal).Replace(status, folded + "\r\n", StringComparison.Ordinal);
        DeliveryReport.Read(Encoding.UTF8.GetBytes(packed))!.People.Single().Addresses[0].ShouldBe(Gone);
        // A notice that somebody passed on, whole, inside their own mail.
        var passedOn = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nVoici.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n" + whole + "\r\n--b--\r\n";
        DeliveryReport.Read(Encoding.UTF8.GetBytes(passedOn))!.Unsubscribe.ShouldBe("https://a.example/x");
    }

    [Fact]
    public void A_notice_cut_anywhere_or_with_signs_changed_is_read_or_refused()
    {
        var notice = Notices.Of("https://a.example/x", Gone, "failed", "5.1.1");
        for (var length = 0; length < notice.Length; length++) DeliveryReport.Read(notice.AsSpan(0, length));
        var random = new Random(2026);
        for (var i = 0; i < 2000; i++)
        {
            var changed = (byte[])notice.Clone();
            for (var j = 0; j < 5; j++) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            DeliveryReport.Read(changed);
        }

        // Parts within parts without end, and lines without end.
        var deep = string.Concat(Enumerable.Repeat("Content-Type: multipart/mixed; boundary=a\n\n--a\n", 20_000));
        DeliveryReport.Read(Encoding.ASCII.GetBytes(deep)).ShouldBeNull();
        DeliveryReport.Read(Encoding.ASCII.GetBytes("Content-Type: multipart/report; boundary=a\n" + string.Concat(Enumerable.Repeat("\n ", 400_000)))).ShouldBeNull();
    }

    private static string Address(Guid id) => Inviting.Address(id) + "/invitations/returned";

    private static async Task<Page> BringAsync(Visitor council, Guid id, params byte[][] notices)
    {
        var form = (await council.GoAsync(Address(id))).Form("Lire ces avis");
        foreach (var (number, notice) in notices.Index()) form.Attach("Avis de non-remise", $"avis-{number}.eml", notice);
        return await council.SubmitAsync(form, "Lire ces avis");
    }

    private Task PutAsync(string name, byte[] notice) => File.WriteAllBytesAsync(Path.Combine(_app.Mailbox, "new", name), notice);

    /// <summary>The product with a mailbox to read.</summary>
    private sealed class Returning : DiapasonApp
    {
        public Returning() => Directory.CreateDirectory(Path.Combine(Mailbox, "new"));

        public string Mailbox { get; } = Directory.CreateTempSubdirectory("diapason-returned-").FullName;

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:Mail:Returned", Mailbox)];
    }
}
