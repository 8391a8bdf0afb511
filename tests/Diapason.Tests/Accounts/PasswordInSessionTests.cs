using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>Guesses made at the sign-in page stop nobody who is signed in; guesses made in a session are as bounded.</summary>
public sealed class PasswordInSessionTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Question = "Est-ce bien vous?";

    [Fact]
    public async Task Strangers_do_not_stop_who_is_signed_in()
    {
        const string Email = "facilitator@culture.example";
        var person = await app.SignedInAsync(Email);
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        await GuessAsync(Email);
        (await app.Visitor().SignInAsync(Email)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "the sign-in page is locked");
        var asked = await person.GoAsync("/fr/account/erase");
        asked.Heading.ShouldBe(Question);
        (await person.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer")).Heading.ShouldBe("Effacer mon compte");
        var form = (await person.GoAsync("/fr/account/password")).Form().Fill("Mot de passe actuel", DiapasonApp.Password).Fill("Nouveau mot de passe", "quatre mots sans rapport");
        (await person.SubmitAsync(form)).Main.ShouldContain("Votre mot de passe est enregistré.");
    }

    [Fact]
    public async Task Five_guesses_in_a_session_close_it_to_passwords_for_a_while_and_no_other()
    {
        const string Email = "rfc@culture.example";
        var (left, other) = (await app.SignedInAsync(Email), await app.SignedInAsync(Email));
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        var asked = await left.GoAsync("/fr/account/erase");
        for (var i = 0; i < 5; i++) (await TryAsync(left, asked, "une erreur de plus")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(left, asked, DiapasonApp.Password)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "the sixth is not even compared");
        (await TryAsync(other, await other.GoAsync("/fr/account/erase"), DiapasonApp.Password)).Heading.ShouldBe("Effacer mon compte");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await TryAsync(left, asked, DiapasonApp.Password)).Heading.ShouldBe("Effacer mon compte");
    }

    [Fact]
    public async Task A_copy_of_ones_data_asks_who_is_there()
    {
        var person = await app.SignedInAsync("person@culture.example");
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        var asked = await person.GoAsync((await person.GoAsync("/fr/account")).Link("Télécharger mes données (JSON)"));
        asked.Heading.ShouldBe(Question);
        var page = await person.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer");
        (await person.FollowAsync(page, "Télécharger le fichier")).MediaType.ShouldBe("application/json");
    }

    private static Task<Page> TryAsync(Visitor visitor, Page asked, string password) => visitor.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", password), "Continuer");

    private async Task GuessAsync(string email)
    {
        for (var i = 0; i < 5; i++) await app.Visitor().SignInAsync(email, "une erreur de plus");
    }
}
