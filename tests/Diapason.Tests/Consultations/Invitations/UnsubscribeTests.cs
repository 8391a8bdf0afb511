using System.Net;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>Who wants no more mail is never written to again, in this campaign or another, before the addresses are destroyed or after.</summary>
public sealed class UnsubscribeTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task One_button_is_enough_and_opening_the_address_does_nothing()
    {
        var (id, council) = await app.InviteAsync("bouton", 10);
        var (person, address) = (app.Visitor(), app.UnsubscribeLinkOf(Inviting.Person("bouton", 1)));
        var before = await app.CountAsync("consultations_refusal", "1 = 1");
        var page = await person.GoAsync(address);
        (await app.CountAsync("consultations_refusal", "1 = 1")).ShouldBe(before);
        (await person.SubmitAsync(page.Form("Ne plus m’écrire"))).Heading.ShouldBe("C’est noté");
        await council.SendAsync(id, "Reminder");
        await app.SendMailsAsync(10);
        app.MailsTo(Inviting.Person("bouton", 1)).Count.ShouldBe(1);
        app.MailsTo(Inviting.Person("bouton", 2)).Count.ShouldBe(2);
        (await person.PeekAsync(address[..^1] + (address[^1] == '0' ? "1" : "0"))).Status.ShouldBe(HttpStatusCode.NotFound);
        // Their link still answers.
        (await person.AnswerAndSendAsync(app.LinkOf(Inviting.Person("bouton", 1), "bouton"))).Address.ShouldEndWith("/receipt");
    }

    [Fact]
    public async Task A_mail_programs_own_button_posts_without_cookie_and_the_refusal_outlives_the_address()
    {
        var (id, council) = await app.InviteAsync("programme", 10);
        var file = Directory.GetFiles(app.MailFolder).Select(File.ReadAllText).First(mail => mail.StartsWith(Inviting.Person("programme", 2) + "\n", StringComparison.Ordinal));
        file.Split('\n')[2].ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        var address = app.UnsubscribeLinkOf(Inviting.Person("programme", 2));
        file.Split('\n')[2].ShouldContain(address + ">");
        await council.SubmitAsync((await council.GoAsync(Inviting.Address(id) + "/invitations/destroy")).Form("Détruire les adresses pour toujours"), "Détruire les adresses pour toujours");
        var program = app.Visitor().Client;
        program.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var answer = await program.PostAsync(address, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        var (other, _) = (await app.PlanAsync("suivante"), 0);
        await council.PromiseAsync(other, "Confidentiel");
        var list = await council.ReadListAsync(other, $"{Inviting.Person("programme", 2).ToUpperInvariant()}\n{Inviting.Person("programme", 3)}");
        list.Main.ShouldContain("Personnes à ajouter : 1, sur 2 lignes");
        list.Main.ShouldContain("Ne veut plus de courriels du conseil");
    }
}
