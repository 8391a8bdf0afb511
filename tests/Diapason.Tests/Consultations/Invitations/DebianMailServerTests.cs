using System.Text;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>
/// A wave through the mail server of Debian: each person has one mail in their box, in their language, with what one press refuses; what the server could not deliver comes
/// back to a mailbox that the product reads.
/// </summary>
public sealed class DebianMailServerTests
{
    private const string Slug = "debian";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_person_has_one_mail_in_their_language_and_what_comes_back_is_read()
    {
        Assert.SkipUnless(Exim.IsHere, "Exim (exim4-daemon-light) is not here, or not run as root");
        await using var exim = new Exim();
        exim.Start();
        await using var app = new Posting(exim);
        await app.InitializeAsync();
        var (id, council) = (await app.PlanAsync(Slug), await app.SignedInAsync(Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        await council.OpenAsync(id);
        var list = await council.ReadListAsync(id, "Courriel;Nom;Langue\n" + string.Join('\n', Enumerable.Range(1, 12).Select(i => $"{Inviting.Person(Slug, i)};Zoé {i};{(i % 2 == 0 ? "en" : "fr")}")));
        await council.SubmitAsync(list.Form("Ajouter à la liste (12)"), "Ajouter à la liste (12)");
        await council.SendAsync(id, "Invitation");
        await app.SendMailsAsync(12);

        int[] reached = [2, .. Enumerable.Range(4, 9)];
        await UntilAsync(() => reached.All(i => exim.BoxOf(Inviting.Person(Slug, i)).Count > 0) && Directory.GetFiles(Path.Combine(exim.Returned, "new")).Length >= 2, exim);
        foreach (var i in reached)
        {
            var mail = exim.BoxOf(Inviting.Person(Slug, i)).ShouldHaveSingleItem();
            mail.ShouldContain("X-Read-Subject: " + (i % 2 == 0 ? "Your view: Our trades" : "Votre avis : Nos métiers"), Case.Sensitive, "as Exim reads it");
            mail.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
            mail.ReplaceLineEndings("").ShouldMatch($"List-Unsubscribe: ?<http://localhost/{(i % 2 == 0 ? "en" : "fr")}/consultation/debian/unsubscribe/[0-9a-f]{{96}}>");
            Body(mail).ShouldContain(i % 2 == 0 ? "Hello" : "Bonjour");
        }

        // One that will never arrive, and one that the server still tries to hand on.
        await app.RunJobsAsync("consultations.read-returned");
        Directory.GetFiles(Path.Combine(exim.Returned, "new")).ShouldBeEmpty();
        (await app.CountAsync("consultations_invitation", $"state = 'Bounced' AND email = '{Inviting.Person(Slug, 1)}'")).ShouldBe(1);
        (await app.CountAsync("consultations_invitation", "state = 'Sent'")).ShouldBe(11);
        (await council.GoAsync(Inviting.Address(id) + "/invitations")).Main.ShouldContain("Terminé12001");
    }

    private static string Body(string mail)
    {
        var lines = mail.ReplaceLineEndings("\n");
        var body = lines[(lines.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return lines.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body;
    }

    private static async Task UntilAsync(Func<bool> holds, Exim exim)
    {
        for (var i = 0; i < 1200 && !holds(); i++) await Task.Delay(100, Cancel);
        holds().ShouldBeTrue(exim.Log);
    }

    private sealed class Posting(Exim exim) : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [
            new("Diapason:Mail:Host", "127.0.0.1"), new("Diapason:Mail:Port", $"{exim.Port}"), new("Diapason:Mail:Tls", "false"), new("Diapason:Mail:From", "conseil@culture.example"), new("Diapason:Mail:Returned", exim.Returned),
        ];
    }
}
