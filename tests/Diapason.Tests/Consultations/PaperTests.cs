using System.Net;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Paper;
using Diapason.Platform.Data;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>Answers taken on paper and by phone are typed by numbers, typed again in part by somebody else, and released among the others.</summary>
public sealed class PaperTests : IAsyncLifetime
{
    private const string Keep = "Enregistrer la feuille";
    private const string Consent = "Case de l’accord : 1 si elle est cochée";
    private const string Release = "Verser et effacer les feuilles";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Seven_sheets_are_typed_three_again_one_difference_settled_and_all_released_among_the_answers()
    {
        var rfc = await _app.SignedInAsync("rfc@culture.example");
        var batch = await OpenAsync(rfc, "Salon de mai", 7);
        for (var sheet = 1; sheet <= 7; sheet++) (await TypeAsync(rfc, batch, "3", "2")).Main.ShouldContain($"Feuille enregistrée. Écrivez {sheet} au coin du papier.");
        (await _app.CountAsync("source = 'paper'")).ShouldBe(0, "they wait in their batch");
        var page = await rfc.GoAsync(batch);
        page.Main.ShouldContain("7 feuilles sur 7");
        page = await rfc.SubmitAsync(page.Form("Fermer le paquet et tirer les feuilles").Fill("Part à saisir de nouveau", "40"), "Fermer le paquet et tirer les feuilles");
        page.Main.ShouldContain("À saisir de nouveau par une autre personne que vous");
        page.Document.QuerySelectorAll("main .suites li").Length.ShouldBe(3);
        page.Main.ShouldContain("Il reste des feuilles à saisir de nouveau");

        var analyst = await _app.SignedInAsync(AccountsVisits.Analyst);
        page = await analyst.GoAsync(batch);
        for (var drawn = 0; drawn < 3; drawn++)
        {
            var again = await analyst.GoAsync(page.Document.QuerySelectorAll("main .suites li a").First(a => a.TextContent.StartsWith("Saisir de nouveau", StringComparison.Ordinal)).GetAttribute("href")!);
            page = await analyst.SubmitAsync(Typed(again.Form(Keep), "3", drawn == 1 ? "4" : "2"), Keep);
            page.Main.ShouldContain("La seconde saisie est gardée.");
        }

        page.Main.ShouldContain("Une différence à trancher");
        page.Main.ShouldContain("Intervalle à 95 %");
        var settle = await analyst.GoAsync(page.Document.QuerySelectorAll("main .suites li a").First(a => a.TextContent.StartsWith("Trancher", StringComparison.Ordinal)).GetAttribute("href")!);
        (await analyst.SubmitAndStayAsync(settle.Form("Garder ces choix"), "Garder ces choix")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await analyst.SubmitAsync(settle.Form("Garder ces choix").Choose("Seconde saisie : Production"), "Garder ces choix");
        page = await analyst.SubmitAsync(page.Form(Release), Release);
        page.Main.ShouldContain("Le paquet est versé");
        (await CountAsync("consultations_sheet")).ShouldBe(0);
        (await _app.CountAsync("source = 'paper' AND record_key IS NOT NULL AND sequence IS NULL")).ShouldBe(7, "fewer than twenty wait in the tray");
        (await _app.CountAsync("source = 'paper' AND answers LIKE '%\"role\":\"producer\"%'")).ShouldBe(1);

        // Seven alone are named nowhere; with three more they are ten.
        (await SourcesAsync(analyst)).ShouldNotContain("paper");
        var second = await OpenAsync(rfc, "Salon de juin", 3);
        for (var sheet = 0; sheet < 3; sheet++) await TypeAsync(rfc, second, "1", "1");
        page = await rfc.SubmitAsync((await rfc.GoAsync(second)).Form("Fermer le paquet et tirer les feuilles").Fill("Part à saisir de nouveau", "0"), "Fermer le paquet et tirer les feuilles");
        await rfc.SubmitAsync(page.Form(Release), Release);
        await _app.OthersSendAsync(40);
        while (await _app.CountAsync("source = 'paper' AND sequence IS NULL") > 0) await _app.OthersSendAsync(5);
        (await SourcesAsync(analyst)).Count(source => source == "paper").ShouldBe(10);
        (await analyst.GoAsync(batch[..batch.IndexOf("/batch/", StringComparison.Ordinal)] + "/following")).Main.ShouldMatch("Sur papier ?10");
        var trail = await (await _app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail");
        trail.Main.ShouldContain("Paquet de réponses versé");
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_question_and_nothing_is_dropped_in_silence()
    {
        var rfc = await _app.SignedInAsync("rfc@culture.example");
        var batch = await OpenAsync(rfc, "Salon", 2);
        var enter = await rfc.GoAsync(batch + "/enter");
        var blank = await rfc.SubmitAndStayAsync(enter.Form(Keep), Keep);
        blank.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        blank.Errors.ShouldHaveSingleItem().ShouldContain("Sans accord, rien ne peut être gardé");
        blank.Document.QuerySelectorAll("button").ShouldNotContain(button => button.TextContent.Contains("sans ce qui est signalé"));
        // Somebody at their own is asked nothing of a team.
        var wrong = await rfc.SubmitAndStayAsync(enter.Form(Keep).Fill(Consent, "1").Forge("status", "2").Forge("role", "99").Forge("hours", "beaucoup").Forge("obstacle_employee", "1"), Keep);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Errors.Count.ShouldBeGreaterThanOrEqualTo(3);
        wrong.Main.ShouldContain("Ce n’est pas un numéro de cette question : de 1 à 8");
        wrong.Main.ShouldContain("Cette question n’était pas à remplir");
        wrong.Document.QuerySelector("input[name=hours]")!.GetAttribute("value").ShouldBe("beaucoup");
        (await CountAsync("consultations_sheet")).ShouldBe(0);
        var kept = await rfc.SubmitAsync(wrong.Form(Keep), "Enregistrer sans ce qui est signalé");
        kept.Main.ShouldContain("Feuille enregistrée.");
        // The same page sent again keeps one.
        await rfc.SubmitAsync(wrong.Form(Keep), "Enregistrer sans ce qui est signalé");
        (await CountAsync("consultations_sheet")).ShouldBe(1);
        // Enter without script presses the first button: it keeps nothing.
        var looked = await rfc.SubmitAndStayAsync((await rfc.GoAsync(batch + "/enter")).Form(Keep).Fill(Consent, "1"), "Relire la feuille");
        looked.Main.ShouldContain("La feuille n’est pas encore enregistrée");
        (await CountAsync("consultations_sheet")).ShouldBe(1);
    }

    [Fact]
    public async Task A_call_records_consent_and_its_code_takes_the_answers_back()
    {
        var rfc = await _app.SignedInAsync("rfc@culture.example");
        var batch = await OpenAsync(rfc, "Appels de lundi", 1, "Au téléphone");
        var call = await rfc.GoAsync(batch + "/enter");
        call.Main.ShouldContain("À lire à voix haute");
        call.Main.ShouldContain("Vos réponses sont anonymes :");
        var code = call.CodeOf("REPRISE-");
        var kept = await rfc.SubmitAsync(call.Form(Keep).Fill("La personne accepte, de vive voix : 1", "1").Forge("status", "2").Forge("role", "3"), Keep);
        kept.Main.ShouldContain("Réponses enregistrées : appel 1.");
        (await CountAsync("consultations_sheet WHERE resume_hash IS NOT NULL AND consent_version = '2026-12'")).ShouldBe(1);
        var page = await rfc.SubmitAsync((await rfc.GoAsync(batch)).Form("Fermer le paquet et tirer les feuilles").Fill("Part à saisir de nouveau", "0"), "Fermer le paquet et tirer les feuilles");
        await rfc.SubmitAsync(page.Form(Release), Release);
        (await _app.CountAsync("source = 'phone'")).ShouldBe(1);

        var person = _app.Visitor();
        var resume = await person.GoAsync("/fr/consultation/resume");
        var receipt = await person.SubmitAsync(resume.Form("Reprendre").Fill("Code de reprise", code), "Reprendre");
        receipt.Receipt().ShouldStartWith("REÇU-");
        (await person.GoAsync(Answering.Start + "/mine")).Main.ShouldContain("Diffusion");
        await person.SubmitAsync((await person.GoAsync(Answering.Start + "/withdraw")).Form(), "Effacer mes réponses");
        (await _app.CountAsync("source = 'phone'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_sheet_is_taken_back_by_its_slip_before_it_is_released_and_its_code_serves_once()
    {
        var rfc = await _app.SignedInAsync("rfc@culture.example");
        var batch = await OpenAsync(rfc, "Salon", 2);
        var printed = await rfc.GoAsync(batch[..batch.IndexOf("/batch/", StringComparison.Ordinal)] + "/paper?copies=2&to=La%20biblioth%C3%A8que");
        printed.Main.ShouldContain("Si vous avez coché");
        printed.Main.ShouldContain("Seulement si à la question");
        printed.Document.QuerySelectorAll("p.si").Select(rule => Page.Words(rule.TextContent)).ShouldContain(rule => rule.StartsWith("Seulement si à la question", StringComparison.Ordinal) && rule.Contains("(«", StringComparison.Ordinal), "the choice is named");
        // One copy: each question has one number, each line its own, each scale says its side.
        var sheet = printed.Document.QuerySelector("article")!;
        var questions = sheet.QuerySelectorAll(".question-papier > p > strong").Select(title => Page.Words(title.TextContent)).Where(title => char.IsAsciiDigit(title[0])).ToList();
        questions.Select(title => int.Parse(title.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, questions.Count));
        questions.Select(title => title.Split(". ", 2)[1]).ShouldBeUnique();
        sheet.QuerySelectorAll(".enonces li > span:first-child").Select(line => Page.Words(line.TextContent).Split('.')[0]).ShouldBeUnique();
        sheet.QuerySelectorAll("p.si").Select(scale => Page.Words(scale.TextContent)).Count(scale => scale.StartsWith("Importance pour votre travail : 1 ", StringComparison.Ordinal)).ShouldBe(3);
        printed.Main.ShouldContain("remettez cette feuille à : La bibliothèque.");
        var codes = printed.Document.QuerySelectorAll(".code-papier").Select(code => Page.Words(code.TextContent)).ToList();
        codes.Distinct().Count().ShouldBe(2);
        var enter = await rfc.GoAsync(batch + "/enter");
        await rfc.SubmitAsync(Typed(enter.Form(Keep), "3", "2").Fill("Code écrit sur la feuille (facultatif)", codes[0]), Keep);
        var twice = await rfc.SubmitAndStayAsync(Typed((await rfc.GoAsync(batch + "/enter")).Form(Keep), "3", "2").Fill("Code écrit sur la feuille (facultatif)", codes[0]), Keep);
        twice.Errors.ShouldHaveSingleItem().ShouldContain("Ce code a déjà servi");
        var page = await rfc.SubmitAsync((await rfc.GoAsync(batch)).Form("Effacer cette feuille").Fill("Code du talon, ou numéro de la feuille", codes[0]), "Effacer cette feuille");
        page.Main.ShouldContain("La feuille est effacée.");
        (await CountAsync("consultations_sheet")).ShouldBe(0);
        (await rfc.SubmitAndStayAsync(page.Form("Effacer cette feuille").Fill("Code du talon, ou numéro de la feuille", codes[1]), "Effacer cette feuille")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Another_version_is_refused_and_strangers_type_nothing()
    {
        var rfc = await _app.SignedInAsync("rfc@culture.example");
        var batch = await OpenAsync(rfc, "Salon", 1);
        var batches = await rfc.GoAsync(batch[..batch.IndexOf("/batch/", StringComparison.Ordinal)] + "/batches");
        var refused = await rfc.SubmitAndStayAsync(batches.Form("Ouvrir le paquet").Choose("Sur papier").Fill("Nom du paquet", "Autre").Fill("Nombre de feuilles comptées", "3").Fill("Version imprimée à la fin des feuilles", "0"), "Ouvrir le paquet");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("Cette version n’est pas celle de la consultation");
        refused.Form("Ouvrir le paquet").Value("Nom du paquet").ShouldBe("Autre");
        foreach (var address in new[] { batch, batch + "/enter", batches.Address })
        {
            (await _app.Visitor().PeekAsync(address)).Status.ShouldBe(HttpStatusCode.Redirect);
            (await (await _app.SignedInAsync("facilitator@culture.example")).PeekAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await rfc.GoAsync("/en" + batch[3..])).Main.ShouldContain("0 of 1 sheets");
    }

    [Fact]
    public void Agreement_knows_that_cells_of_one_sheet_go_together()
    {
        BatchAgreement.Of([]).ShouldBeNull();
        BatchAgreement.Of([(10, 9)]).ShouldBe(new BatchAgreement(.9, null, null, 10, 1));
        var perfect = BatchAgreement.Of([(10, 10), (10, 10), (10, 10)])!;
        perfect.Share.ShouldBe(1);
        perfect.High.ShouldBe(1);
        perfect.Low!.Value.ShouldBeInRange(.5, .95);
        var alike = BatchAgreement.Of([(10, 9), (10, 9), (10, 9), (10, 9)])!;
        var apart = BatchAgreement.Of([(10, 10), (10, 10), (10, 10), (10, 6)])!;
        apart.Share.ShouldBe(alike.Share, 1e-12);
        (apart.High!.Value - apart.Low!.Value).ShouldBeGreaterThan(alike.High!.Value - alike.Low!.Value);
    }

    private static Form Typed(Form form, string role, string status) => form.Fill(Consent, "1").Forge("status", status == "4" ? "2" : status).Forge("role", status == "4" ? "4" : role);

    private static async Task<Page> TypeAsync(Visitor clerk, string batch, string role, string status) =>
        await clerk.SubmitAsync(Typed((await clerk.GoAsync(batch + "/enter")).Form(Keep), role, status), Keep);

    private Task<string> OpenAsync(Visitor clerk, string name, int expected, string mode = "Sur papier") => OpenAsync(_app, clerk, (name, expected), mode);

    /// <summary>The address of a batch of so many sheets.</summary>
    internal static async Task<string> OpenAsync(DiapasonApp app, Visitor clerk, (string Name, int Expected) batch, string mode = "Sur papier")
    {
        var (name, expected) = batch;
        var page = await clerk.GoAsync((await clerk.GoAsync("/fr/manage/fieldwork")).Document.QuerySelectorAll("main a").First(a => a.TextContent.StartsWith("Papier et téléphone", StringComparison.Ordinal)).GetAttribute("href")!);
        page = await clerk.SubmitAsync(page.Form("Ouvrir le paquet").Choose(mode).Fill("Nom du paquet", name).Fill("Nombre de feuilles comptées", $"{expected}").Fill("Version imprimée à la fin des feuilles", (await app.CampaignAsync()).Questionnaire.Version), "Ouvrir le paquet");
        page.Heading.ShouldBe(name);
        return page.Address;
    }

    private async Task<List<string>> SourcesAsync(Visitor analyst)
    {
        var table = ReadCsv.Rows(await analyst.Client.GetStringAsync($"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}/answers.csv", Cancel)).Rows;
        var at = table[0].Cells.ToList().IndexOf(AnswerTables.Source);
        return [.. table.Skip(1).Select(row => row.Cells[at])];
    }

    private async Task<long> CountAsync(string table)
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command($"SELECT COUNT(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
