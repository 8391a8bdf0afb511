using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Workshops;

/// <summary>What a room is sent by mistake, by malice or too late: told, bounded, kept or refused by name.</summary>
public sealed class StrangeInputTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("12", "Il faut les six chiffres du numéro de la salle.")]
    [InlineData("", "Il faut les six chiffres du numéro de la salle.")]
    [InlineData("000 000", "Aucune salle n’a ce numéro.")]
    public async Task A_number_that_opens_no_room_is_told(string typed, string told)
    {
        var visitor = app.Visitor();
        var start = await visitor.GoAsync("/fr/workshops");
        var refused = await visitor.SubmitAndStayAsync(start.Form("Entrer").Fill("Numéro de la salle", typed), "Entrer");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors[0].ShouldStartWith(told);
    }

    [Fact]
    public async Task The_number_of_a_day_that_is_over_says_so_and_an_answer_that_comes_late_is_refused_and_still_on_the_page()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Finie");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        var (visitor, page) = await app.JoiningAsync(room);
        var other = app.Visitor();
        var door = await other.GoAsync($"/fr/workshops/join/{room}");
        lead = await facilitator.PressAsync(lead, "Fermer : " + WorkshopsVisits.Cards);
        var late = await visitor.SubmitAndStayAsync(page.Form("Envoyer cette carte").Fill("Une idée, une seule", "Trop tard"), "Envoyer cette carte");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Main.ShouldContain("L’animation a fermé cette activité.");
        late.Main.ShouldContain("Trop tard");
        await facilitator.PressAsync(lead, "Terminer la journée");
        var start = await visitor.GoAsync("/fr/workshops");
        var refused = await visitor.SubmitAndStayAsync(start.Form("Entrer").Fill("Numéro de la salle", room), "Entrer");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Main.ShouldContain("L’atelier « Finie » est terminé");
        var closed = await other.SubmitAndStayAsync(door.Form("Entrer dans la salle").Choose("Oui, gardez mes mots"), "Entrer dans la salle");
        closed.Status.ShouldBe(HttpStatusCode.Conflict);
        closed.Main.ShouldContain("Cet atelier est terminé : sa salle n’accueille plus personne.");
    }

    [Fact]
    public async Task One_phone_has_twenty_cards_and_the_same_form_sent_twice_is_one_card()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Vingt cartes");
        await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        var (visitor, page) = await app.JoiningAsync(room);
        var form = page.Form("Envoyer cette carte").Fill("Une idée, une seule", "La même");
        await visitor.SubmitAsync(form, "Envoyer cette carte");
        var twice = await visitor.SubmitAsync(form, "Envoyer cette carte");
        twice.Main.ShouldContain("1 carte envoyée");
        for (var i = 2; i <= 20; i++) twice = await visitor.CardAsync(twice, $"Carte {i}");
        twice.Main.ShouldContain("20 cartes envoyées");
        var refused = await visitor.SubmitAndStayAsync(twice.Form("Envoyer cette carte").Fill("Une idée, une seule", "Une de trop"), "Envoyer cette carte");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors[0].ShouldStartWith("20 cartes sont déjà parties d’ici");
        refused.Form("Envoyer cette carte").Value("Une idée, une seule").ShouldBe("Une de trop");
    }

    [Fact]
    public async Task A_yes_to_words_then_back_then_a_no_is_a_no_and_the_words_go()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Je me ravise");
        await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        var visitor = app.Visitor();
        var door = await visitor.GoAsync($"/fr/workshops/join/{room}");
        var page = await visitor.SubmitAsync(door.Form("Entrer dans la salle").Choose("Oui, gardez mes mots"), "Entrer dans la salle");
        await visitor.CardAsync(page, "Je le regrette");
        page = await visitor.SubmitAsync(door.Form("Entrer dans la salle").Choose("Non, comptez seulement mes choix"), "Entrer dans la salle");
        page.Main.ShouldContain("Vous avez choisi de ne pas laisser vos mots.");
        page.Main.ShouldNotContain("Je le regrette");
        (await facilitator.GoAsync(lead.Address.Split('?')[0])).Main.ShouldContain("1 personne dans la salle");
    }

    [Fact]
    public async Task The_door_pressed_many_times_at_once_lets_one_person_in()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Dix fois");
        var visitor = app.Visitor();
        var door = await visitor.GoAsync($"/fr/workshops/join/{room}");
        var form = door.Form("Entrer dans la salle").Choose("Oui, gardez mes mots");
        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => visitor.SubmitAndStayAsync(form, "Entrer dans la salle")));
        pages.ShouldAllBe(page => page.Status == HttpStatusCode.SeeOther || page.Status == HttpStatusCode.Found || page.Status == HttpStatusCode.OK);
        (await facilitator.GoAsync(lead.Address.Split('?')[0])).Main.ShouldContain("1 personne dans la salle");
    }

    [Fact]
    public async Task Words_sent_again_since_the_list_was_read_are_not_on_the_wall_before_they_are_read()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Deux versions");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        var (visitor, page) = await app.JoiningAsync(room);
        var form = page.Form("Envoyer cette carte");
        await visitor.SubmitAsync(form.Fill("Une idée, une seule", "Une phrase sage"), "Envoyer cette carte");
        var list = await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "1 carte à relire");
        await visitor.SubmitAsync(form.Fill("Une idée, une seule", "Une tout autre phrase"), "Envoyer cette carte");
        var stale = await facilitator.SubmitAndStayAsync(list.Form("Montrer : Une phrase sage"), "Montrer : Une phrase sage");
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale.Main.ShouldContain("Cette carte a changé depuis que vous l’avez lue.");
        var read = await facilitator.PressAsync(stale, "Montrer : Une tout autre phrase");
        read.Main.ShouldContain("1 carte peut paraître au mur.");
    }

    [Fact]
    public async Task Who_leaves_no_words_is_asked_for_none_and_a_forged_card_is_not_kept()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Sans mots");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Votes);
        var (visitor, page) = await app.JoiningAsync(room, keepsWords: false);
        await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        // The form of the former activity, forged into a card of the one that is open.
        var vote = page.Form("D’accord");
        foreach (var button in vote.Element.QuerySelectorAll("button").Skip(1)) button.Remove();
        vote.Element.QuerySelector("button")!.SetAttribute("name", "x");
        var activity = (await (await app.JoiningAsync(room)).Visitor.LookAsync((await app.JoiningAsync(room)).Room)).Document.QuerySelector("input[name=activity]")!.GetAttribute("value")!;
        var refused = await visitor.SubmitAndStayAsync(vote.Forge("activity", activity).Forge("item.a1", "Mes mots quand même"), "D’accord");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Main.ShouldContain("Vous avez choisi de ne pas laisser vos mots.");
        (await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address), "Cartes relues")).Heading.ShouldBe("Toutes les cartes sont relues");
    }

    [Fact]
    public async Task A_vote_for_a_line_that_is_not_there_and_a_choice_that_does_not_exist_are_refused()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Lignes");
        await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Votes);
        var (visitor, page) = await app.JoiningAsync(room);
        var form = page.Form("D’accord");
        foreach (var button in form.Element.QuerySelectorAll("button")) button.SetAttribute("name", "item.99");
        (await visitor.SubmitAndStayAsync(form, "D’accord")).Status.ShouldBe(HttpStatusCode.Conflict);
        foreach (var button in form.Element.QuerySelectorAll("button"))
        {
            button.SetAttribute("name", "item.1");
            button.SetAttribute("value", "12");
        }

        (await visitor.SubmitAndStayAsync(form, "D’accord")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_seal_that_is_not_one_and_a_room_of_another_council_are_not_there()
    {
        var (_, _, room) = await app.OpenedAsync("Chez nous");
        var visitor = app.Visitor();
        foreach (var address in new[] { "/fr/workshops/room/abc", "/fr/workshops/card/00ff", "/fr/workshops/rien/screen", "/fr/workshops/rien/changes", $"/fr/c/rivage/workshops/join/{room}", "/fr/c/rivage/workshops/chez-nous/screen" })
            (await visitor.PeekAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
    }
}
