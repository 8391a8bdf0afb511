using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>Those who keep sessions write, open and cancel them.</summary>
public sealed class KeepSessionTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_draft_is_seen_by_nobody_until_it_is_opened_and_the_trail_says_who_did()
    {
        var (keeper, page) = await app.WritingAsync("Écrire sans machine");
        var sheet = await keeper.SubmitAsync(page.Form("Enregistrer le brouillon"), "Enregistrer le brouillon");
        sheet.Main.ShouldContain("Le brouillon est enregistré.");
        (await app.Visitor().GoAsync("/fr/learning/ecrire-sans-machine")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await keeper.SubmitAsync(sheet.Form("Ouvrir la session"), "Ouvrir la session")).Main.ShouldContain("le public la voit dès maintenant");
        (await app.Visitor().GoAsync("/fr/learning/ecrire-sans-machine")).Main.ShouldContain("2 places libres");
        (await app.Visitor().GoAsync("/en/learning/ecrire-sans-machine")).Main.ShouldContain("This session is described in French only.");
        (await keeper.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Session ouverte");
    }

    [Theory]
    [InlineData("title.fr", "", "Écrivez le titre en français.")]
    [InlineData("seats", "-3", "Écrivez un nombre de places entre 1 et 2000.")]
    [InlineData("meetings.0.day", "2026-11-01", "Ce jour est passé : choisissez un jour à venir.")]
    [InlineData("meetings.0.day", "2050-11-01", "Ce jour est dans plus de trois ans : vérifiez l’année.")]
    [InlineData("meetings.0.end", "12:00", "La fin vient avant le début : corrigez l’une ou l’autre.")]
    [InlineData("meetings.0.start", "treize", "Écrivez l’heure comme 13:30.")]
    [InlineData("competency", "nothing", "Choisissez la compétence à laquelle la session répond.")]
    [InlineData("region", "r99", "Choisissez une région de la liste.")]
    [InlineData("price", "abc", "Écrivez un prix entre 0 et 20 000 $, comme 45 ou 45,50.")]
    [InlineData("aided", "12", "Le prix après aide est plus haut que le prix : corrigez l’un ou l’autre.")]
    [InlineData("until", "2027-03-01", "On ne s’inscrit pas après la première rencontre : choisissez un jour plus tôt.")]
    public async Task What_cannot_be_is_told_by_its_field_and_nothing_typed_is_lost(string field, string typed, string message)
    {
        var (keeper, page) = await app.WritingAsync();
        var refused = await keeper.SubmitAndStayAsync(page.Form("Enregistrer le brouillon").Forge(field, typed), "Enregistrer le brouillon");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe([message]);
        if (field != "competency" && field != "region") refused.Document.GetElementsByName(field)[0].GetAttribute("value").ShouldBe(typed);
        refused.Form("Enregistrer le brouillon").Value("Organisme ou personne").ShouldBe("Atelier du quai");
        refused.Document.QuerySelector($"[role=alert] a")!.GetAttribute("href").ShouldStartWith("#");
    }

    [Fact]
    public async Task A_text_is_asked_for_in_French()
    {
        var (keeper, page) = await app.WritingAsync();
        (await keeper.SubmitAndStayAsync(page.Form("Enregistrer le brouillon").Fill("Texte pour le public (français)", ""), "Enregistrer le brouillon")).Errors.ShouldBe(["Écrivez le texte en français."]);
    }

    [Fact]
    public async Task A_title_of_ten_thousand_characters_comes_back_whole()
    {
        var (keeper, page) = await app.WritingAsync();
        var refused = await keeper.SubmitAndStayAsync(page.Form("Enregistrer le brouillon").Fill("Titre (français)", new string('x', 10_000)), "Enregistrer le brouillon");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Au plus 120 caractères; il y en a 10000."]);
        refused.Form("Enregistrer le brouillon").Value("Titre (français)")!.Length.ShouldBe(10_000);
    }

    [Fact]
    public async Task Who_comes_second_writes_over_nobody()
    {
        var (keeper, sheet) = await app.OpenedAsync("Deux mains");
        var (first, second) = (await keeper.FollowAsync(sheet, "Modifier"), await keeper.FollowAsync(sheet, "Modifier"));
        (await keeper.SubmitAsync(first.Form("Enregistrer la session").Fill("Nombre de places", "5"), "Enregistrer la session")).Main.ShouldContain("Les changements sont enregistrés.");
        var late = await keeper.SubmitAndStayAsync(second.Form("Enregistrer la session").Fill("Nombre de places", "9"), "Enregistrer la session");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        var differing = late.Document.QuerySelectorAll("section[aria-labelledby=both] tbody tr").ShouldHaveSingleItem();
        Page.Words(differing.TextContent).ShouldBe("Nombre de places95");
        (await app.Visitor().GoAsync("/fr/learning/deux-mains")).Main.ShouldContain("5 places libres");
        (await keeper.SubmitAsync(late.Form("Enregistrer ma version"), "Enregistrer ma version")).Main.ShouldContain("Les changements sont enregistrés.");
        (await app.Visitor().GoAsync("/fr/learning/deux-mains")).Main.ShouldContain("9 places libres");
    }

    [Fact]
    public async Task Cancelling_asks_twice_and_the_public_is_told()
    {
        var (keeper, sheet) = await app.OpenedAsync("Annulée demain");
        var asked = await keeper.SubmitAndStayAsync(sheet.Form("Annuler cette session"), "Annuler cette session");
        asked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await keeper.SubmitAsync(asked.Form("Annuler cette session").Choose("Oui, cette session n’aura pas lieu"), "Annuler cette session");
        (await app.Visitor().GoAsync("/fr/learning/annulee-demain")).Main.ShouldContain("Cette session est annulée");
        (await app.Visitor().GoAsync("/fr/learning")).Main.ShouldNotContain("Annulée demain");
    }

    [Fact]
    public async Task A_session_of_another_council_does_not_exist_here()
    {
        var (_, sheet) = await app.OpenedAsync("Chez nous");
        var address = sheet.Address.Split('?')[0].Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal);
        (await (await app.SignedInAsync(AccountsVisits.OtherAdministrator)).GoAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Visitor().GoAsync("/fr/learning/chez-nous")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.Visitor().GoAsync("/fr/c/rivage/learning/chez-nous")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Once_its_last_day_is_past_a_session_leaves_the_list()
    {
        await app.OpenedAsync("Bientôt passée", day: "2026-11-25");
        (await app.Visitor().GoAsync("/fr/learning")).Main.ShouldContain("Bientôt passée");
        app.Clock.Advance(TimeSpan.FromDays(3));
        (await app.Visitor().GoAsync("/fr/learning")).Main.ShouldNotContain("Bientôt passée");
        (await app.Visitor().GoAsync("/fr/learning/bientot-passee")).Main.ShouldContain("Cette session est terminée");
    }
}
