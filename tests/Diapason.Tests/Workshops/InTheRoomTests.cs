using System.Net;
using System.Text.RegularExpressions;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Workshops;

/// <summary>From the number on the wall to a card one keeps, without an account and without script.</summary>
public sealed partial class InTheRoomTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_day_made_from_a_model_is_joined_answered_revealed_and_found_again_by_its_code()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("La grande journée");
        var people = new List<(Visitor Visitor, Page Room)>();
        for (var i = 0; i < 5; i++) people.Add(await app.JoiningAsync(room));
        people[0].Room.Heading.ShouldBe("Vous êtes dans la salle");

        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Votes);
        lead.Main.ShouldContain("Ouverte en ce moment");
        var first = await people[0].Visitor.LookAsync(people[0].Room);
        first.Heading.ShouldBe("Je veux savoir quand une image qu’on me montre a été faite par une machine.");
        var next = await people[0].Visitor.PressAsync(first, "D’accord");
        next.Main.ShouldContain("Réponse reçue : « D’accord », numéro 1.");
        next.Heading.ShouldBe("Une machine peut rédiger nos comptes rendus, si quelqu’un les relit.");
        var again = await people[0].Visitor.FollowAsync(next, "Changer");
        next = await people[0].Visitor.PressAsync(again, "Pas d’accord");
        next.Main.ShouldContain("Réponse reçue : « Pas d’accord », numéro 1.");
        for (var line = 2; line <= 8; line++) next = await people[0].Visitor.PressAsync(next, "Je passe");
        next.Heading.ShouldBe("Vous avez répondu à tout, 8 sur 8");

        foreach (var (visitor, page) in people.Skip(1)) await visitor.PressAsync(await visitor.LookAsync(page), "D’accord");
        var wall = await app.Visitor().GoAsync("/fr/workshops/la-grande-journee/screen");
        wall.Main.ShouldContain("Presque toute la salle a répondu. Les résultats sont cachés");
        wall.Main.ShouldNotContain("D’accord 4");
        lead = await facilitator.PressAsync(lead, "Révéler : D’accord ou pas d’accord?");
        wall = await app.Visitor().GoAsync("/fr/workshops/la-grande-journee/screen");
        wall.Main.ShouldContain("D’accord 4");
        // One person against is not told to a room.
        wall.Main.ShouldContain("Pas d’accord moins de 3");
        // One person went on alone: her other lines would be hers in clear; and a total would give back who was against.
        wall.Main.ShouldContain("Une machine peut rédiger nos comptes rendus, si quelqu’un les relit. trop peu de réponses");
        wall.Main.ShouldNotContain("Je passe 1");
        wall.Main.ShouldNotContain("5 personnes ont répondu");
        lead.Main.ShouldNotContain("Ouverte en ce moment", customMessage: "a wall that moved at each vote would tell it");
        var late = await people[1].Visitor.LookAsync(people[1].Room);
        late.Heading.ShouldBe("Vous êtes dans la salle");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Votes);
        (await app.Visitor().GoAsync("/fr/workshops/la-grande-journee/screen")).Main.ShouldNotContain("D’accord 4");
    }

    [Fact]
    public async Task Under_five_people_nothing_is_shown_even_when_it_is_revealed()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Trois personnes");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Votes);
        for (var i = 0; i < 4; i++)
        {
            var (visitor, page) = await app.JoiningAsync(room);
            await visitor.PressAsync(page, "D’accord");
        }

        await facilitator.PressAsync(lead, "Révéler : D’accord ou pas d’accord?");
        var wall = await app.Visitor().GoAsync("/fr/workshops/trois-personnes/screen");
        wall.Main.ShouldContain("Moins de 5 personnes ont répondu");
        wall.Main.ShouldNotContain("D’accord 4");
    }

    [Fact]
    public async Task Tasks_go_to_three_piles_and_dots_are_counted_against_a_budget()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Trois piles");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Piles);
        var (visitor, page) = await app.JoiningAsync(room);
        page.Heading.ShouldBe("Rédiger le compte rendu d’une réunion");
        var button = page.Document.QuerySelector(".piles button")!;
        Page.Words(button.TextContent).ShouldBe("Confier à l’IA 0 carte");
        page = await visitor.PressAsync(page, Page.Words(button.TextContent));
        page.Main.ShouldContain("Réponse reçue : « Confier à l’IA », numéro 1.");
        page.Main.ShouldContain("Confier à l’IA 1 carte");
        page = await visitor.PressAsync(page, "Je ne fais pas cette tâche");
        page.Heading.ShouldBe("Choisir les œuvres d’une saison");

        await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Dots);
        page = await visitor.LookAsync(page);
        var form = page.Form("Envoyer").Fill("Avoir du temps payé pour apprendre", "4").Fill("Écrire des règles dans chaque organisme", "3");
        var refused = await visitor.SubmitAndStayAsync(form, "Envoyer");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldContain("Vous avez posé 7 points; il y en a 5. Enlevez-en.");
        refused.Form("Envoyer").Value("Avoir du temps payé pour apprendre").ShouldBe("4");
        page = await visitor.SubmitAsync(refused.Form("Envoyer").Fill("Écrire des règles dans chaque organisme", "1"), "Envoyer");
        page.Main.ShouldContain("Réponse reçue.");
        page.Form("Envoyer de nouveau").Value("Avoir du temps payé pour apprendre").ShouldBe("4");
        // A line left empty takes its dots back: five are five.
        page = await visitor.SubmitAsync(page.Form("Envoyer de nouveau").Fill("Avoir du temps payé pour apprendre", "").Fill("Écrire des règles dans chaque organisme", "5"), "Envoyer de nouveau");
        page.Form("Envoyer de nouveau").Value("Avoir du temps payé pour apprendre").ShouldBe("");
        page.Form("Envoyer de nouveau").Value("Écrire des règles dans chaque organisme").ShouldBe("5");
    }

    [Fact]
    public async Task A_card_is_read_over_before_the_wall_and_its_author_reads_why_it_is_not_shown()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Mot à mot");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        var people = new List<(Visitor Visitor, Page Room)>();
        for (var i = 0; i < 5; i++)
        {
            var (visitor, page) = await app.JoiningAsync(room);
            people.Add((visitor, await visitor.CardAsync(page, i == 0 ? "مرحبا <b>🙂</b> relire à deux" : $"Idée {i}")));
        }

        people[0].Room.Main.ShouldContain("Carte reçue, gardée mot à mot.");
        lead = await facilitator.PressAsync(lead, $"Révéler : {WorkshopsVisits.Cards}");
        (await app.Visitor().GoAsync("/fr/workshops/mot-a-mot/screen")).Main.ShouldNotContain("relire à deux");
        var words = await facilitator.FollowAsync(lead, "5 cartes à relire");
        words = await facilitator.PressAsync(words, "Montrer : مرحبا <b>🙂</b> relire à deux");
        var hide = "Ne pas montrer : Idée 1";
        var missing = await facilitator.SubmitAndStayAsync(words.Form(hide), hide);
        missing.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        missing.Main.ShouldContain("Dites pourquoi cette carte n’est pas montrée.");
        words = await facilitator.SubmitAsync(words.Form(hide).Fill("Pourquoi", "names"), hide);
        words.Main.ShouldContain("elle nomme quelqu’un : 1");
        var wall = await app.Visitor().GoAsync("/fr/workshops/mot-a-mot/screen");
        wall.Main.ShouldContain("مرحبا <b>🙂</b> relire à deux");
        wall.Html.ShouldNotContain("<b>🙂");
        wall.Main.ShouldNotContain("Idée 1");
        var card = await people[1].Visitor.FollowAsync(await people[1].Visitor.LookAsync(people[1].Room), "Ma carte et mon code");
        card.Main.ShouldContain("« Idée 1 » Gardée, mais pas affichée : elle nomme quelqu’un.");
    }

    [Fact]
    public async Task A_code_finds_the_card_again_and_takes_back_words_or_all()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Tout reprendre");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        var (visitor, page) = await app.JoiningAsync(room, onDevice: true);
        page = await visitor.CardAsync(page, "Une heure payée par mois");
        await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Votes);
        page = await visitor.PressAsync(await visitor.LookAsync(page), "D’accord");
        var card = await visitor.FollowAsync(page, "Ma carte et mon code");
        card.Main.ShouldContain("« Une heure payée par mois » Reçue, gardée mot à mot");
        var code = Code().Match(Page.Words(card.Document.QuerySelector(".code-garde")!.TextContent)).Value;
        (await visitor.GoAsync("/fr/notebook")).Main.ShouldContain("Tout reprendre");

        var elsewhere = app.Visitor();
        var find = await elsewhere.GoAsync("/fr/workshops/code");
        (await elsewhere.SubmitAndStayAsync(find.Form("Voir ma carte").Fill("Code de votre carte", "CARTE-0000"), "Voir ma carte")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        card = await elsewhere.SubmitAsync(find.Form("Voir ma carte").Fill("Code de votre carte", code.ToLowerInvariant()), "Voir ma carte");
        card.Main.ShouldContain("Une heure payée par mois");
        card = await elsewhere.PressAsync(card, "Retirer mes mots");
        card.Main.ShouldNotContain("Une heure payée par mois");
        card.Main.ShouldContain("1 choix");
        var gone = await elsewhere.PressAsync(card, "Tout retirer");
        gone.Main.ShouldContain("Tout ce que vous aviez dit est détruit");
        (await elsewhere.SubmitAndStayAsync(gone.Form("Voir ma carte").Fill("Code de votre carte", code), "Voir ma carte")).Main.ShouldContain("Aucune carte n’a ce code.");
        (await visitor.PeekAsync(page.Address.Split('?')[0])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [GeneratedRegex(@"CARTE-[0-9A-Z-]+")]
    private static partial Regex Code();
}
