using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

public sealed class ChosenPasswordTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Common = "Ce mot de passe est de ceux qu’on essaie en premier";
    private const string Own = "Ce mot de passe contient votre adresse, votre nom ou celui d’un conseil";

    [Theory]
    [InlineData("123456789012", Common)]
    [InlineData("motdepasse123", Common)]
    [InlineData("M0tDeP4sse!2026", Common)]
    [InlineData("azertyuiop12", Common)]
    [InlineData("Qwertyuiop!!", Common)]
    [InlineData("passwordpassword", Common)]
    [InlineData("P@ssword2026!", Common)]
    [InlineData("aaaaaaaaaaaa", Common)]
    [InlineData("abcabcabcabc", Common)]
    [InlineData("Été2026Été2026", Common)]
    [InlineData("SoleilChocolat1", Common)]
    [InlineData("202620262026", Common)]
    [InlineData("1qaz2wsx3edc", Common)]
    [InlineData("!!!!!!!!!!!!", Common)]
    [InlineData("Jesuisanalyst@culture.example!", Own)]
    [InlineData("unanalystbienfort", Own)]
    [InlineData("Conseil des compétences en culture", Own)]
    [InlineData("conseil du rivage 2026", Own)]
    public async Task Refuses_what_is_tried_first_and_says_why(string chosen, string reason)
    {
        var refused = await ChooseAsync(AccountsVisits.Analyst, chosen);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.Single().ShouldStartWith(reason);
        refused.Form().Value("Nouveau mot de passe").ShouldBeNullOrEmpty();
        (await app.Visitor().SignInAsync(AccountsVisits.Analyst)).Address.ShouldBe("/fr/backstage");
    }

    [Theory]
    [InlineData("rfc@culture.example", "quatre mots sans rapport")]
    [InlineData("facilitator@culture.example", "gYr7uPlexoTan")]
    [InlineData("organisation-lead@culture.example", "835027461908")]
    [InlineData("person@culture.example", "le hibou range ses clés")]
    public async Task Takes_any_other_whatever_its_characters(string email, string chosen)
    {
        (await ChooseAsync(email, chosen)).Main.ShouldContain("Votre mot de passe est enregistré.");
        (await app.Visitor().SignInAsync(email, chosen)).Address.ShouldNotContain("sign-in");
    }

    private async Task<Page> ChooseAsync(string email, string chosen)
    {
        var visitor = await app.SignedInAsync(email);
        var form = (await visitor.GoAsync("/fr/account/password")).Form();
        return await visitor.SubmitAsync(form.Fill("Mot de passe actuel", DiapasonApp.Password).Fill("Nouveau mot de passe", chosen));
    }
}
