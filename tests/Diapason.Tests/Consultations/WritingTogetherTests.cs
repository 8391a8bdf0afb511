using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>Two people, or two tabs, write one questionnaire; nobody's words go under another's, whatever button is pressed.</summary>
public sealed class WritingTogetherTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task What_each_changed_of_one_question_is_kept_field_by_field()
    {
        var (first, second, one) = await ChoiceAsync("Champ par champ");
        var other = await second.GoAsync(one.Address);
        await first.SaveAsync(one, form => form.Fill("Titre (français)", "Utilisez-vous l’IA?").Fill("Choix 2 (français)", "Jamais").Fill("Choix 3 (français)", "Parfois").Fill("Choix 3 (anglais)", "Sometimes").Choose("Réponse obligatoire"));
        other = await second.SaveAsync(other, form => form.Fill("Titre (anglais)", "Do you use AI?").Fill("Choix 1 (anglais)", "Yes, I do").Fill("Choix 3 (français)", "Souvent").Fill("Choix 3 (anglais)", "Often").Choose("Je ne sais pas", "Peut aussi répondre (facultatif)"));
        other.Main.ShouldContain("Les deux changements sont gardés");
        other.Main.ShouldContain("Choix ajouté (français)");
        var form = other.Form("Enregistrer");
        form.Value("Titre (français)").ShouldBe("Utilisez-vous l’IA?");
        form.Value("Titre (anglais)").ShouldBe("Do you use AI?");
        form.Value("Choix 1 (anglais)").ShouldBe("Yes, I do");
        form.Value("Choix 2 (français)").ShouldBe("Jamais");
        new[] { form.Value("Choix 3 (français)"), form.Value("Choix 4 (français)") }.ShouldBe(["Souvent", "Parfois"], ignoreOrder: true);
        other.Document.QuerySelector("[name='value.required'][checked]").ShouldNotBeNull();
        other.Document.QuerySelector("[name=missing][value=dont_know][checked]").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_both_changed_is_shown_both_and_the_rest_is_taken()
    {
        var (first, second, one) = await ChoiceAsync("Deux textes");
        var other = await second.GoAsync(one.Address);
        await first.SaveAsync(one, form => form.Fill("Titre (français)", "Le premier titre").Fill("Choix 1 (français)", "Bien sûr"));
        var refused = await second.SubmitAndStayAsync(other.Form("Descendre").Fill("Titre (français)", "Le second titre").Fill("Choix 2 (français)", "Surtout pas"), "Descendre");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Main.ShouldContain("Titre (français) Le second titre Le premier titre");
        refused.Main.ShouldContain("Choix « Bien sûr » (français)");
        refused.Main.ShouldNotContain("Surtout pas Non");
        var form = refused.Form("Enregistrer");
        (form.Value("Titre (français)"), form.Value("Choix 1 (français)"), form.Value("Choix 2 (français)")).ShouldBe(("Le second titre", "Bien sûr", "Surtout pas"));
        var kept = await second.SaveAsync(refused, same => same);
        kept.Status.ShouldBe(HttpStatusCode.OK);
        kept.Form("Enregistrer").Value("Choix 1 (français)").ShouldBe("Bien sûr");
    }

    [Fact]
    public async Task What_was_renamed_or_taken_out_meanwhile_is_told_and_nothing_else_is_overwritten()
    {
        var (first, second, one) = await ChoiceAsync("Le vrai titre");
        var other = await second.GoAsync(one.Address);
        await first.SaveAsync(one, form => form.Fill("Nom dans les données", "autrement"));
        var refused = await second.SubmitAndStayAsync(other.Form("Enregistrer").Fill("Titre (français)", "Écrit trop tard"), "Enregistrer");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Main.ShouldContain("retiré ou renommé");
        refused.Form("Enregistrer").Value("Titre (français)").ShouldBe("Écrit trop tard");
        (await second.GoAsync("/fr/manage/questionnaires")).Main.ShouldContain("Le vrai titre");
        (await second.GoAsync("/fr/manage/questionnaires")).Main.ShouldNotContain("Écrit trop tard");
    }

    [Fact]
    public async Task A_question_moved_to_another_page_meanwhile_is_found_there()
    {
        var (first, second, one) = await ChoiceAsync("Ailleurs");
        one = await first.SubmitAsync(one.Form("Ajouter sur la même page").Fill("Sorte de la nouvelle question", "Un nombre"), "Ajouter sur la même page");
        var other = await second.GoAsync(one.Address);
        one = await first.AddAsync(one, "Une date");
        await first.SubmitAsync((await first.GoAsync(other.Address)).Form("Descendre"), "Descendre");
        var kept = await second.SaveAsync(other, form => form.Fill("Titre (français)", "Combien?"));
        kept.Status.ShouldBe(HttpStatusCode.OK, kept.Main);
        kept.Main.ShouldContain("Les deux changements sont gardés");
        kept.Form("Enregistrer").Value("Titre (français)").ShouldBe("Combien?");
    }

    [Theory]
    [InlineData("Monter")]
    [InlineData("Descendre")]
    [InlineData("Copier")]
    [InlineData("Ajouter une question")]
    [InlineData("Ajouter sur la même page")]
    [InlineData("Ajouter une section")]
    [InlineData("Enregistrer et ajouter des choix")]
    [InlineData("Monter la ligne 2")]
    public async Task Every_button_keeps_what_is_typed(string button)
    {
        var (author, _, one) = await ChoiceAsync("Boutons");
        await author.SubmitAsync(one.Form(button).Fill("Titre (français)", "Tapé avant le bouton").Fill("Choix 1 (anglais)", "Typed before"), button);
        var form = (await author.GoAsync(one.Address)).Form("Enregistrer");
        form.Value("Titre (français)").ShouldBe("Tapé avant le bouton");
        new[] { form.Value("Choix 1 (anglais)"), form.Value("Choix 2 (anglais)") }.ShouldContain("Typed before");
    }

    [Fact]
    public async Task Taking_a_step_back_or_a_question_out_keeps_what_was_typed_in_the_history()
    {
        var (author, _, one) = await ChoiceAsync("Rien de perdu");
        var back = await author.SubmitAsync(one.Form("Annuler la dernière modification").Fill("Titre (français)", "Un autre titre"), "Annuler la dernière modification");
        back.Form("Enregistrer").Value("Titre (français)").ShouldBe("Oui ou non?");
        back = await author.SubmitAsync(back.Form("Refaire le geste annulé"), "Refaire le geste annulé");
        back.Form("Enregistrer").Value("Titre (français)").ShouldBe("Un autre titre");
        var gone = await author.SubmitAsync(back.Form("Retirer").Fill("Titre (français)", "Dernier mot"), "Retirer");
        gone.Main.ShouldContain("C’est retiré");
        back = await author.SubmitAsync(gone.Form("Annuler la dernière modification"), "Annuler la dernière modification");
        (await author.GoAsync(one.Address)).Form("Enregistrer").Value("Titre (français)").ShouldBe("Dernier mot");
    }

    [Fact]
    public async Task A_script_saves_while_one_writes_as_one_step_and_never_mistakes_itself_for_another()
    {
        var (first, second, one) = await ChoiceAsync("Pendant qu’on écrit");
        var other = await second.GoAsync(one.Address);
        foreach (var typed in new[] { "É", "Écr", "Écrit" }) (await KeepAsync(first, one, form => form.Fill("Titre (français)", typed))).Status.ShouldBe(HttpStatusCode.OK);
        var elsewhere = await KeepAsync(second, other, form => form.Fill("Titre (anglais)", "Written"));
        elsewhere.Html.ShouldContain("\"stale\":true");
        (await KeepAsync(second, other, form => form.Fill("Titre (français)", "Autre"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var now = await first.GoAsync(one.Address);
        (now.Form("Enregistrer").Value("Titre (français)"), now.Form("Enregistrer").Value("Titre (anglais)")).ShouldBe(("Écrit", "Written"));
        now = await first.SubmitAsync(now.Form("Annuler la dernière modification"), "Annuler la dernière modification");
        now = await first.SubmitAsync(now.Form("Annuler la dernière modification"), "Annuler la dernière modification");
        now.Form("Enregistrer").Value("Titre (français)").ShouldBe("Oui ou non?");
    }

    [Fact]
    public async Task The_history_says_who_changed_what_in_words_and_any_state_comes_back()
    {
        var (author, second, one) = await ChoiceAsync("Qui, quoi, quand");
        one = await second.SaveAsync(await second.GoAsync(one.Address), form => form.Fill("Choix 3 (français)", "Parfois").Fill("Choix 3 (anglais)", "Sometimes"));
        one = await second.SubmitAsync(one.Form("Monter la ligne 3"), "Monter la ligne 3");
        var history = await author.FollowAsync(one, "Historique");
        history.Main.ShouldContain("Choix ajouté (français) : « Parfois »");
        history.Main.ShouldContain("Choix ajouté (anglais) : « Sometimes »");
        history.Main.ShouldContain("Ordre des choix : « Oui, Parfois, Non »");
        history.Document.QuerySelectorAll("#steps ~ div tbody tr").Select(row => Page.Words(row.Children[1].TextContent)).Distinct().Count().ShouldBe(2);
        var lines = history.Document.QuerySelectorAll("#steps ~ div tbody tr").ToList();
        history = await author.GoAsync(lines[2].QuerySelector("a")!.GetAttribute("href")!);
        history.Main.ShouldContain("Choix ajouté (anglais)");
        var button = history.Document.QuerySelectorAll("main button").Select(b => Page.Words(b.TextContent)).Single(text => text.StartsWith("Revenir à l’état", StringComparison.Ordinal));
        var back = await author.SubmitAsync(history.Form(button), button);
        back.Main.ShouldContain("redevenu le texte");
        (await author.GoAsync(one.Address)).Form("Enregistrer").Value("Choix 3 (français)").ShouldBe("");
        var analyst = await app.SignedInAsync("analyst@culture.example");
        (await analyst.GoAsync(history.Address)).Main.ShouldNotContain(button);
    }

    [Fact]
    public async Task A_draft_is_put_away_asked_first_and_taken_out_again()
    {
        var (author, _, _) = await ChoiceAsync("À ranger");
        var list = await author.GoAsync("/fr/manage/questionnaires");
        var asked = await author.FollowAsync(list, "Archiver À ranger");
        list = await author.SubmitAsync(asked.Form("Archiver ce brouillon"), "Archiver ce brouillon");
        list.Main.ShouldContain("Le brouillon est archivé");
        list.Document.QuerySelectorAll("th a").ShouldNotContain(link => Page.Words(link.TextContent) == "À ranger");
        (await author.GoAsync("/fr/manage/questionnaires/new")).Main.ShouldNotContain("À ranger");
        asked = await author.FollowAsync(list, "Sortir des archives À ranger");
        list = await author.SubmitAsync(asked.Form("Sortir ce brouillon des archives"), "Sortir ce brouillon des archives");
        list.Document.QuerySelectorAll("th a").ShouldContain(link => Page.Words(link.TextContent) == "À ranger");
        (await (await app.SignedInAsync("administrator@culture.example")).GoAsync("/fr/council/audit-trail")).Main.ShouldContain("archivé");
    }

    private static Task<Page> KeepAsync(Visitor author, Page page, Func<Form, Form> fill)
    {
        var form = fill(page.Form("Enregistrer")).Forge("sitting", "one-page-of-" + author.GetHashCode());
        var keep = form.Element.GetAttribute("data-keep");
        form.Element.SetAttribute("action", keep!);
        return author.SubmitAndStayAsync(form, "Enregistrer");
    }

    /// <summary>A draft with a question of one choice, open at that question.</summary>
    private async Task<(Visitor First, Visitor Second, Page Question)> ChoiceAsync(string title)
    {
        var (first, second) = (await app.SignedInAsync("rfc@culture.example"), await app.SignedInAsync("administrator@culture.example"));
        var page = await first.AddAsync(await first.StartBlankAsync(title, title), "Un choix");
        page = await first.SaveAsync(page, form => form.Fill("Titre (français)", "Oui ou non?").Fill("Titre (anglais)", "Yes or no?")
            .Fill("Choix 1 (français)", "Oui").Fill("Choix 1 (anglais)", "Yes").Fill("Choix 2 (français)", "Non").Fill("Choix 2 (anglais)", "No"));
        return (first, second, page);
    }
}
