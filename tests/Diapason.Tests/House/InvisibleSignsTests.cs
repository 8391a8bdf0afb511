using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>What nobody can see is not a name: an empty field is told so, wherever something short is typed.</summary>
public sealed class InvisibleSignsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Invisible = "\u200B\u2060\u202E\u200D";

    [Fact]
    public async Task An_organisation_cannot_be_named_by_nothing_nor_turn_its_letters()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var members = (await administrator.GoAsync("/fr/council/members")).Form("Inviter").Fill("Adresse courriel", "cap@ailleurs.example").Choose("Direction d’un organisme");
        (await administrator.SubmitAndStayAsync(members.Fill("Organisme (facultatif)", Invisible), "Inviter")).Errors.ShouldBe(["Écrivez l’organisme que la personne dirige."]);
        await administrator.SubmitAsync(members.Fill("Organisme (facultatif)", "Théâtre\u202E du Cap"), "Inviter");
        var list = await administrator.GoAsync("/fr/council/organisations");
        list.Html.ShouldNotContain("\u202E");
        var form = (await administrator.FollowAsync(list, "Renommer Théâtre du Cap")).Form();
        var refused = await administrator.SubmitAndStayAsync(form.Fill("Nom de l’organisme", Invisible));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Écrivez le nom de l’organisme."]);
    }

    [Theory]
    [InlineData("/fr/council/settings", "Enregistrer les réglages", "Nom du conseil (français)", "Nom du conseil (français) : écrivez ce texte.")]
    [InlineData("/en/council/settings", "Save the settings", "Name of the council (English)", "Name of the council (English): write this text.")]
    [InlineData("/fr/manage/offer/entry/one-page-policy", "Enregistrer l’étape", "Titre (français)", "Titre (français) : écrivez ce texte.")]
    [InlineData("/en/manage/offer/entry/one-page-policy", "Save the step", "Title (English)", "Title (English): write this text.")]
    public async Task A_text_of_the_council_is_told_to_be_empty(string address, string save, string label, string message)
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var refused = await administrator.SubmitAndStayAsync((await administrator.GoAsync(address)).Form(save).Fill(label, Invisible), save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe([message]);
    }

    [Fact]
    public async Task Ones_own_name_is_the_address_again()
    {
        var person = await app.SignedInAsync("facilitator@culture.example");
        var account = await person.GoAsync("/fr/account");
        var label = account.Document.QuerySelectorAll("main label").Select(l => Page.Words(l.TextContent)).First(l => l.StartsWith("Nom", StringComparison.Ordinal));
        await person.SubmitAsync(account.Form("Enregistrer le nom").Fill(label, Invisible));
        (await person.GoAsync("/fr/account")).Form("Enregistrer le nom").Value(label).ShouldBeNullOrEmpty();
    }
}
