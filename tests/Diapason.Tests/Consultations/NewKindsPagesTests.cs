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
        (await visitor.GoAsync(page.Address.Replace("/fr/", "/en/"))).Main.ShouldContain("How long have you worked as “Presenting”?");
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
        codebook.ShouldContain(row => row[1] == "brakes__cost" && row[2] == "ranking" && row[9] == "rang de « Le coût », à partir de 1; vide sans rang");
        codebook.ShouldContain(row => row[0] == "since" && row[5] == "Depuis quand travaillez-vous dans le rôle « [role] »?");
    }

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
