using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations.Invitations;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>A council says by which questions of its own questionnaire a campaign is followed; the pages then say who is missing and which association reaches them.</summary>
public sealed class FollowedGroupsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Question = "Utilisez-vous un outil d’IA?";

    [Fact]
    public async Task Who_is_missing_is_said_by_the_groups_that_were_chosen()
    {
        var officer = await app.SignedInAsync("rfc@culture.example");
        var address = (await CampaignRightsTests.PrepareAsync(officer, "suivie")).Address.Split('?')[0];
        var id = Guid.Parse(address.Split('/')[^1]);
        await officer.OpenAsync(id);
        var following = await officer.GoAsync(address + "/following");
        following.Heading.ShouldBe("Aucune réponse comptée pour l’instant");
        following.Main.ShouldContain("Les réponses se comptent par dix");
        var choose = await officer.FollowAsync(following, "Choisir les groupes à suivre");
        choose = await officer.SubmitAsync(choose.Form("Enregistrer les groupes").Choose(Question), "Enregistrer les groupes");
        choose.Main.ShouldContain("Les groupes sont enregistrés");

        // Half a population is none: what lacks is named, and what was typed stays.
        var refused = await officer.SubmitAsync(choose.Form("Enregistrer les groupes").Fill("Oui (facultatif)", "300"), "Enregistrer les groupes");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["« Non » : il manque le nombre de personnes. Écrivez 0 s’il n’y a personne.", "Dites d’où viennent ces nombres.", "Dites quel jour ces nombres décrivent."], ignoreOrder: true);
        refused.Form("Enregistrer les groupes").Value("Oui (facultatif)").ShouldBe("300");
        var form = refused.Form("Enregistrer les groupes").Fill("Non (facultatif)", "1 700").Fill("D’où viennent ces nombres (facultatif)", "Registre du conseil").Fill("Jour que ces nombres décrivent (facultatif)", "2026-01-31");
        await officer.SubmitAsync(form, "Enregistrer les groupes");

        for (var person = 0; person < 20; person++) await AnswerAsync("Oui");
        following = await officer.GoAsync(address + "/following");
        following.Heading.ShouldBe("10 réponses comptées");
        following.Main.ShouldContain("Non : environ 50 réponses de plus");
        following.Main.ShouldNotContain("1700", Case.Sensitive, "an officer reads tens and fifties");

        var link = (await officer.GoAsync(address + "/link")).Form("Enregistrer le lien");
        await officer.SubmitAsync(link.Fill("Association", "Réseau des prudents").Fill("Courriel (facultatif)", "reseau@prudents.example").Choose("Non"), "Enregistrer le lien");
        following = await officer.GoAsync(address + "/following");
        following.Document.QuerySelectorAll("section[aria-labelledby=suite] a[href^='mailto:reseau@prudents.example']").ShouldHaveSingleItem();

        // Analysts read the numbers; other officers see nothing of it.
        var exact = await (await app.SignedInAsync(AccountsVisits.Analyst)).GoAsync(address + "/following");
        exact.Main.ShouldContain("85 %");
        (await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Groupes suivis choisis");
    }

    [Fact]
    public async Task An_officer_chooses_groups_of_no_other_campaign()
    {
        var id = await app.PlanAsync("autrui");
        var officer = await app.SignedInAsync("rfc@culture.example");
        (await officer.GoAsync(Inviting.Address(id) + "/groups")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Visitor().GoAsync(Inviting.Address(id) + "/groups")).Address.ShouldContain("sign-in");
        var elsewhere = await app.SignedInAsync("administrator@rivage.example");
        (await elsewhere.GoAsync(Inviting.Address(id).Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal) + "/groups")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task AnswerAsync(string choice)
    {
        var person = app.Visitor();
        var page = await person.SubmitAsync((await person.GoAsync("/fr/consultation/suivie")).Form("Commencer").Choose(Answering.Agree), "Commencer");
        var check = await person.ContinueAsync(page.Form("Continuer").Choose(choice));
        (await person.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Receipt().ShouldNotBeEmpty();
    }
}
