using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>One invited person is found and taken out of the list, and nothing tells whether they have answered.</summary>
public sealed class InvitedPeopleTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Remove = "Retirer cette adresse";

    [Fact]
    public async Task An_administrator_reads_who_is_invited_and_takes_one_out()
    {
        var (id, council) = await app.InviteAsync("liste", 12);
        var link = app.LinkOf(Inviting.Person("liste", 3), "liste");
        await app.Visitor().AnswerAndSendAsync(app.LinkOf(Inviting.Person("liste", 2), "liste"));
        var page = await council.FollowAsync(await council.GoAsync(Inviting.Address(id) + "/invitations"), "Qui est invité");
        page.Main.ShouldContain(Inviting.Person("liste", 2));
        foreach (var word in new[] { "répondu", "Envoyée", "Utilisée" }) page.Document.QuerySelector("main table")!.TextContent.ShouldNotContain(word);
        page = await council.SubmitAsync(page.Form("Chercher").Fill("Adresse ou nom (facultatif)", "PERSONNE3@"), "Chercher");
        page.Address.ShouldNotContain("@");
        page.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        page = await council.SubmitAsync(page.Form("Retirer : " + Inviting.Person("liste", 3)), "Retirer : " + Inviting.Person("liste", 3));
        page.Main.ShouldContain("n’est plus dans la liste");
        page.Main.ShouldNotContain(Inviting.Person("liste", 3));
        (await app.CountAsync("consultations_invitation_link", "invitation_id NOT IN (SELECT id FROM consultations_invitation)")).ShouldBe(0);
        (await app.Visitor().GoAsync(link)).Main.ShouldNotContain("invitation reçue");
        (await council.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Personne retirée de la liste");
    }

    [Fact]
    public async Task Who_may_not_read_the_list_takes_one_out_by_its_address_and_never_down_to_a_few()
    {
        var officer = await app.SignedInAsync("rfc@culture.example");
        var address = (await CampaignRightsTests.PrepareAsync(officer, "retraits")).Address.Split('?')[0];
        var id = Guid.Parse(address.Split('/')[^1]);
        await officer.PromiseAsync(id, "Confidentiel");
        await officer.OpenAsync(id);
        await officer.BringAsync(id, "retraits", 11);
        (await officer.GoAsync(address + "/invitations/people")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var page = await officer.GoAsync(address + "/invitations");
        page.Main.ShouldNotContain("Qui est invité");
        var unknown = await officer.SubmitAsync(page.Form(Remove).Fill("Adresse à retirer", "personne@ailleurs.example"), Remove);
        unknown.Errors.ShouldHaveSingleItem().ShouldContain("n’est pas dans la liste");
        await officer.SendAsync(id, "Invitation");
        await app.SendMailsAsync(11);
        page = await officer.SubmitAsync((await officer.GoAsync(address + "/invitations")).Form(Remove).Fill("Adresse à retirer", Inviting.Person("retraits", 1).ToUpperInvariant()), Remove);
        page.Main.ShouldContain("n’est plus dans la liste");
        var tooFew = await officer.SubmitAsync(page.Form(Remove).Fill("Adresse à retirer", Inviting.Person("retraits", 2)), Remove);
        tooFew.Errors.ShouldHaveSingleItem().ShouldContain("au moins 10 personnes");
    }
}
