using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>From the consultation's questionnaire to the steps, on the same device.</summary>
public sealed class FromAnswersTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const int MostPages = 40;

    [Fact]
    public async Task Starts_from_the_answers_just_given_without_another_question()
    {
        var visitor = app.Visitor();
        await AnswerAsync(visitor, new Dictionary<string, string>
        {
            ["status"] = "self_employed",
            ["obstacle_self"] = "concerns",
            ["piles.programme"] = "keep",
            ["comp.limits.importance"] = "5",
            ["comp.limits.mastery"] = "2",
            ["comp.prompt.importance"] = "1",
            ["comp.prompt.mastery"] = "1",
        });
        var receipt = await SendAsync(visitor);
        receipt.Main.ShouldContain("Elles sont prêtes, sans autre question");
        var start = await visitor.FollowAsync(receipt, "Trouver mes prochaines étapes");
        var mine = await visitor.SubmitAsync(start.Form("Voir mes étapes"));
        mine.Address.ShouldBe("/fr/next-steps/mine");
        mine.Heading.ShouldBe("Commençons par ce qui vous freine", "the first step answers the title");
        Walk.Reasons(mine).ShouldContain(r => r.StartsWith("Parce que vous jugez importante la compétence « Connaître les possibilités et les limites de l’IA », et vous y débutez."));
        Walk.Reasons(mine).ShouldContain(r => r.Contains("Parce que vous gardez « Bâtir la programmation annuelle » sans IA."));
        mine.Document.QuerySelectorAll(".retenir .surtitre").Select(e => Page.Words(e.TextContent)).ShouldBe(["Possibilités et limites"], "what is called unimportant is not a need");
    }

    [Fact]
    public async Task A_maker_who_never_uses_AI_and_fears_for_their_works_is_led_to_the_refusal_first_in_their_own_words()
    {
        var visitor = app.Visitor();
        await AnswerAsync(visitor, new Dictionary<string, string>
        {
            ["status"] = "self_employed",
            ["role"] = "artist",
            ["ai_use"] = "never",
            ["obstacle_self"] = "data",
            ["comp.risk.importance"] = "5",
            ["comp.risk.mastery"] = "1",
            ["comp.ethics.importance"] = "4",
            ["comp.ethics.mastery"] = "1",
        });
        var mine = await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps")).Form("Voir mes étapes"));
        Walk.Steps(mine)[0].ShouldBe("Dire non à l’entraînement des IA avec ses œuvres");
        Walk.Reasons(mine)[0].ShouldStartWith("Parce qu’elle répond à ce qui vous freine le plus : « La crainte pour mes œuvres, mes données ou mes droits ».");
        foreach (var foreign in new[] { "confier à un outil", "je note mes usages", "Dire au public ce qui vient d’une IA", "registre des usages" }) mine.Main.ShouldNotContain(foreign);
        mine.Heading.ShouldBe("Votre premier besoin : protéger vos œuvres et vos renseignements, même sans vous servir de l’IA");
        Walk.Reasons(await visitor.FollowAsync(mine, "English"))[0].ShouldStartWith("Because it answers what holds you back most: “Worry about my works, my data or my rights”.");
    }

    [Fact]
    public async Task Reasons_speak_of_the_answers_and_every_need_has_its_target()
    {
        var visitor = app.Visitor();
        var codes = new Dictionary<string, string> { ["status"] = "self_employed", ["obstacle_self"] = "time", ["ai_use"] = "often", ["ai_purposes"] = "translation", ["piles.reports"] = "hand" };
        string[] needed = ["literacy", "risk", "limits", "ethics", "choose", "critical"];
        foreach (var competency in needed) (codes[$"comp.{competency}.importance"], codes[$"comp.{competency}.mastery"]) = ("4", "1");
        codes["comp.critical.mastery"] = "2";
        await AnswerAsync(visitor, codes);
        var mine = await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps")).Form("Voir mes étapes"));
        Walk.Reasons(mine)[0].ShouldStartWith("Parce que tout le reste s’appuie sur « Bases numériques » et que, d’après vos réponses, vous n’y êtes pas encore à l’aise.");
        Walk.Reasons(mine).ShouldNotContain(r => r.Contains("aucune phrase"));
        mine.Document.QuerySelectorAll("details.donnees tbody tr").Select(row => Page.Words(row.QuerySelectorAll("td")[^1].TextContent)).ShouldBe(Enumerable.Repeat("2 sur 3", needed.Length), "as many as are said important and not mastered");
    }

    [Fact]
    public async Task Steps_drawn_from_answers_go_when_these_are_taken_back()
    {
        var visitor = app.Visitor();
        await AnswerAsync(visitor, new Dictionary<string, string> { ["ai_use"] = "often", ["comp.limits.importance"] = "4", ["comp.limits.mastery"] = "2", ["comp.critical.importance"] = "4", ["comp.critical.mastery"] = "2" });
        (await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps")).Form("Voir mes étapes"))).Address.ShouldBe("/fr/next-steps/mine");
        var withdraw = await visitor.GoAsync("/fr/consultation/ia-2026/withdraw");
        (await visitor.SubmitAsync(withdraw.Form("Effacer mes réponses"))).Main.ShouldContain("effacées");
        (await visitor.GoAsync("/fr/next-steps/mine")).Address.ShouldNotBe("/fr/next-steps/mine");
    }

    [Fact]
    public async Task Who_ticked_translation_is_led_to_it_in_the_words_they_ticked()
    {
        var visitor = app.Visitor();
        await AnswerAsync(visitor, new Dictionary<string, string>
        {
            ["ai_use"] = "often",
            ["ai_purposes"] = "translation",
            ["comp.limits.importance"] = "4",
            ["comp.limits.mastery"] = "2",
            ["comp.critical.importance"] = "4",
            ["comp.critical.mastery"] = "2",
        });
        var mine = await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps")).Form("Voir mes étapes"));
        Walk.Steps(mine).ShouldContain("Relire une traduction automatique");
        Walk.Reasons(mine).ShouldContain(r => r.Contains("Elle sert aussi pour ce que vous faites déjà : « Traduire, transcrire ou sous-titrer »."));
    }

    [Fact]
    public async Task The_quick_questions_lead_there_too_in_the_words_that_were_chosen()
    {
        var visitor = app.Visitor();
        var form = (await visitor.GoAsync("/fr/next-steps/quick")).Form();
        foreach (var answer in (string[])["Je travaille à mon compte", "Recherche et création", "Chercher, écrire, composer, fabriquer", "Je crains pour les données, les œuvres ou les droits", "Je comprends de quoi on parle"]) form.Choose(answer);
        form = (await visitor.SubmitAsync(form, "Continuer")).Form();
        foreach (var group in form.Element.QuerySelectorAll("fieldset:has(input[type=radio]) > legend").Select(l => Page.Words(l.TextContent)).ToList())
            form.Choose(group == "Avoir les bases numériques" ? "J’apprends par moi-même un nouveau logiciel et je travaille à plusieurs dans un même document." : "Aucune de ces phrases, pas encore", group);
        var mine = await visitor.SubmitAsync(form, "Voir mes prochaines étapes");
        Walk.Steps(mine)[0].ShouldBe("Dire non à l’entraînement des IA avec ses œuvres");
        Walk.Reasons(mine)[0].ShouldStartWith("Parce qu’elle répond à ce qui vous freine le plus : « Je crains pour les données, les œuvres ou les droits ».");
    }

    [Fact]
    public async Task Says_so_when_the_answers_do_not_tell_where_the_person_stands()
    {
        var visitor = app.Visitor();
        await AnswerAsync(visitor, new Dictionary<string, string> { ["status"] = "employee" });
        var receipt = await SendAsync(visitor);
        receipt.Main.ShouldNotContain("Elles sont prêtes");
        receipt.Link("Répondre aux questions rapides").ShouldBe("/fr/next-steps/quick");
        var start = await visitor.GoAsync("/en/next-steps");
        start.Main.ShouldNotContain("no further question");
        start.Main.ShouldContain("Your answers to the consultation do not yet say where you stand");
        start.Link("Answer the quick questions").ShouldBe("/en/next-steps/quick");
        start.Document.QuerySelectorAll("main form").ShouldBeEmpty("no button that would be refused");
    }

    [Fact]
    public async Task Proposes_no_such_start_to_whoever_has_not_answered() =>
        (await app.Visitor().GoAsync("/fr/next-steps")).Main.ShouldNotContain("Partir de mes réponses");

    private static async Task<Page> SendAsync(Visitor visitor) =>
        await visitor.SubmitAsync((await visitor.GoAsync("/fr/consultation/ia-2026/check")).Form("Envoyer mes réponses"), "Envoyer mes réponses");

    /// <summary>Goes through the questionnaire, choosing these codes where they are asked and skipping the rest.</summary>
    private static async Task AnswerAsync(Visitor visitor, Dictionary<string, string> codes)
    {
        var page = await visitor.GoAsync("/fr/consultation/ia-2026");
        var begin = page.Form("Commencer");
        foreach (var box in begin.Element.QuerySelectorAll("input[type=checkbox], input[type=radio]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Take(1)) box.IsChecked = true;
        page = await visitor.SubmitAsync(begin, "Commencer");
        for (var i = 0; i < MostPages && page.Address.Contains("/p/", StringComparison.Ordinal); i++)
        {
            var form = page.Form("Continuer");
            foreach (var (name, code) in codes)
                if (form.Element.QuerySelector($"input[name='{name}'][value='{code}']") is AngleSharp.Html.Dom.IHtmlInputElement input) input.IsChecked = true;
            page = await visitor.SubmitAsync(form, "Continuer");
            if (page.Errors.Count > 0) page = await visitor.SubmitAsync(page.Form("Passer"), "Passer");
        }
    }
}
