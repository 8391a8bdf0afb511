using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>What happens to a session happens to the people in it: they are told, counted once, and forgotten by no figure.</summary>
public sealed class WhatBecomesOfPeopleTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Link = "https://rencontre.example/quai";

    [Fact]
    public async Task A_change_of_hour_or_place_is_told_to_everyone_and_other_changes_to_nobody()
    {
        var (keeper, sheet) = await app.OpenedAsync("Ça bouge", seats: 1);
        var held = await app.ConfirmedAsync("ca-bouge", "tient@people.example");
        await app.SigningUpAsync("ca-bouge", "attend@people.example");
        await app.LetterAsync("attend@people.example");
        var letters = app.Letters("tient@people.example");

        var edit = await keeper.FollowAsync(sheet, "Modifier");
        edit.Main.ShouldContain("Personnes inscrites ou en attente : 2.");
        edit.Main.ShouldNotContain("Rien n’est public");
        await keeper.SubmitAsync(edit.Form("Enregistrer la session").Fill("Texte pour le public (français)", "Quatre licences, une décision."), "Enregistrer la session");
        await app.RunJobsAsync("learning.send-letters");
        app.Letters("tient@people.example").ShouldBe(letters);

        var changed = await keeper.SubmitAsync((await keeper.GoAsync(edit.Address)).Form("Enregistrer la session").Forge("meetings.0.start", "14:00").Fill("Lien pour participer à distance (facultatif)", Link), "Enregistrer la session");
        changed.Main.ShouldContain("Voir qui n’a pas de courriel et est à appeler");
        (await keeper.FollowAsync(changed, "Voir qui n’a pas de courriel et est à appeler")).Main.ShouldContain("il n’y a personne à appeler");
        (await app.LetterAsync("tient@people.example")).Subject.ShouldBe("Changement : Ça bouge");
        (await app.LetterAsync("attend@people.example")).Subject.ShouldBe("Changement : Ça bouge");
        app.LastTo("tient@people.example").ShouldContain("Ce qui a changé : les jours ou les heures, le lien pour participer à distance.");
        app.LastTo("tient@people.example").ShouldContain("Votre place est toujours confirmée.");
        app.LastTo("attend@people.example").ShouldContain("quitter la liste");
        app.LastTo("attend@people.example").ShouldNotContain("laisser votre place");

        (await app.Visitor().GoAsync(held)).Document.QuerySelector($"a[href='{Link}']").ShouldNotBeNull("whoever has a place can join");
        (await app.Visitor().GoAsync((await app.LetterAsync("attend@people.example")).Link)).Html.ShouldNotContain(Link, Case.Insensitive);
        (await app.Visitor().GoAsync("/fr/learning/ca-bouge")).Html.ShouldNotContain(Link, Case.Insensitive);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("quelque part")]
    public async Task A_link_that_does_not_open_is_refused_by_its_field(string link)
    {
        var (keeper, page) = await app.WritingAsync("Lien");
        var refused = await keeper.SubmitAndStayAsync(page.Form("Enregistrer le brouillon").Fill("Lien pour participer à distance (facultatif)", link), "Enregistrer le brouillon");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Ce lien ne s’ouvre pas : il commence par https:// et nomme un site."]);
    }

    [Fact]
    public async Task Meetings_that_overlap_are_refused()
    {
        var (keeper, page) = await app.WritingAsync("Deux à la fois");
        var form = page.Form("Enregistrer le brouillon").Forge("meetings.1.day", "2027-02-10").Forge("meetings.1.start", "15:00").Forge("meetings.1.end", "16:00");
        (await keeper.SubmitAndStayAsync(form, "Enregistrer le brouillon")).Errors.ShouldBe(["Cette rencontre en chevauche une autre : changez son jour ou ses heures."]);
    }

    [Fact]
    public async Task Somebody_already_there_is_not_signed_up_again_by_telephone()
    {
        var (keeper, sheet) = await app.OpenedAsync("Une fois", seats: 2);
        await app.SigningUpAsync("une-fois", "DEUX@people.example");
        var people = await keeper.FollowAsync(sheet, "Personnes inscrites (0)");
        people.Main.ShouldNotContain("à appeler");
        Form Filled(Page page) => page.Form("Inscrire cette personne").Choose("La personne veut que ces renseignements soient gardés, et sait combien de temps");
        (await keeper.SubmitAsync(Filled(people).Fill("Son numéro", "418 555-0104"), "Inscrire cette personne")).Main.ShouldContain("La personne est inscrite");
        var called = await keeper.GoAsync(people.Address.Split('?')[0] + "?call=true");
        called.Main.ShouldContain("1 personne n’a pas de courriel : elle est à appeler.");
        called.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        foreach (var (field, typed) in new[] { ("Son numéro", "(418) 555.0104"), ("Son adresse courriel", "deux@people.example") })
            (await keeper.SubmitAndStayAsync(Filled(await keeper.GoAsync(people.Address)).Fill(field, typed), "Inscrire cette personne")).Main.ShouldContain("Cette adresse ou ce numéro a déjà une place ou un rang dans cette session");
        var full = await keeper.SubmitAsync(Filled(await keeper.GoAsync(people.Address)).Fill("Son numéro", "418 555-0105"), "Inscrire cette personne");
        full.Main.ShouldContain("La session est complète : la personne est en attente");
        full.Main.ShouldContain("Retirer de la liste d’attente");
    }

    [Fact]
    public async Task Who_asks_twice_is_one_person_of_the_list()
    {
        await app.WaitingAsync("une@people.example", "Estrie", entry: "read-terms");
        var (_, again) = await app.WaitingAsync("UNE@people.example", "Estrie", entry: "read-terms");
        again.Heading.ShouldBe("1 personne attend; il en faut 8");
        await app.WaitingAsync("418 555-0199", "Estrie", entry: "read-terms");
        (await app.WaitingAsync("1 (418) 555-0199", "Estrie", entry: "read-terms")).Waiting.Heading.ShouldBe("2 personnes attendent; il en faut 8");
    }
}

