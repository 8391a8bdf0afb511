using System.Net;
using AngleSharp.Html.Dom;
using Diapason.Consultations.Data;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Exports.TwoPeople;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Privacy;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>Where a council wants two people, nobody takes what people typed alone.</summary>
public sealed class TwoPeopleTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Save = "Enregistrer les réglages";
    private const string Box = "Demander deux personnes pour prendre ce que les gens ont écrit";
    private const string Ask = "Demander ce fichier";
    private const string Workbook = "Classeur : réponses, codes et dictionnaire, anglais (XLSX)";
    private const string Codes = "Réponses par code, pour un logiciel statistique (CSV)";

    private async Task<string> CampaignAddressAsync() => $"/fr/manage/consultations/{(await app.CampaignAsync()).Id}";

    [Fact]
    public async Task One_asks_another_allows_and_the_first_takes_it_for_a_day()
    {
        var here = await CampaignAddressAsync();
        var (administrator, analyst) = await BothAsync();
        await TurnAsync(administrator, on: true);
        var page = await analyst.GoAsync(here);
        page.Main.ShouldContain("Ce conseil demande deux personnes");
        page.Document.QuerySelectorAll("a[href$='/answers.csv'], a[href$='.xlsx'], a[href$='.sav'], a[href$='.jsonl']").ShouldBeEmpty();
        (await analyst.PeekAsync(here + "/answers.csv")).Location.ShouldBe(here + "/files?wanted=codes%3A");
        (await analyst.PeekAsync(here + "/codebook-fr.csv")).Status.ShouldBe(HttpStatusCode.OK, "it holds no answer");
        (await analyst.PeekAsync(here + "/answers-fr.R")).Status.ShouldBe(HttpStatusCode.OK);

        var files = await analyst.FollowAsync(page, "Fichiers à deux personnes");
        files = await analyst.SubmitAsync(files.Form(Ask).Fill("Fichier", Codes), Ask);
        files.Main.ShouldContain("C’est demandé.");
        files.Main.ShouldContain("Vous l’avez demandé le ");
        files.Document.QuerySelectorAll("button[name=allows]").ShouldBeEmpty("not one's own");
        (await analyst.PeekAsync(here + "/answers.csv")).Status.ShouldBe(HttpStatusCode.Found);

        var desk = await administrator.GoAsync("/fr/backstage");
        desk.Main.ShouldContain("Quelqu’un demande un fichier de réponses de");
        (await analyst.GoAsync("/fr/backstage")).Main.ShouldNotContain("Quelqu’un demande un fichier");
        var theirs = await administrator.FollowAsync(desk, "Autoriser ou non");
        theirs.Main.ShouldContain("analyst@culture.example");
        (await ForgeAsync(analyst, theirs, Codes)).Errors.ShouldHaveSingleItem().ShouldContain("Une autre personne que vous");
        (await administrator.SubmitAsync(theirs.Form(Allow(Codes)), Allow(Codes))).Main.ShouldContain("C’est autorisé.");
        (await ForgeAsync(administrator, theirs, Codes)).Status.ShouldBe(HttpStatusCode.Conflict, "decided once");

        (await analyst.GoAsync("/fr/backstage")).Main.ShouldContain("Le fichier que vous avez demandé");
        files = await analyst.GoAsync(here + "/files");
        var taken = await analyst.PeekAsync(files.Document.QuerySelectorAll("main a[download]").OfType<IHtmlAnchorElement>().ShouldHaveSingleItem().GetAttribute("href")!);
        taken.MediaType.ShouldBe("text/csv");
        (await analyst.PeekAsync("/en" + here[3..] + "/answers.csv")).Status.ShouldBe(HttpStatusCode.OK, "the same file by the other language");
        (await analyst.PeekAsync(here + "/answers-fr.csv")).Status.ShouldBe(HttpStatusCode.Found, "that file alone");
        (await administrator.PeekAsync(here + "/answers.csv")).Status.ShouldBe(HttpStatusCode.Found, "its asker alone");

        var trail = (await administrator.GoAsync("/fr/council/audit-trail")).Main;
        foreach (var act in new[] { "Fichier de réponses demandé", "Fichier de réponses autorisé", "Fichier de consultation téléchargé", "Réponses par code (CSV)", "deux personnes pour les fichiers" }) trail.ShouldContain(act);

        app.Clock.Advance(TimeSpan.FromHours(25));
        (administrator, analyst) = await BothAsync();
        (await analyst.PeekAsync(here + "/answers.csv")).Status.ShouldBe(HttpStatusCode.Found, "its day is over");
        await TurnAsync(administrator, on: false);
        (await administrator.GoAsync("/fr/council/audit-trail")).Main.ShouldContain(Box + " : « Oui » devient « Rien »");
        (await analyst.PeekAsync(here + "/answers.csv")).Status.ShouldBe(HttpStatusCode.OK);
        (await analyst.GoAsync(here + "/files")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_allows_after_a_day_nor_what_was_not_allowed()
    {
        var here = await CampaignAddressAsync();
        var (administrator, analyst) = await BothAsync();
        await TurnAsync(administrator, on: true);
        await AskAsync(analyst, here);
        await AskAsync(analyst, here);
        var files = await administrator.GoAsync("/fr" + here[3..] + "/files");
        files.Document.QuerySelectorAll("button[name=allows][value=true]").Length.ShouldBe(1, "asked twice is asked once");
        app.Clock.Advance(TimeSpan.FromHours(25));
        (administrator, analyst) = await BothAsync();
        var late = await ForgeAsync(administrator, files, Workbook);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Errors.ShouldHaveSingleItem().ShouldContain("la journée est passée");
        (await administrator.GoAsync(here + "/files")).Document.QuerySelectorAll("button[name=allows]").ShouldBeEmpty();

        await AskAsync(analyst, here);
        files = await administrator.GoAsync(here + "/files");
        (await administrator.SubmitAsync(files.Form("Ne pas autoriser : " + Workbook), "Ne pas autoriser : " + Workbook)).Main.ShouldContain("Ce n’est pas autorisé");
        (await analyst.GoAsync(here + "/files")).Main.ShouldContain("ne l’a pas autorisé");
        (await analyst.PeekAsync(here + "/answers-en.xlsx")).Status.ShouldBe(HttpStatusCode.Found);

        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.RunJobsAsync("consultations.forget-file-requests");
        (await CountAsync()).ShouldBe(0);
        (administrator, _) = await BothAsync();
        await TurnAsync(administrator, on: false);
    }

    [Fact]
    public async Task Is_for_those_who_read_answers_in_this_council_and_goes_with_an_account()
    {
        var here = await CampaignAddressAsync();
        var (administrator, analyst) = await BothAsync();
        (await analyst.GoAsync(here + "/files")).Status.ShouldBe(HttpStatusCode.NotFound, "one person is enough");
        await TurnAsync(administrator, on: true);
        (await app.Visitor().GoAsync(here + "/files")).Address.ShouldContain("sign-in");
        (await (await app.SignedInAsync("rfc@culture.example")).GoAsync(here + "/files")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync(AccountsVisits.OtherAdministrator)).GoAsync("/fr/c/rivage" + here[3..] + "/files")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await analyst.SubmitAndStayAsync(Forged((await analyst.GoAsync(here + "/files")).Form(Ask), "named:"), Ask)).Errors.ShouldHaveSingleItem().ShouldContain("Choisissez un fichier");
        (await analyst.GoAsync("/en" + here[3..] + "/files")).Heading.ShouldBe("Files that take two people");
        await analyst.SubmitAsync((await analyst.GoAsync(here + "/files")).Form(Ask).Fill("Fichier", Codes), Ask);
        (await CountAsync()).ShouldBe(1);
        var account = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<FileRequest>().Select(r => r.AskedBy).SingleAsync());
        await app.InScopeAsync(async services =>
        {
            var data = services.GetServices<IPersonalData>().Single(one => one.Section == "files_asked");
            (await data.ExportAsync(account, default)).ShouldNotBeNull();
            await data.EraseAsync(account, default);
            return true;
        });
        (await CountAsync()).ShouldBe(0);
        await TurnAsync(administrator, on: false);
    }

    [Fact]
    public async Task A_consultation_where_nobody_types_asks_for_one_person()
    {
        const string Choices = """
            code: choices
            version: "1"
            title: { fr: Choix, en: Choices }
            sections:
              - code: all
                title: { fr: Tout, en: All }
                pages:
                  - code: first
                    title: { fr: Heures, en: Hours }
                    questions:
                      - { code: hours, kind: number, title: { fr: Heures, en: Hours } }
            """;
        var campaign = await app.CampaignAsync();
        await app.InScopeAsync(services =>
        {
            var council = services.GetRequiredService<CurrentCouncil>();
            council.Set(new Council { Id = campaign.CouncilId, Slug = "culture", Name = campaign.Title, Purpose = campaign.Purpose, CreatedAt = default, Settings = new CouncilSettings { FourEyes = true } });
            var rule = services.GetRequiredService<FileRule>();
            rule.AsksTwo(campaign, ExportFile.Codes).ShouldBeTrue();
            rule.AsksTwo(campaign, ExportFile.Ddi).ShouldBeFalse();
            rule.AsksTwo(campaign with { Questionnaire = QuestionnaireReader.Read(Choices, "choices.yaml").Questionnaire! }, ExportFile.Codes).ShouldBeFalse();
            return Task.FromResult(true);
        });
    }

    private static async Task AskAsync(Visitor visitor, string here) =>
        (await visitor.SubmitAsync((await visitor.GoAsync(here + "/files")).Form(Ask).Fill("Fichier", Workbook), Ask)).Main.ShouldContain("C’est demandé.");

    /// <summary>Presses a button that another page showed to somebody else.</summary>
    private static async Task<Page> ForgeAsync(Visitor visitor, Page shown, string file)
    {
        var decision = shown.Form(Allow(file)).Element;
        var own = (await visitor.GoAsync(shown.Address)).Form(Ask);
        own.Element.SetAttribute("action", decision.GetAttribute("action")!);
        return await visitor.SubmitAndStayAsync(own.Forge("request", decision.QuerySelectorAll("input[name=request]").OfType<IHtmlInputElement>().Single().Value).Forge("allows", "true"), Ask);
    }

    private static string Allow(string file) => "Autoriser : " + file;

    private static Form Forged(Form form, string file)
    {
        form.Element.QuerySelectorAll("select[name=Wanted]").OfType<IHtmlSelectElement>().Single().Options[0].Value = file;
        return form;
    }

    private async Task<(Visitor Administrator, Visitor Analyst)> BothAsync() => (await app.SignedInAsync(AccountsVisits.Administrator), await app.SignedInAsync(AccountsVisits.Analyst));

    private static async Task TurnAsync(Visitor administrator, bool on)
    {
        var form = (await administrator.GoAsync("/fr/council/settings")).Form(Save);
        form.Element.QuerySelectorAll("input[name=four_eyes][type=checkbox]").OfType<IHtmlInputElement>().ShouldHaveSingleItem().IsChecked = on;
        (await administrator.SubmitAsync(form, Save)).Main.ShouldContain("Les réglages sont enregistrés.");
    }

    private Task<int> CountAsync() => app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<FileRequest>().CountAsync());
}
