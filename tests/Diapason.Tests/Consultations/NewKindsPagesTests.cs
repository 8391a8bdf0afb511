using Diapason.Platform.Kits;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Answers quoted in later questions, and options put in order: answered on the pages, sent, exported and explained.</summary>
public sealed class NewKindsPagesTests(NewKindsPagesTests.App app) : IClassFixture<NewKindsPagesTests.App>
{
    [Fact]
    public async Task A_question_quotes_what_was_answered_before_in_the_readers_language()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        page = await visitor.ContinueAsync(page.Form("Continuer").Choose("Diffusion"));
        page = await visitor.PassUntilAsync(page, "/quoted");
        page.Main.ShouldContain("Depuis quand travaillez-vous dans le rôle « Diffusion »?");
        page.Main.ShouldContain("Vous avez dit : Diffusion.");
        page.Title.ShouldNotContain("${");
        (await visitor.GoAsync(page.Address.Replace("/fr/", "/en/"))).Main.ShouldContain("How long have you worked as “Presenting works to the public”?");
        var refused = await visitor.SubmitAsync(page.Form("Continuer").Fill("Depuis quand travaillez-vous dans le rôle « Diffusion »?", "longtemps"), "Continuer");
        refused.Errors.ShouldHaveSingleItem().ShouldNotContain("${");
        page = await visitor.ContinueAsync(refused.Form("Continuer").Fill("Depuis quand travaillez-vous dans le rôle « Diffusion »?", "12"));
        (await visitor.PassUntilAsync(page)).Main.ShouldContain("Depuis quand travaillez-vous dans le rôle « Diffusion »?");
    }

    [Fact]
    public async Task What_was_typed_is_quoted_as_text_and_what_was_not_answered_as_the_text_says()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        page = await visitor.ContinueAsync(page.Form("Continuer").Choose("Un autre rôle").Forge("role.other", "<b>Luthier</b>"));
        page = await visitor.PassUntilAsync(page, "/quoted");
        page.Main.ShouldContain("dans le rôle « <b>Luthier</b> »?");
        page.Html.ShouldNotContain("<b>Luthier");
        var other = app.Visitor();
        (await other.PassUntilAsync(await other.BeginAsync(), "/quoted")).Main.ShouldContain("dans le rôle « que vous avez »?");
    }

    [Fact]
    public async Task Paper_quotes_no_answer_and_says_what_is_said_without_one()
    {
        var paper = await (await app.SignedInAsync("administrator@culture.example")).GoAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/paper");
        paper.Main.ShouldContain("dans le rôle « que vous avez »?");
        paper.Main.ShouldNotContain("[role]");
        paper.Main.ShouldNotContain("${");
    }

    [Fact]
    public async Task Options_are_ranked_by_numbers_and_a_double_is_named()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync(), "/ranked");
        page.Main.ShouldContain("Donnez un rang à 2 choix : 1 pour le premier.");
        var refused = await visitor.SubmitAsync(page.Form("Continuer").Fill("Le temps", "1").Fill("Le coût", "1"), "Continuer");
        refused.Errors.ShouldHaveSingleItem().ShouldBe("« Le temps » et « Le coût » ont tous deux le rang 1 : donnez-leur des rangs différents");
        refused.Document.QuerySelector("select[name='brakes.cost'] option[selected]")!.TextContent.ShouldBe("1");
        page = await visitor.ContinueAsync(refused.Form("Continuer").Fill("Le temps", "2"));
        var check = await visitor.PassUntilAsync(page);
        check.Main.ShouldContain("1. Le coût 2. Le temps");
        (await visitor.GoAsync(page.Address.Replace("/" + page.Address.Split('/')[^1], "/ranked"))).Document.QuerySelector("select[name='brakes.time'] option[selected]")!.TextContent.ShouldBe("2");
        var receipt = await visitor.SubmitAsync(check.Form("Envoyer mes réponses"));
        await app.UntilCountedAsync(receipt.Code());
        (await app.StoredAsync(receipt.Code()))["brakes.first"].Text.ShouldBe("cost");

        var rows = await CellsAsync("/answers.csv");
        var (cost, time, fear, first) = (rows[0].IndexOf("brakes__cost"), rows[0].IndexOf("brakes__time"), rows[0].IndexOf("brakes__fear"), rows[0].IndexOf("brakes.first"));
        rows.ShouldContain(row => row[cost] == "1" && row[time] == "2" && row[fear].Length == 0 && row[first] == "cost");
        var codebook = await CellsAsync("/codebook-fr.csv");
        codebook.ShouldContain(row => row[1] == "brakes__cost" && row[2] == "ranking" && Page.Words(row[9]) == "rang de « Le coût », à partir de 1; vide sans rang");
        codebook.ShouldContain(row => row[0] == "since" && Page.Words(row[5]) == "Depuis quand travaillez-vous dans le rôle « [Quel est votre rôle principal?] »?");
    }

    [Fact]
    public async Task A_value_is_worked_out_shown_and_kept()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync(), "/quoted");
        page = await visitor.ContinueAsync(page.Form("Continuer").Fill("Depuis quand travaillez-vous dans le rôle « Diffusion »?", "12"));
        page.Heading.ShouldBe("Votre ancienneté dans dix ans");
        page.Main.ShouldContain("22");
        page.Main.ShouldNotContain("Passer", Case.Sensitive, "there is nothing to pass");
        var check = await visitor.PassUntilAsync(page);
        check.Main.ShouldNotContain("Votre ancienneté dans dix ans");
        var receipt = await visitor.SubmitAsync(check.Form("Envoyer mes réponses"));
        await app.UntilCountedAsync(receipt.Code());
        var rows = await CellsAsync("/answers.csv");
        rows.ShouldContain(row => row[rows[0].IndexOf("since")] == "12" && row[rows[0].IndexOf("later")] == "22");
        (await CellsAsync("/codebook-fr.csv")).ShouldContain(row => row[0] == "later" && row[9].Contains("${since} + 10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_total_is_shared_and_what_lacks_is_told_with_all_that_was_typed()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync(), "/shared");
        page.Main.ShouldContain("Le total doit faire 100 %. Une case laissée vide compte pour zéro.");
        var refused = await visitor.SubmitAsync(page.Form("Continuer").Fill("En création", "60").Fill("En gestion", "30"), "Continuer");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("le total doit faire 100; il fait 90");
        (refused.Form("Continuer").Value("En création"), refused.Form("Continuer").Value("En gestion")).ShouldBe(("60", "30"));
        page = await visitor.ContinueAsync(refused.Form("Continuer").Fill("En gestion", "40"));
        var check = await visitor.PassUntilAsync(page);
        check.Main.ShouldContain("En création 60");
        (await app.StoredAsync(check.Code()))["week.make"].Number.ShouldBe(60);
    }

    [Fact]
    public async Task An_answer_that_breaks_its_constraint_is_told_in_its_own_words()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync(), "/judged");
        var refused = await visitor.SubmitAsync(page.Form("Continuer").Fill("Combien de jours par semaine?", "6").Fill("Dont combien avec l’IA?", "7"), "Continuer");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("pas plus de jours avec l’IA que de jours");
        (await visitor.GoAsync(refused.Address.Replace("/fr/", "/en/"))).Main.ShouldContain("No more days with AI than days.");
        await visitor.ContinueAsync(refused.Form("Continuer").Fill("Dont combien avec l’IA?", "2"));
        (await app.StoredAsync(page.Code()))["ai_days"].Number.ShouldBe(2);
    }

    [Fact]
    public async Task Choices_follow_an_earlier_answer_and_one_no_longer_offered_is_asked_again()
    {
        var visitor = app.Visitor();
        var first = await visitor.BeginAsync();
        var page = await visitor.PassUntilAsync(await visitor.ContinueAsync(first.Form("Continuer").Choose("Diffusion")), "/cascade");
        page.Main.ShouldContain("En salle");
        page.Main.ShouldNotContain("En studio");
        var last = await visitor.PassUntilAsync(await visitor.ContinueAsync(page.Form("Continuer").Choose("En salle")));
        await visitor.ContinueAsync((await visitor.GoAsync(first.Address)).Form("Continuer").Choose("Pigiste ou personne contractuelle"));
        var forged = await visitor.SubmitAsync((await visitor.GoAsync(page.Address)).Form("Continuer").Forge("place", "hall"), "Continuer");
        forged.Errors.ShouldHaveSingleItem();
        forged.Main.ShouldContain("En studio");
        (await visitor.SubmitAsync(last.Form("Envoyer mes réponses"))).Receipt().ShouldBeEmpty();
    }

    [Fact]
    public async Task Choices_come_in_an_order_of_ones_own_which_stays_and_is_kept()
    {
        var orders = new HashSet<string>();
        for (var person = 0; person < 6; person++)
        {
            var visitor = app.Visitor();
            var page = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync(), "/shuffled");
            var order = Codes(page);
            order[^2..].ShouldBe(["none", "other"]);
            Codes(await visitor.GoAsync(page.Address)).ShouldBe(order);
            Codes(await visitor.GoAsync(page.Address.Replace("/fr/", "/en/"))).ShouldBe(order);
            orders.Add(string.Join(' ', order));
            var check = await visitor.PassUntilAsync(await visitor.ContinueAsync(page.Form("Continuer").Choose("Un courriel")));
            var receipt = await visitor.SubmitAsync(check.Form("Envoyer mes réponses"));
            var stored = await app.StoredAsync(receipt.Code());
            stored["channels.order"].Text.ShouldBe(string.Join(' ', order));
            stored.Has("-seed").ShouldBeFalse();
        }

        orders.Count.ShouldBeGreaterThan(1);
        (await CellsAsync("/codebook-fr.csv")).ShouldContain(row => row[0] == "channels.order" && row[9].Contains("tiré au hasard", StringComparison.Ordinal));
        var analyst = await app.SignedInAsync("analyst@culture.example");
        (await analyst.Client.GetStringAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/codebook.xml")).ShouldContain("Les choix viennent dans un ordre tiré au hasard");
    }

    [Fact]
    public async Task A_page_that_wants_an_answer_has_no_button_to_pass_and_says_what_else_one_may_do()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        page = await visitor.PassUntilAsync(await visitor.ContinueAsync(page.Form("Continuer").Choose("Production")), "/must");
        page.Document.QuerySelector("#answers button[value=skip]").ShouldBeNull();
        page.Document.QuerySelector("#answers button[value=section]").ShouldBeNull();
        page.Main.ShouldContain("Cette page demande une réponse pour continuer; « Je préfère ne pas répondre » en est une.");
        (await visitor.SubmitAsync(page.Form("Continuer"), "Continuer")).Errors.ShouldHaveSingleItem();
        page = await visitor.ContinueAsync((await visitor.GoAsync(page.Address)).Form("Continuer").Choose("Je préfère ne pas répondre"));
        page.Address.ShouldNotContain("/must");
        page.Document.QuerySelector("#answers button[value=skip]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_kind_is_printed_in_words_one_can_fill_in_and_typed_by_its_cells()
    {
        var officer = await app.SignedInAsync("rfc@culture.example");
        var batch = await PaperTests.OpenAsync(app, officer, ("Salon des sortes", 2));
        var paper = await officer.GoAsync(batch[..batch.IndexOf("/batch/", StringComparison.Ordinal)] + "/paper");
        var week = Printed(paper, "Comment se partage votre semaine?");
        week.ShouldContain("Écrivez un nombre par ligne. Le total doit faire 100 %. Une case laissée vide compte pour zéro.");
        week.ShouldMatch(@"\d+a\. En création ?%");
        var brakes = Printed(paper, "Le temps");
        brakes.ShouldContain("Écrivez 1 à côté de ce qui vient en premier, 2 à côté de ce qui suit, jusqu’à 2. Laissez le reste vide.");
        brakes.ShouldMatch(@"\d+a\. ");
        Printed(paper, "Depuis quand travaillez-vous").ShouldContain("Écrivez un nombre. ans");
        Printed(paper, "Combien de jours par semaine?").ShouldContain("Écrivez un nombre, 7 au plus.");
        Printed(paper, "Dont combien avec l’IA?").ShouldContain("Pas plus de jours avec l’IA que de jours.");
        Printed(paper, "En salle").ShouldMatch("En salle Seulement si à la question \\d+ vous avez coché \\d+");
        // What is worked out from other answers asks nothing of a pen.
        paper.Main.ShouldNotContain("Votre ancienneté dans dix ans");
        paper.Document.QuerySelectorAll(".question-papier").ShouldAllBe(question => question.TextContent.Trim().Length > 0);

        const string keep = "Enregistrer la feuille";
        var enter = await officer.GoAsync(batch + "/enter");
        enter.Main.ShouldContain("a. En création");
        var sheet = enter.Form(keep).Fill("Case de l’accord : 1 si elle est cochée", "1").Forge("since", "12").Forge("week.make", "60").Forge("week.manage", "30").Forge("brakes.cost", "1").Forge("brakes.time", "1");
        var refused = await officer.SubmitAndStayAsync(sheet, keep);
        refused.Errors.Count.ShouldBe(2);
        refused.Errors.ShouldContain(error => error.Contains("le total doit faire 100; il fait 90", StringComparison.OrdinalIgnoreCase));
        var kept = await officer.SubmitAsync(refused.Form(keep).Forge("week.manage", "40").Forge("brakes.time", "2"), keep);
        kept.Main.ShouldContain("Feuille enregistrée.");
    }

    private static string Printed(Page paper, string words) =>
        Page.Words(paper.Document.QuerySelectorAll(".question-papier").First(question => Page.Words(question.TextContent).Contains(words, StringComparison.Ordinal)).TextContent);

    private static List<string> Codes(Page page) => [.. page.Document.QuerySelectorAll("input[name=channels]").Select(box => box.GetAttribute("value")!)];

    private async Task<List<List<string>>> CellsAsync(string file)
    {
        var analyst = await app.SignedInAsync("analyst@culture.example");
        return [.. ReadCsv.Rows(await analyst.Client.GetStringAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}{file}")).Rows.Select(row => row.Cells.ToList())];
    }

    /// <summary>The demonstration with questions of the newer kinds.</summary>
    public sealed class App : DiapasonApp, IAsyncLifetime
    {
        private const string Before = "      - code: formats\n        title:";

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var kit = DemonstrationKit.Spoiled("questionnaire.yaml", Before, Pages + Before);
            var outcome = await InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default));
            Directory.Delete(kit, recursive: true);
            outcome.ShouldBeOfType<KitOutcome.Loaded>();
        }

        private const string Pages = """
                  - code: quoted
                    title: { fr: "Votre rôle", en: "Your role" }
                    intro: { fr: "Vous avez dit : ${role|rien}.", en: "You said: ${role|nothing}." }
                    questions:
                      - code: since
                        kind: number
                        title: { fr: "Depuis quand travaillez-vous dans le rôle « ${role|que vous avez} »?", en: "How long have you worked as “${role|you do}”?" }
                        unit: { fr: ans, en: years }
                  - code: worked
                    when: answered(since)
                    questions:
                      - code: later
                        kind: calculated
                        shown: true
                        title: { fr: "Votre ancienneté dans dix ans", en: "Your seniority in ten years" }
                        value: ${since} + 10
                  - code: shared
                    questions:
                      - code: week
                        kind: constant_sum
                        title: { fr: "Comment se partage votre semaine?", en: "How is your week shared?" }
                        unit: { fr: "%", en: "%" }
                        options:
                          - { code: make, fr: "En création", en: "Creating" }
                          - { code: manage, fr: "En gestion", en: "Managing" }
                  - code: judged
                    title: { fr: "Vos jours", en: "Your days" }
                    questions:
                      - { code: days, kind: number, max: 7, title: { fr: "Combien de jours par semaine?", en: "How many days a week?" } }
                      - code: ai_days
                        kind: number
                        title: { fr: "Dont combien avec l’IA?", en: "How many with AI?" }
                        constraint: . <= ${days}
                        constraint_message: { fr: "Pas plus de jours avec l’IA que de jours.", en: "No more days with AI than days." }
                  - code: cascade
                    questions:
                      - code: place
                        kind: single
                        title: { fr: "Où travaillez-vous?", en: "Where do you work?" }
                        options:
                          - { code: hall, fr: "En salle", en: "In a hall", when: "role = 'presenter'" }
                          - { code: studio, fr: "En studio", en: "In a studio", when: "role = 'freelancer'" }
                          - { code: anywhere, fr: "N’importe où", en: "Anywhere" }
                  - code: shuffled
                    questions:
                      - code: channels
                        kind: multiple
                        order: random
                        title: { fr: "Comment vous joindre?", en: "How to reach you?" }
                        options:
                          - { code: mail, fr: "Un courriel", en: "By e-mail" }
                          - { code: none, fr: "Aucun de ceux-là", en: "None of these", exclusive: true }
                          - { code: call, fr: "Un appel", en: "By phone" }
                          - { code: letter, fr: "Une lettre", en: "By letter" }
                          - { code: text, fr: "Un texto", en: "By text" }
                          - { code: other, fr: "Autrement", en: "Otherwise", other: true }
                  - code: must
                    when: role = 'producer'
                    questions:
                      - code: wanted
                        kind: single
                        required: true
                        missing: [prefer_not]
                        title: { fr: "Produisez-vous à l’étranger?", en: "Do you produce abroad?" }
                        options: [{ code: "yes", fr: "Oui", en: "Yes" }, { code: "no", fr: "Non", en: "No" }]
                  - code: ranked
                    questions:
                      - code: brakes
                        kind: ranking
                        top: 2
                        title: { fr: "Qu’est-ce qui vous freine le plus?", en: "What holds you back most?" }
                        missing: [dont_know]
                        options:
                          - { code: time, fr: "Le temps", en: "Time" }
                          - { code: cost, fr: "Le coût", en: "Cost" }
                          - { code: fear, fr: "La crainte", en: "Fear" }

            """;
    }
}
