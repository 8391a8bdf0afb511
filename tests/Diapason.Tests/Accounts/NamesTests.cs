using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>A name is chosen freely and passes for nobody else's: what a person does stands beside their address.</summary>
public sealed class NamesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("administrator@culture.example")]
    [InlineData("administrator＠culture.example")]
    [InlineData("administrator﹫culture.example")]
    public async Task A_name_that_looks_like_an_address_is_refused(string name)
    {
        var person = await app.SignedInAsync("rfc@culture.example");
        var refused = await person.SubmitAsync((await person.GoAsync("/fr/account")).Form("Enregistrer le nom").Fill("Nom affiché (facultatif)", name), "Enregistrer le nom");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Écrivez un nom, pas une adresse : le signe @ n’y a pas sa place."]);
        refused.Form("Enregistrer le nom").Value("Nom affiché (facultatif)").ShouldBe(name);
    }

    [Fact]
    public async Task The_trail_says_the_address_beside_the_name_of_who_acts_and_of_whom()
    {
        const string Email = "facilitator@culture.example";
        await NamedAsync(Email, "Camille Roy");
        var administrator = await NamedAsync(AccountsVisits.Administrator, "Rivage Roy");
        var member = await administrator.GoAsync((await administrator.GoAsync("/fr/council/members")).Link($"Modifier Camille Roy ({Email})"));
        member.Main.ShouldContain(Email);
        await administrator.SubmitAsync(member.Form("Enregistrer le rôle").Choose("Analyse"), "Enregistrer le rôle");
        var row = (await administrator.GoAsync("/fr/council/audit-trail")).Document.QuerySelector("main tbody tr")!;
        Page.Words(row.Children[1].TextContent).ShouldBe($"Rivage Roy ({AccountsVisits.Administrator})");
        Page.Words(row.Children[3].TextContent).ShouldBe($"Camille Roy ({Email})");
    }

    private async Task<Visitor> NamedAsync(string email, string name)
    {
        var visitor = await app.SignedInAsync(email);
        await visitor.SubmitAsync((await visitor.GoAsync("/fr/account")).Form("Enregistrer le nom").Fill("Nom affiché (facultatif)", name), "Enregistrer le nom");
        return visitor;
    }
}
