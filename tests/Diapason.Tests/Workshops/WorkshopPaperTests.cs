using System.Net;
using System.Text.RegularExpressions;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Workshops;

/// <summary>People on paper are people everywhere.</summary>
public sealed partial class WorkshopPaperTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_sheet_is_printed_typed_by_the_keyboard_counted_and_opened_by_the_code_of_its_stub()
    {
        var (facilitator, lead, _) = await app.OpenedAsync("Sur papier");
        var sheets = await PrintAsync(facilitator, lead, "5");
        sheets.Heading.ShouldBe("5 feuilles sont prêtes");
        var codes = Codes().Matches(sheets.Main).Select(m => m.Value).ToList();
        codes.Count.ShouldBe(5);
        (await facilitator.GoAsync(lead.Address.Split('?')[0])).Main.ShouldContain("0 personne dans la salle", customMessage: "a sheet that is printed is nobody yet");

        var page = await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "Saisir des feuilles");
        for (var sheet = 1; sheet <= 5; sheet++)
            page = await facilitator.SubmitAsync(Filled(page, sheet, votes: sheet == 1 ? "2-31" : "1131", cards: "Relire à deux\nUne heure payée").Choose("La case « mes mots soient gardés » est cochée"), "Enregistrer et passer à la suivante");
        page.Main.ShouldContain("La feuille 5 est saisie.");
        page.Main.ShouldContain("5 feuilles saisies sur 5.");
        lead = await facilitator.GoAsync(lead.Address.Split('?')[0]);
        lead.Main.ShouldContain("5 personnes dans la salle");
        lead.Main.ShouldContain("10 cartes à relire");
        await facilitator.PressAsync(lead, $"Révéler : {WorkshopsVisits.Votes}");
        var wall = await app.Visitor().GoAsync($"/fr/workshops/sur-papier/screen?activity=enonces");
        wall.Main.ShouldContain("D’accord 4");

        var visitor = app.Visitor();
        var find = await visitor.GoAsync("/fr/workshops/code");
        var card = await visitor.SubmitAsync(find.Form("Voir ma carte").Fill("Code de votre carte", codes[0]), "Voir ma carte");
        card.Main.ShouldContain("« Relire à deux »");
        card.Main.ShouldContain("3 choix");
    }

    [Fact]
    public async Task A_sheet_typed_twice_is_told_by_its_number_and_corrected_on_purpose_alone()
    {
        var (facilitator, lead, _) = await app.OpenedAsync("Deux fois");
        var code = Codes().Match((await PrintAsync(facilitator, lead, "1")).Main).Value;
        var page = await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "Saisir des feuilles");
        page = await facilitator.SubmitAsync(Filled(page, 1, "1111"), "Enregistrer et passer à la suivante");
        var twice = await facilitator.SubmitAndStayAsync(Filled(page, 1, "2222"), "Enregistrer et passer à la suivante");
        twice.Status.ShouldBe(HttpStatusCode.Conflict);
        twice.Errors[0].ShouldStartWith("La feuille 1 est déjà saisie.");
        twice.Form("Enregistrer et passer à la suivante").Value("2. D’accord ou pas d’accord? (facultatif)").ShouldBe("2222");
        page = await facilitator.SubmitAsync(twice.Form("Enregistrer et passer à la suivante").Choose("C’est une correction : elle remplace ce qui avait été saisi"), "Enregistrer et passer à la suivante");
        page.Main.ShouldContain("1 feuille saisie sur 1.");
        var visitor = app.Visitor();
        var find = await visitor.GoAsync("/fr/workshops/code");
        var card = await visitor.SubmitAsync(find.Form("Voir ma carte").Fill("Code de votre carte", code), "Voir ma carte");
        card.Main.ShouldContain("4 choix");
        (await ValuesAsync("deux-fois")).ShouldBe([2, 2, 2, 2], "the second took the place of the first");
    }

    [Fact]
    public async Task A_card_too_many_keeps_nothing_of_a_sheet_and_a_correction_that_is_refused_destroys_nothing()
    {
        var (facilitator, lead, _) = await app.OpenedAsync("Trop de cartes");
        await PrintAsync(facilitator, lead, "1");
        var page = await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "Saisir des feuilles");
        const string act = "Enregistrer et passer à la suivante";
        var cards = string.Join('\n', Enumerable.Range(1, 21).Select(n => $"Carte {n}"));
        var refused = await facilitator.SubmitAndStayAsync(Filled(page, 1, "1111", cards).Choose("La case « mes mots soient gardés » est cochée"), act);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors[0].ShouldStartWith("Il y a 21 cartes sur cette feuille");
        (await ValuesAsync("trop-de-cartes")).ShouldBeEmpty();
        page = await facilitator.SubmitAsync(Filled(refused, 1, "1111", "Une seule").Choose("La case « mes mots soient gardés » est cochée"), act);
        var twice = await facilitator.SubmitAndStayAsync(Filled(page, 1, "2222"), act);
        (await facilitator.SubmitAndStayAsync(Filled(twice, 1, "2222", cards).Choose("La case « mes mots soient gardés » est cochée").Choose("C’est une correction : elle remplace ce qui avait été saisi"), act)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ValuesAsync("trop-de-cartes")).ShouldBe([0, 1, 1, 1, 1]);
    }

    [Fact]
    public async Task Two_who_type_the_same_sheet_at_once_are_not_mixed()
    {
        var (facilitator, lead, _) = await app.OpenedAsync("Deux mains");
        await PrintAsync(facilitator, lead, "1");
        var page = await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "Saisir des feuilles");
        const string act = "Enregistrer et passer à la suivante";
        var (first, second) = (Filled(page, 1, "1111"), Filled(await facilitator.GoAsync(page.Address.Split('?')[0]), 1, "222"));
        var pages = await Task.WhenAll(facilitator.SubmitAndStayAsync(first, act), facilitator.SubmitAndStayAsync(second, act));
        pages.Count(p => p.Status == HttpStatusCode.Conflict).ShouldBe(1);
        string.Join("", await ValuesAsync("deux-mains")).ShouldBeOneOf("1111", "222");
    }

    [Fact]
    public async Task Words_taken_back_by_the_code_of_a_sheet_do_not_come_back_with_a_correction()
    {
        var (facilitator, lead, _) = await app.OpenedAsync("Reprises");
        var code = Codes().Match((await PrintAsync(facilitator, lead, "1")).Main).Value;
        var page = await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "Saisir des feuilles");
        const string act = "Enregistrer et passer à la suivante";
        page = await facilitator.SubmitAsync(Filled(page, 1, "1111", "À moi seule").Choose("La case « mes mots soient gardés » est cochée"), act);
        var visitor = app.Visitor();
        var find = await visitor.GoAsync("/fr/workshops/code");
        var card = await visitor.SubmitAsync(find.Form("Voir ma carte").Fill("Code de votre carte", code), "Voir ma carte");
        await visitor.PressAsync(card, "Retirer mes mots");
        var twice = await facilitator.SubmitAndStayAsync(Filled(page, 1, "1111", "À moi seule").Choose("La case « mes mots soient gardés » est cochée"), act);
        var refused = await facilitator.SubmitAndStayAsync(twice.Form(act).Choose("C’est une correction : elle remplace ce qui avait été saisi"), act);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors[0].ShouldStartWith("La personne de la feuille 1 a retiré ses mots");
        (await ValuesAsync("reprises")).ShouldBe([1, 1, 1, 1]);
    }

    [Fact]
    public async Task What_cannot_be_read_on_a_sheet_is_told_by_its_line_and_stays_as_typed()
    {
        var (facilitator, lead, _) = await app.OpenedAsync("Mal lue");
        await PrintAsync(facilitator, lead, "1");
        var page = await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "Saisir des feuilles");
        const string act = "Enregistrer et passer à la suivante";
        (await facilitator.SubmitAndStayAsync(Filled(page, 77, "1"), act)).Errors.ShouldBe(["Aucune feuille de cet atelier n’a le numéro 77."]);
        (await facilitator.SubmitAndStayAsync(Filled(page, 1, "119"), act)).Errors.ShouldBe(["Numéro 3 : il faut un chiffre de 1 à 3."]);
        (await facilitator.SubmitAndStayAsync(Filled(page, 1, "1111111111"), act)).Errors.ShouldBe(["Il y a 10 réponses et 8 lignes."]);
        var words = await facilitator.SubmitAndStayAsync(Filled(page, 1, "1", "Sans la case"), act);
        words.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        words.Errors[0].ShouldStartWith("La feuille a des cartes, mais la case n’est pas cochée");
        (await facilitator.SubmitAndStayAsync(Filled(page, 1, "1").Fill("4. Cinq points à poser : par quoi commencer? (facultatif)", "3 - 4"), act)).Errors.ShouldBe(["Vous avez posé 7 points; il y en a 5. Enlevez-en."]);
    }

    [Fact]
    public async Task The_same_form_asked_again_makes_the_same_sheets()
    {
        var (facilitator, lead, _) = await app.OpenedAsync("Réimprimée");
        var ask = await facilitator.FollowAsync(lead, "Feuilles de papier");
        var form = ask.Form("Préparer les feuilles").Fill("Combien de feuilles", "2");
        var first = Codes().Matches((await facilitator.SubmitAndStayAsync(form, "Préparer les feuilles")).Main).Select(m => m.Value);
        var second = await facilitator.SubmitAndStayAsync(form, "Préparer les feuilles");
        Codes().Matches(second.Main).Select(m => m.Value).ShouldBe(first);
        second.Main.ShouldNotContain("Feuille 3");
        (await facilitator.SubmitAndStayAsync(ask.Form("Préparer les feuilles").Fill("Combien de feuilles", "5000"), "Préparer les feuilles")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    /// <summary>What is kept of a workshop, whatever its order.</summary>
    private Task<List<int>> ValuesAsync(string workshop) => app.InScopeAsync(services => services.GetRequiredService<IDbContextFactory<DiapasonDb>>().CreateDbContext().Database
        .SqlQueryRaw<int>("SELECT c.value AS \"Value\" FROM workshops_contribution c JOIN workshops_workshop w ON w.id = c.workshop_id WHERE w.code = {0} ORDER BY c.value", workshop).ToListAsync());

    private static async Task<Page> PrintAsync(Visitor facilitator, Page lead, string count)
    {
        var ask = await facilitator.FollowAsync(lead, "Feuilles de papier");
        return await facilitator.SubmitAndStayAsync(ask.Form("Préparer les feuilles").Fill("Combien de feuilles", count), "Préparer les feuilles");
    }

    private static Form Filled(Page page, int sheet, string votes, string cards = "") => page.Form("Enregistrer et passer à la suivante")
        .Fill("Numéro de la feuille", sheet.ToString(System.Globalization.CultureInfo.InvariantCulture)).Fill("2. D’accord ou pas d’accord? (facultatif)", votes).Fill($"1. {WorkshopsVisits.Cards} (facultatif)", cards);

    [GeneratedRegex(@"CARTE-[0-9A-Z]{4}-[0-9A-Z-]+")]
    private static partial Regex Codes();
}
