using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>The whole way: eight people of one region wait for the same thing, and a session opens for them.</summary>
public sealed class FromInterestToSeatTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Eight_people_of_Gaspesie_wait_their_officer_is_told_opens_a_session_and_seats_go_in_order()
    {
        var rfc = await app.SignedInAsync(LearningVisits.Rfc);
        for (var n = 1; n <= 7; n++) await app.WaitingAsync(n == 3 ? "418 555-0133" : $"g{n}@people.example");
        (await rfc.GoAsync("/fr/backstage")).Main.ShouldNotContain("Une liste d’intérêt est prête");
        (await app.WaitingAsync("g8@people.example")).Waiting.Heading.ShouldBe("8 personnes attendent : assez pour chercher une session");

        var desk = await rfc.GoAsync("/fr/backstage");
        desk.Main.ShouldContain("8 personnes attendent");
        desk.Main.ShouldContain(InterestVisits.Gaspesie);
        var lists = await rfc.GoAsync("/fr/manage/sessions/lists");
        lists.Main.ShouldContain("8 sur 8");
        lists.Html.ShouldNotContain("g1@people.example");
        (await rfc.GoAsync("/fr/manage/needs-board")).Main.ShouldNotContain("Aucune demande sans place en vue");

        var edit = await rfc.FollowAsync(desk, "Écrire une session pour elles");
        edit.Main.ShouldContain("Pour 8 personnes qui attendent.");
        edit.Form("Enregistrer le brouillon").Fill("Titre (français)", "Nos contrats").Fill("Texte pour le public (français)", "Une clause à la fois.").Fill("Organisme ou personne", "Quai des arts")
            .Fill("Pour joindre cet organisme ou cette personne", "quai@arts.example").Forge("meetings.0.day", "2027-02-10").Forge("meetings.0.start", "13:00").Forge("meetings.0.end", "16:00")
            .Choose("En ligne").Fill("Langue de la session", "fr").Fill("Nombre de places", "3");
        var sheet = await rfc.SubmitAsync(edit.Form("Enregistrer le brouillon"), "Enregistrer le brouillon");
        sheet = await rfc.SubmitAsync(sheet.Form("Ouvrir la session"), "Ouvrir la session");
        sheet.Main.ShouldContain("3 sur 3");

        // In order: two confirm by mail, one by telephone; the fourth waits.
        foreach (var first in new[] { "g1@people.example", "g2@people.example" })
        {
            var (subject, link) = await app.LetterAsync(first);
            subject.ShouldBe("La session que vous attendiez ouvre : Nos contrats");
            var visitor = app.Visitor();
            (await visitor.SubmitAsync((await visitor.GoAsync(link)).Form("Confirmer ma place"), "Confirmer ma place")).Heading.ShouldBe("Votre place est confirmée");
        }

        (await rfc.GoAsync("/fr/backstage")).Main.ShouldContain("1 personne sans courriel a une place tenue.");
        var people = await rfc.GoAsync(sheet.Address.Split('?')[0] + "/people");
        people.Main.ShouldContain("3. 418 555-0133");
        (await rfc.SubmitAsync(people.Form("Confirmer pour elle : 418 555-0133"), "Confirmer pour elle : 418 555-0133")).Main.ShouldContain("La place est confirmée en son nom.");
        (await app.LetterAsync("g4@people.example")).Subject.ShouldBe("Vous attendez une place : Nos contrats");

        // One gives up, and the next is called.
        var leaving = app.Visitor();
        var (_, mine) = await app.LetterAsync("g1@people.example");
        await leaving.SubmitAsync((await leaving.FollowAsync(await leaving.GoAsync(mine), "Laisser ma place")).Form("Laisser ma place"), "Laisser ma place");
        (await app.LetterAsync("g4@people.example")).Subject.ShouldBe("Une place s’est libérée : Nos contrats");
        (await app.LetterAsync("g5@people.example")).Subject.ShouldBe("Vous attendez une place : Nos contrats");
        (await rfc.GoAsync("/fr/manage/sessions/lists")).Main.ShouldContain("Personne n’attend pour l’instant.");
    }
}
