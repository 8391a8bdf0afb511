using Diapason.Platform.Mail;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>What happens to an account is told to its owner by mail, in their language, without a secret.</summary>
public sealed class SecurityNoticesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Telephone = "/fr/account/telephone";
    private const string Members = "/fr/council/members";

    [Fact]
    public async Task The_telephone_its_codes_and_its_loss()
    {
        const string Email = "rfc@culture.example";
        var person = await app.SignedInAsync(Email);
        await SecondStepTests.TieAsync(app, person, await person.GoAsync(Telephone));
        (await LastAsync(Email)).ShouldContain("Un téléphone vient d’être associé à votre compte");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var (_, codes) = await SecondStepTests.TieAsync(app, person, await person.GoAsync(Telephone));
        (await LastAsync(Email)).ShouldContain("Un autre téléphone vient de remplacer");
        var made = await person.SubmitAsync((await person.GoAsync(Telephone)).Form("Faire de nouveaux codes"), "Faire de nouveaux codes");
        var told = await LastAsync(Email);
        told.ShouldContain("De nouveaux codes de secours viennent d’être faits");
        foreach (var code in codes.Concat(SecondStepTests.Codes(made))) told.ShouldNotContain(code);
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var member = await administrator.GoAsync((await administrator.GoAsync(Members)).Link("Modifier " + Email));
        await administrator.SubmitAsync(member.Form("Oublier son téléphone et ses clés : " + Email));
        (await LastAsync(Email)).ShouldContain("viennent d’être oubliés");
    }

    [Fact]
    public async Task A_role_given_changed_and_taken_away_a_password_and_the_end_in_ones_language()
    {
        const string Email = "someone@elsewhere.example";
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var invited = await administrator.SubmitAsync((await administrator.GoAsync("/en/council/members")).Form("Invite").Fill("Email address", Email).Choose("Facilitator"), "Invite");
        invited.Main.ShouldContain("Invitation sent to");
        var link = (await app.MailedLinkAsync(Email)).ShouldNotBeNull();
        Mails(Email)[0].ShouldContain("Your role: Facilitator.");
        var person = app.Visitor();
        await person.SubmitAsync((await person.GoAsync(link)).Form());

        var member = await administrator.GoAsync((await administrator.GoAsync(Members)).Link("Modifier " + Email));
        await administrator.SubmitAsync(member.Form("Enregistrer le rôle").Choose("Analyse"), "Enregistrer le rôle");
        (await LastAsync(Email)).ShouldContain("Your role changes: Analyst (council: Culture Skills Council).");
        await administrator.SubmitAsync((await administrator.GoAsync((await administrator.GoAsync(Members)).Link("Modifier " + Email))).Form("Retirer le rôle : " + Email));
        (await LastAsync(Email)).ShouldContain("A role is taken away from you: Analyst");

        await person.AskForLinkAsync(Email);
        await person.SubmitAsync((await person.GoAsync((await app.MailedLinkAsync(Email)).ShouldNotBeNull())).Form(), "Me connecter");
        await person.SubmitAsync((await person.GoAsync("/fr/account/password")).Form().Fill("Nouveau mot de passe", "quatre mots sans rapport"));
        var password = await LastAsync(Email);
        password.ShouldContain("The password of your account has just been chosen or changed.");
        password.ShouldNotContain("quatre mots");
        await person.SubmitAsync((await person.GoAsync("/fr/account/erase")).Form().Choose("Je comprends que rien ne pourra être récupéré"));
        Mails(Email)[0].ShouldContain("Your account has just been erased");
    }

    private async Task<string> LastAsync(string email)
    {
        await app.RunJobsAsync("platform.dispatch-outbox");
        return Mails(email)[0];
    }

    private List<string> Mails(string email) => [.. app.Services.GetRequiredService<Mailer>().Written().Where(m => m.To == email).Select(m => $"{m.Subject}\n{m.Text}")];
}