/// <summary>Once the session has begun, and after.</summary>
public sealed class AfterTheBeginningTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Who_waited_in_vain_is_told_and_stays_on_the_board_and_a_presence_corrected_takes_its_certificate_back()
    {
        var (_, sheet) = await app.OpenedAsync("Complet", seats: 1, day: "2026-12-10");
        await app.SigningUpAsync("complet", "ada@people.example", "Ada");
        var (ada, mine) = (app.Visitor(), await app.LetterAsync("ada@people.example"));
        await ada.SubmitAsync((await ada.GoAsync(mine.Link)).Form("Confirmer ma place"), "Confirmer ma place");
        await app.SigningUpAsync("complet", "gilles@people.example");
        var waiting = await app.LetterAsync("gilles@people.example");

        app.Clock.Advance(new DateTimeOffset(2026, 12, 10, 18, 35, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        await app.RunJobsAsync("learning.turn-places");
        await app.RunJobsAsync("learning.turn-places");
        (await app.LetterAsync("gilles@people.example")).Subject.ShouldBe("Aucune place ne s’est libérée : Complet");
        var gilles = app.Visitor();
        var place = await gilles.GoAsync(waiting.Link);
        place.Heading.ShouldBe("Aucune place ne s’est libérée");
        place.Main.ShouldNotContain("Si une place se libère");
        (await gilles.FollowAsync(place, "Attendre la prochaine, avec d’autres")).Heading.ShouldStartWith("Ça m’intéresse");

        var keeper = await app.SignedInAsync(LearningVisits.Rfc);
        var address = sheet.Address.Split('?')[0] + "/attendance/0";
        await keeper.SubmitAsync((await keeper.GoAsync(address)).Form("Enregistrer les présences").Choose("Ada"), "Enregistrer les présences");
        app.Clock.Advance(TimeSpan.FromHours(5));
        keeper = await app.SignedInAsync(LearningVisits.Rfc);
        var row = (await keeper.GoAsync("/fr/manage/needs-board")).Document.QuerySelectorAll("tbody tr").Single(tr => tr.TextContent.Contains("Loi 25", StringComparison.Ordinal) && tr.TextContent.Contains("Toutes les régions", StringComparison.Ordinal));
        row.QuerySelectorAll("td")[2].TextContent.ShouldBe("1", "the demand is still there when the session is over");

        var certificate = await ada.SubmitAsync((await ada.GoAsync(mine.Link)).Form("Préparer mon attestation"), "Préparer mon attestation");
        certificate.Heading.ShouldBe("Ada");
        var list = await keeper.GoAsync(address);
        list.Main.ShouldContain("Des attestations ont été données.");
        await keeper.SubmitAsync(list.Form("Enregistrer les présences").Untick("Ada"), "Enregistrer les présences");
        (await app.Visitor().GoAsync(certificate.Address)).Heading.ShouldBe("Aucune attestation n’a ce code");
        var absent = await ada.GoAsync(mine.Link);
        absent.Heading.ShouldBe("La session est passée");
        absent.Main.ShouldNotContain("Nous vous attendons");
    }
}
