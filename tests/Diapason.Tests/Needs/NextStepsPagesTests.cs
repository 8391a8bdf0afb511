using System.Net;
using Diapason.Needs.Data;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

public sealed class NextStepsPagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Leads_from_eight_questions_to_at_most_five_steps_with_reasons()
    {
        var page = await Walk.ToStepsAsync(app.Visitor());
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Address.ShouldBe("/fr/next-steps/mine");
        page.Heading.ShouldBe("Votre premier besoin : nommer votre besoin avant de chercher un outil");
        Walk.Steps(page).Count.ShouldBeInRange(1, 5);
        Walk.Reasons(page).ShouldAllBe(r => r.Length > 10);
        Walk.Reasons(page).ShouldContain(r => r.StartsWith("Parce que « Bâtir la programmation ou prendre une décision stratégique » fait partie des tâches que le milieu veut garder sans IA."));
        page.Main.ShouldContain("Aucune IA nécessaire, 20 minutes");
        page.Main.ShouldContain("De « Pas encore » à « J’applique ».");
    }

    [Fact]
    public async Task Who_sets_every_step_aside_is_told_so_and_not_that_they_know_enough()
    {
        var visitor = app.Visitor();
        var page = await Walk.ToStepsAsync(visitor);
        for (var presses = 0; Walk.Steps(page) is [var first, ..] && presses < 80; presses++) page = await visitor.SubmitAsync(page.Form($"Pas pour moi : {first}"));
        Walk.Steps(page).ShouldBeEmpty();
        page.Main.ShouldContain("Vous avez écarté tout ce que l’offre propose");
        page.Main.ShouldContain("Vous pouvez remettre");
        page.Main.ShouldNotContain("Ce que vous savez, d’autres le cherchent");
        Walk.Steps(await visitor.SubmitAsync(page.Form("Remettre : " + Page.Words(page.Document.QuerySelector("details.donnees li span")?.TextContent)))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Speaks_English_from_end_to_end()
    {
        var page = await Walk.ToStepsAsync(app.Visitor(), "/en");
        page.Heading.ShouldBe("Your first need: naming your need before looking for a tool");
        Walk.Reasons(page).ShouldContain(r => r.StartsWith("Because “Building the program or making a strategic decision” is among the tasks the field wants to keep without AI."));
        page.Main.ShouldContain("No AI needed, 20 minutes");
    }

    [Fact]
    public async Task Switching_language_keeps_everything()
    {
        var visitor = app.Visitor();
        var french = await Walk.ToStepsAsync(visitor);
        var english = await visitor.FollowAsync(french, "English");
        english.Address.ShouldBe("/en/next-steps/mine");
        Walk.Steps(english).Count.ShouldBe(Walk.Steps(french).Count);
        english.Heading.ShouldStartWith("Your first need");
    }

    [Fact]
    public async Task Refuses_an_empty_page_of_questions_and_says_what_is_missing_in_order()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/next-steps/quick");
        var refused = await visitor.SubmitAsync(page.Form().Choose("Gestion"), "Continuer");
        refused.Status.ShouldBe(HttpStatusCode.OK, "asked with GET: going back and forth sends nothing again");
        refused.Errors.Count.ShouldBe(4);
        refused.Errors[0].ShouldBe("Choisissez une réponse : « Dans quelle situation travaillez-vous surtout? »");
        refused.Title.ShouldStartWith("Erreur");
        refused.Document.QuerySelectorAll("input:checked").Length.ShouldBe(1, "what was chosen is kept");
        refused.Document.QuerySelector("[role=alert] a")!.GetAttribute("href").ShouldBe("#Input_Status");
    }

    [Fact]
    public async Task Refuses_a_code_that_is_not_on_the_list()
    {
        var visitor = app.Visitor();
        var form = (await visitor.GoAsync("/en/next-steps/quick")).Form();
        foreach (var answer in Walk.English) form.Choose(answer);
        var refused = await visitor.SubmitAsync(form.Forge("Input.Goal", "world-peace"), "Continue");
        refused.Errors.ShouldBe(["Choose an answer: “In three months, what would you like to be able to say?”"]);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("")]
    [InlineData("1; drop table")]
    public async Task Refuses_a_level_that_does_not_exist(string level)
    {
        var visitor = app.Visitor();
        var form = (await Walk.ToPositionsAsync(visitor)).Form();
        var refused = await visitor.SubmitAsync(form.Forge("level.choose", level), "Voir mes prochaines étapes");
        refused.Address.ShouldStartWith("/fr/next-steps/quick/positions");
        refused.Errors.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("/fr/next-steps/mine", "/fr/next-steps")]
    [InlineData("/fr/next-steps/quick/positions", "/fr/next-steps/quick")]
    [InlineData("/en/next-steps/code", "/en/next-steps/mine")]
    public async Task Sends_whoever_has_no_path_back_to_the_start(string address, string expected) =>
        (await app.Visitor().PeekAsync(address)).Location.ShouldBe(expected);

    [Fact]
    public async Task Not_for_me_changes_the_list_and_can_be_undone()
    {
        var visitor = app.Visitor();
        var before = await Walk.ToStepsAsync(visitor);
        var refused = Walk.Steps(before)[1];
        var after = await visitor.SubmitAsync(before.Form($"Pas pour moi : {refused}"));
        Walk.Steps(after).ShouldNotContain(refused);
        Walk.Steps(after).Count.ShouldBeGreaterThanOrEqualTo(Walk.Steps(before).Count - 1, "another takes its place when there is one");
        after.Main.ShouldContain("Étapes écartées (1)");
        var back = await visitor.SubmitAsync(after.Form($"Remettre : {refused}"));
        Walk.Steps(back).ShouldBe(Walk.Steps(before));
    }

    [Fact]
    public async Task Not_for_me_ignores_an_entry_that_does_not_exist()
    {
        var visitor = app.Visitor();
        var before = await Walk.ToStepsAsync(visitor);
        var after = await visitor.SubmitAsync(before.Form($"Pas pour moi : {Walk.Steps(before)[0]}").Forge("entry", "no-such-entry"));
        Walk.Steps(after).ShouldBe(Walk.Steps(before));
    }

    [Fact]
    public async Task Stores_nothing_unless_asked()
    {
        var visitor = app.Visitor();
        var page = await Walk.ToStepsAsync(visitor);
        await visitor.SubmitAsync(page.Form($"Pas pour moi : {Walk.Steps(page)[0]}"));
        (await app.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().EveryCouncil<SavedPath>().CountAsync())).ShouldBe(0);
        page.Main.ShouldContain("Ces étapes ne sont pas enregistrées chez nous.");
    }

    [Fact]
    public async Task A_person_alone_is_not_sent_to_gather_a_team()
    {
        var visitor = app.Visitor();
        var form = (await visitor.GoAsync("/fr/next-steps/quick")).Form();
        foreach (var answer in (string[])["Je travaille à mon compte", "Gestion", "Répondre aux courriels et aux demandes courantes", "Mon entourage de travail y est réticent", "Nous avons des règles claires"]) form.Choose(answer);
        form = (await visitor.SubmitAsync(form, "Continuer")).Form();
        form.Choose("J’apprends par moi-même un nouveau logiciel et je travaille à plusieurs dans un même document.", "Avoir les bases numériques");
        foreach (var name in (string[])["Comprendre les enjeux éthiques de l’IA", "Gérer les risques : Loi 25 et cybersécurité"]) form.Choose("Aucune de ces phrases, pas encore", name);
        var steps = Walk.Steps(await visitor.SubmitAsync(form, "Voir mes prochaines étapes"));
        steps.ShouldNotBeEmpty();
        steps.ShouldNotContain(s => s.Contains("équipe") || s.Contains("politique"));
    }

    [Fact]
    public async Task Somebody_alone_who_feels_not_up_to_it_starts_with_what_holds_them_back()
    {
        var visitor = app.Visitor();
        var form = (await visitor.GoAsync("/en/next-steps/quick")).Form();
        foreach (var answer in (string[])["I am self-employed", "Production", "Preparing a grant application", "I feel I am not up to it", "I save time on repetitive tasks"]) form.Choose(answer);
        form = (await visitor.SubmitAsync(form, "Continue")).Form();
        foreach (var group in form.Element.QuerySelectorAll("fieldset:has(input[type=radio])"))
            form.Choose(Page.Words(group.QuerySelectorAll("label").ElementAt(1).TextContent), Page.Words(group.QuerySelector("legend")?.TextContent));
        var mine = await visitor.SubmitAsync(form, "See my next steps");
        mine.Heading.ShouldBe("You already have something to build on: let us start with what holds you back");
        Walk.Steps(mine).Count.ShouldBe(5);
        Walk.Steps(mine)[0].ShouldBe("Prompt notebook for a grant application");
        Walk.Reasons(mine)[0].ShouldBe("Because it answers what holds you back most: “I feel I am not up to it”. It is made for the task you have in hand: “Preparing a grant application”.");
        mine.Main.ShouldNotContain("in a team");
        mine.Document.QuerySelectorAll("li.but .repere").ShouldHaveSingleItem().TextContent.ShouldBeEmpty("the goal is not one of the five");
    }

    [Fact]
    public async Task On_paper_the_steps_say_when_where_and_how_to_find_them_again()
    {
        var page = await Walk.ToStepsAsync(app.Visitor());
        var paper = page.Document.QuerySelectorAll("main .papier").Select(p => Page.Words(p.TextContent)).ToList();
        paper[0].ShouldContain("/fr/next-steps");
        paper[0].ShouldContain("Elles ne sont gardées sous aucun code");
        paper.Count.ShouldBe(1 + Walk.Steps(page).Count);
        paper[1].ShouldContain("/fr/next-steps/offer/");
        page.Document.QuerySelector(".chapeau .ecran")!.TextContent.ShouldContain("Écartez celle qui ne vous convient pas");
    }

    [Fact]
    public async Task Shows_an_entry_with_its_facts()
    {
        var page = await app.Visitor().GoAsync("/fr/next-steps/offer/three-piles");
        page.Heading.ShouldBe("Une heure pour trier ses tâches en trois piles");
        page.Main.ShouldNotContain("Étape inventée pour la démonstration");
        page.Main.ShouldContain("1 heure");
        page.Main.ShouldContain("Gratuit");
        page.Main.ShouldContain("CC BY 4.0");
    }

    [Fact]
    public async Task Does_not_find_an_entry_that_is_not_there() =>
        (await app.Visitor().GoAsync("/fr/next-steps/offer/no-such-entry")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Keeps_one_councils_path_out_of_the_other()
    {
        var visitor = app.Visitor();
        await Walk.ToStepsAsync(visitor);
        (await visitor.PeekAsync("/fr/c/rivage/next-steps/mine")).Location.ShouldBe("/fr/c/rivage/next-steps");
        (await Walk.ToStepsAsync(visitor, "/fr/c/rivage")).Address.ShouldBe("/fr/c/rivage/next-steps/mine");
    }

    [Theory]
    [InlineData("/fr/next-steps")]
    [InlineData("/en/next-steps/quick")]
    [InlineData("/fr/next-steps/resume")]
    public async Task Never_lets_what_a_person_says_be_stored_by_a_shared_browser(string address)
    {
        using var response = await app.Visitor().Client.GetAsync(address, TestContext.Current.CancellationToken);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
