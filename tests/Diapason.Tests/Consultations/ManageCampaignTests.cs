using System.Net;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Kit;
using Diapason.Forms;
using Diapason.Platform.Kits;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

public sealed class ManageCampaignTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Administrator = "administrator@culture.example";

    [Fact]
    public async Task Only_those_who_may_see_campaigns_and_fewer_change_them()
    {
        var address = $"/fr/manage/consultations/{(await app.CampaignAsync()).Id}";
        (await app.Visitor().GoAsync(address)).Address.ShouldContain("sign-in");
        (await app.Visitor().PeekAsync(address + "/answers.csv")).Status.ShouldNotBe(HttpStatusCode.OK);
        var analyst = await app.SignedInAsync("analyst@culture.example");
        var page = await analyst.GoAsync(address);
        page.Main.ShouldContain("Comptées");
        page.Main.ShouldNotContain("Prolonger");
        (await analyst.GoAsync(address + "/close")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync("person@culture.example")).GoAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var neighbour = app.Visitor();
        await neighbour.SignInAsync("administrator@rivage.example", address: "/fr/c/rivage/account/sign-in");
        (await neighbour.GoAsync(address.Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.GoAsync(address.Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal) + "/answers.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_administrator_extends_closes_and_reopens_and_each_act_is_on_record()
    {
        var address = $"/fr/manage/consultations/{(await app.CampaignAsync()).Id}";
        var visitor = await app.SignedInAsync(Administrator);
        var extend = await visitor.GoAsync(address + "/extend");
        var early = await visitor.SubmitAndStayAsync(extend.Form("Prolonger la campagne").Fill("Dernier jour", "2026-12-01"), "Prolonger la campagne");
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        early.Errors.ShouldHaveSingleItem().ShouldContain("plus tardif");
        var extended = await visitor.SubmitAsync(extend.Form("Prolonger la campagne").Fill("Dernier jour", "2027-03-15"), "Prolonger la campagne");
        extended.Main.ShouldContain("15 mars 2027");

        var close = await visitor.GoAsync(address + "/close");
        close.Main.ShouldContain("peut être rouverte plus tard");
        (await visitor.SubmitAsync(close.Form("Fermer la campagne"), "Fermer la campagne")).Main.ShouldContain("La campagne est fermée.");
        (await app.Visitor().GoAsync(Answering.Start)).Main.ShouldContain("Cette consultation est fermée");

        var open = await visitor.GoAsync(address + "/open");
        (await visitor.SubmitAsync(open.Form("Rouvrir la campagne").Fill("Dernier jour", "2027-04-30").Fill("Pourquoi la rouvrir", "Fermée par erreur"), "Rouvrir la campagne")).Main.ShouldContain("La campagne est rouverte.");
        (await app.Visitor().GoAsync(Answering.Start)).Main.ShouldContain("Avant de commencer");
        var trail = await visitor.GoAsync("/fr/council/audit-trail");
        foreach (var act in new[] { "Campagne prolongée", "Campagne fermée", "Campagne rouverte" }) trail.Main.ShouldContain(act);
    }

    [Theory]
    [InlineData("fr", "02/03/2027")]
    [InlineData("en", "02/03/2027")]
    [InlineData("en", "March 2, 2027")]
    [InlineData("fr", "3/2/27")]
    public async Task A_day_that_two_languages_would_read_differently_is_refused(string language, string day)
    {
        var visitor = await app.SignedInAsync(Administrator);
        var page = await visitor.GoAsync($"/{language}/manage/consultations/{(await app.CampaignAsync()).Id}/extend");
        var refused = await visitor.SubmitAndStayAsync(page.Form().Forge("LastDay", day));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldContain(day);
    }

    [Fact]
    public async Task The_export_reads_back_as_what_was_sent_and_runs_no_formula()
    {
        var respondent = app.Visitor();
        var page = await respondent.PassUntilAsync(await respondent.BeginAsync(), "/words");
        page = await respondent.ContinueAsync(page.Form("Continuer").Fill("Que craignez-vous?", "=HYPERLINK(\"x\"); « été », 'quoi'").Fill("Qu’est-ce qui vous aiderait vraiment?", "skipped").Fill("Qu’espérez-vous de l’IA dans votre milieu?", "＝1+1"));
        var receipt = await respondent.SubmitAsync((await respondent.PassUntilAsync(page)).Form("Envoyer mes réponses"));
        await app.UntilCountedAsync(receipt.Code());
        var sent = (await app.ChangesAsync(0)).OfType<AnswersSent>().ToList();

        var campaign = await app.CampaignAsync();
        var visitor = await app.SignedInAsync(Administrator);
        using var response = await visitor.Client.GetAsync($"/en/manage/consultations/{campaign.Id}/answers.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        text.ShouldContain("\"'=HYPERLINK(\"\"x\"\")");
        ReadCsv.Rows(text).Rows.SelectMany(row => row.Cells).ShouldNotContain(cell => cell.Length > 0 && "=+@＝".Contains(cell[0]));
        var problems = new KitProblems();
        var read = new AnswersReader(campaign.Questionnaire, "export.csv", problems).Read(text);
        problems.All.ShouldBeEmpty();
        // In an order of its own: the same answers, and no other.
        read.Select(row => row.Answers.ToJson()).Order().ShouldBe(sent.Select(row => row.Answers.ToJson()).Order());
    }

    [Fact]
    public async Task The_codebook_says_every_code_and_what_was_routed_away()
    {
        var campaign = await app.CampaignAsync();
        var visitor = await app.SignedInAsync("analyst@culture.example");
        var text = await visitor.Client.GetStringAsync($"/fr/manage/consultations/{campaign.Id}/codebook-fr.csv");
        var rows = ReadCsv.Rows(text).Rows.Select(row => row.Cells).ToList();
        foreach (var variable in campaign.Questionnaire.Variables)
            foreach (var option in variable.Options) rows.ShouldContain(row => row[0] == variable.Code && row[8] == option.Code);
        rows.ShouldContain(row => row[0] == "obstacle_employee" && row[8] == "not_asked" && row[9].Contains("écartée") && row[11].Contains("status = 'employee'"));
        rows.ShouldNotContain(row => row[0] == "status" && row[8] == "not_asked");
        rows.ShouldContain(row => row[0] == "status" && row[8] == "prefer_not" && row[10] == "chosen");
    }

    [Fact]
    public async Task A_promise_of_anonymity_is_never_loosened_once_open()
    {
        await Task.CompletedTask;
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var campaign = new Diapason.Consultations.Data.Campaign
        {
            Id = Guid.CreateVersion7(),
            CouncilId = Guid.CreateVersion7(),
            Slug = "x",
            Title = LocalizedText.Of(("fr", "x"), ("en", "x")),
            Purpose = LocalizedText.Of(("fr", "x"), ("en", "x")),
            QuestionnaireId = Guid.CreateVersion7(),
            IsSynthetic = true,
            CreatedAt = now,
        };
        campaign.TryPromise(Anonymity.Confidential, now).ShouldBeTrue();
        campaign.OpensAt = now.AddDays(-1);
        campaign.TryPromise(Anonymity.Anonymous, now).ShouldBeTrue();
        campaign.TryPromise(Anonymity.Confidential, now).ShouldBeFalse();
        campaign.Anonymity.ShouldBe(Anonymity.Anonymous);
    }
}
