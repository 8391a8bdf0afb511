using System.Net;
using Diapason.Forms;
using Diapason.Platform.Kits;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>A question that asks for a day, from the kit to the export; a note and a line of words beside it, so that every kind has been on a page.</summary>
public sealed class DateQuestionPagesTests(DateQuestionPagesTests.AppWithADate app) : IClassFixture<DateQuestionPagesTests.AppWithADate>
{
    private const string Label = "À partir de quand?";

    [Theory]
    [InlineData("2027-02-01", "1er février 2027")]
    [InlineData("28 février 2027", "28 février 2027")]
    public async Task A_day_is_typed_checked_sent_exported_and_explained(string typed, string said)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        page.Document.QuerySelector("input[name=start_day]")!.GetAttribute("type").ShouldBe("date");
        page.Main.ShouldContain("Une date approximative suffit.");
        page = await visitor.ContinueAsync(page.Form("Continuer").Fill(Label, typed));
        var check = await visitor.PassUntilAsync(page);
        check.Main.ShouldContain(said);
        (await visitor.GoAsync(page.Address.Replace("/words", "/formats"))).Form("Continuer").Value(Label).ShouldBe((await app.StoredAsync(check.Code()))["start_day"].Text);
        var receipt = await visitor.SubmitAsync((await visitor.PassUntilAsync(page)).Form("Envoyer mes réponses"));
        await app.UntilCountedAsync(receipt.Code());

        var analyst = await app.SignedInAsync("analyst@culture.example");
        var address = $"/fr/manage/consultations/{(await app.CampaignAsync()).Id}";
        var rows = ReadCsv.Rows(await analyst.Client.GetStringAsync(address + "/answers.csv")).Rows.Select(row => row.Cells).ToList();
        rows.ShouldContain(row => row[rows[0].ToList().IndexOf("start_day")] == (typed.StartsWith("28", StringComparison.Ordinal) ? "2027-02-28" : typed));
        var codebook = ReadCsv.Rows(await analyst.Client.GetStringAsync(address + "/codebook-fr.csv")).Rows.Select(row => row.Cells);
        codebook.ShouldContain(row => row[0] == "start_day" && row[2] == "date" && row[9] == "Date, sous la forme AAAA-MM-JJ");
    }

    [Theory]
    [InlineData("fr", "03/04/2027", "écrivez une date avec son année")]
    [InlineData("en", "03/04/2027", "enter a date with its year")]
    [InlineData("fr", "2031-01-01", "une date du 1er janvier 2026 au 31 décembre 2030")]
    [InlineData("en", "2031-01-01", "a date from January 1, 2026 to December 31, 2030")]
    public async Task A_wrong_day_is_refused_and_shown_as_typed(string language, string typed, string message)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        page = await visitor.GoAsync(page.Address.Replace("/fr/", $"/{language}/"));
        var button = language == "fr" ? "Continuer" : "Continue";
        var refused = await visitor.SubmitAsync(page.Form(button).Forge("start_day", typed), button);
        refused.Errors.ShouldHaveSingleItem().ShouldContain(message);
        refused.Document.QuerySelector("[name=start_day]")!.GetAttribute("value").ShouldBe(typed);
    }

    [Fact]
    public async Task Every_kind_of_question_is_on_a_page_that_opens()
    {
        var asked = (await app.CampaignAsync()).Questionnaire.Questions.Select(question => question.Kind).Distinct();
        QuestionKinds.Words.Except(asked).ShouldBeEmpty("kinds that no page of this test shows");
        var visitor = app.Visitor();
        for (var page = await visitor.BeginAsync(); !page.Address.EndsWith("/check", StringComparison.Ordinal); page = await visitor.SubmitAsync(page.Form("Continuer"), "Passer"))
            page.Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The demonstration with a day and a note among its questions.</summary>
    public sealed class AppWithADate : DiapasonApp, IAsyncLifetime
    {
        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var kit = DemonstrationKit.Spoiled("questionnaire.yaml", "          - code: hours\n", """
                      - code: start_note
                        kind: note
                        body: { fr: "Une date approximative suffit.", en: "A rough date is enough." }
                      - code: start_day
                        kind: date
                        title: { fr: "À partir de quand?", en: "From when?" }
                        min: 2026-01-01
                        max: 2030-12-31
                        missing: [dont_know]
                      - code: start_rank
                        kind: ranking
                        title: { fr: "Dans quel ordre?", en: "In which order?" }
                        options: [{ code: one, fr: "Un", en: "One" }, { code: two, fr: "Deux", en: "Two" }]
                      - code: start_sum
                        kind: constant_sum
                        title: { fr: "Combien de chaque?", en: "How much of each?" }
                        options: [{ code: one, fr: "Premier", en: "First" }, { code: two, fr: "Second", en: "Second" }]
                      - code: start_worked
                        kind: calculated
                        shown: true
                        title: { fr: "Ce que cela fait", en: "What it makes" }
                        value: 1 + 1
                      - code: start_place
                        kind: short_text
                        title: { fr: "À quel endroit?", en: "Where?" }
                      - code: hours

            """);
            var outcome = await InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default));
            Directory.Delete(kit, recursive: true);
            outcome.ShouldBeOfType<KitOutcome.Loaded>();
        }
    }
}
