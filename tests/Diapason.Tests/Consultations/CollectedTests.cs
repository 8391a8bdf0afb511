using System.Net;
using System.Text;
using Diapason.Consultations.Collecting;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations.Invitations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>A past survey is brought as a file: what each column becomes is proposed and changed, what would not come in is told, and a batch is released or taken back as a whole.</summary>
public sealed class CollectedTests : IAsyncLifetime
{
    private const string Read = "Lire le fichier";
    private const string Told = "Réponses anonymes, lues par le conseil pour une étude";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_past_survey_is_read_mended_kept_and_released_into_a_campaign_made_to_hold_it()
    {
        var (id, analyst) = (await _app.PlanAsync("sondage-2023"), await _app.SignedInAsync(AccountsVisits.Analyst));
        (await analyst.GoAsync(Inviting.Address(id))).Main.ShouldContain("Réponses recueillies ailleurs");
        var rows = Enumerable.Range(1, 30).Select(i => $"{i};p{i}@exemple.ca;{(i % 3 == 0 ? "Pigiste" : "Production")};{(i % 2 == 0 ? "De temps en temps" : "sometimes")};{(i == 7 ? "patates" : "\"Planifier et organiser; Analyser des données\"")}");
        var page = await BringAsync(analyst, id, "Sondage 2023.csv", "Numéro;Courriel;2. Quel est votre rôle principal ?;ai_use;Pour quoi l’utilisez-vous\n" + string.Join('\n', rows.Append("31;p31@exemple.ca;;;")));
        page.Heading.ShouldBe("Sondage 2023");
        page.Main.ShouldContain("31 lignes, 5 colonnes : 3 sont prises, 2 laissées de côté.");
        page.Main.ShouldContain("Une valeur à dire");

        // « Pigiste » is said by nobody here: a person says it once for all rows.
        var column = await analyst.FollowAsync(page, "Changer 2. Quel est votre rôle principal ?");
        column.Form("Garder ces valeurs").Value("Pigiste").ShouldBe("");
        page = await analyst.SubmitAsync(column.Form("Garder ces valeurs").Fill("Pigiste", "Pigiste ou personne contractuelle"), "Garder ces valeurs");
        page.Main.ShouldContain("La colonne est gardée ainsi.");
        var report = await analyst.FollowAsync(page, "Voir ce qui entrerait");
        report.Heading.ShouldBe("30 lignes sur 31 entreraient");
        report.Main.ShouldContain("Une ligne ne dit rien");
        report.Main.ShouldContain("Une chose n’entrerait pas");
        report.Document.QuerySelector("main table tbody tr")!.TextContent.ShouldContain("patates");
        report.Document.QuerySelector("main details table tbody tr th")!.TextContent.ShouldBe("8", "the line of the file");

        // Nothing is kept without its days, its promise, and a yes to what is left out.
        var refused = await analyst.SubmitAndStayAsync(report.Form("Garder 30 réponses"), "Garder 30 réponses");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.Count.ShouldBe(3);
        (await CountAsync("consultations_collected_answer")).ShouldBe(0);
        page = await KeepAsync(analyst, refused, 30, "Garder le reste sans ce qui n’entrerait pas");
        page.Main.ShouldContain("Les réponses sont gardées");
        (await CountAsync("consultations_collected_answer")).ShouldBe(30);
        (await CountAsync("consultations_collected_file")).ShouldBe(0, "names and addresses are gone with the file");
        (await CountAsync("consultations_collected_answer WHERE answers LIKE '%exemple.ca%'")).ShouldBe(0);
        (await _app.CountAsync("source = 'collected'")).ShouldBe(0, "they wait");

        page = await analyst.SubmitAsync(page.Form("Verser 30 réponses"), "Verser 30 réponses");
        page.Main.ShouldContain("Les réponses sont versées");
        (await CountAsync("consultations_collected_answer")).ShouldBe(0);
        (await _app.CountAsync("source = 'collected' AND sequence IS NOT NULL AND resume_hash IS NULL AND consent_version = 'elsewhere'")).ShouldBe(30);
        (await _app.CountAsync("source = 'collected' AND answers LIKE '%\"role\":\"freelancer\"%'")).ShouldBe(10);
        (await _app.CountAsync("source = 'collected' AND answers LIKE '%\"ai_purposes\":[\"planning\",\"data\"]%'")).ShouldBe(29);
        // What was not asked there is no silence.
        (await _app.CountAsync("source = 'collected' AND answers LIKE '%\"region\":{\"missing\":\"not_asked\"}%'")).ShouldBe(30);

        var campaign = await analyst.GoAsync(Inviting.Address(id));
        campaign.Main.ShouldContain("1er mai 2023");
        campaign.Main.ShouldContain("30 juin 2023");
        campaign.Main.ShouldContain("apportée ici le 23 novembre 2026");
        campaign.Document.QuerySelectorAll("main a[href$='/open']").ShouldBeEmpty();
        (await (await _app.SignedInAsync(AccountsVisits.Administrator)).Client.GetAsync(Inviting.Address(id) + "/open", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it is never opened here");
        (await _app.Visitor().GoAsync("/fr/consultation/sondage-2023")).Document.QuerySelectorAll("main form").ShouldBeEmpty("nobody answers it here");
        var codes = await analyst.Client.GetStringAsync(Inviting.Address(id) + "/answers.csv", Cancel);
        codes.Split('\n').Count(line => line.Contains(",collected,", StringComparison.Ordinal)).ShouldBe(30);
        var trail = await (await _app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail");
        trail.Main.ShouldContain("Réponses recueillies ailleurs gardées");
        trail.Main.ShouldContain("Réponses recueillies ailleurs versées");
    }

    [Fact]
    public async Task Words_that_tell_who_somebody_is_are_counted_and_others_are_not()
    {
        var (id, analyst) = (await _app.PlanAsync("mots"), await _app.SignedInAsync(AccountsVisits.Analyst));
        var page = await BringAsync(analyst, id, "a.csv", "status,open.need\nemployee,Du temps\nemployee,Écrivez-moi à zoe@exemple.ca\n");
        (await analyst.FollowAsync(page, "Voir ce qui entrerait")).Main.ShouldContain("Une réponse en mots semble contenir de quoi reconnaître quelqu’un");
    }

    [Fact]
    public async Task A_batch_is_taken_back_as_a_whole_and_its_file_may_come_again()
    {
        var (id, analyst) = (await _app.PlanAsync("repris"), await _app.SignedInAsync(AccountsVisits.Analyst));
        const string file = "status,role\nemployee,producer\nself_employed,artist\n";
        var page = await BringAsync(analyst, id, "a.csv", file);
        page = await KeepAsync(analyst, await analyst.FollowAsync(page, "Voir ce qui entrerait"), 2);
        (await analyst.SubmitAndStayAsync((await analyst.GoAsync(Inviting.Address(id) + "/collected")).Form(Read).Attach("Fichier de réponses", "b.csv", Encoding.UTF8.GetBytes(file)), Read)).Errors.ShouldHaveSingleItem().ShouldContain("déjà été apporté");
        var after = await analyst.SubmitAsync(page.Form("Effacer ce lot"), "Effacer ce lot");
        after.Main.ShouldContain("Le lot est retiré");
        (await CountAsync("consultations_collected_answer")).ShouldBe(0);
        (await CountAsync("consultations_collected")).ShouldBe(0);
        (await _app.CountAsync("source = 'collected'")).ShouldBe(0);
        (await BringAsync(analyst, id, "b.csv", file)).Heading.ShouldBe("b");
    }

    [Fact]
    public async Task A_way_of_reading_is_kept_offered_again_taken_away_and_brought_back()
    {
        var (id, analyst) = (await _app.PlanAsync("lectures"), await _app.SignedInAsync(AccountsVisits.Analyst));
        var page = await BringAsync(analyst, id, "un.csv", "Q1;Q2\nA;1\nB;2\n");
        page.Main.ShouldContain("Aucune colonne n’a été reconnue");
        var column = await analyst.FollowAsync(page, "Prendre Q1");
        column = await analyst.SubmitAsync(column.Form("Lire ainsi cette colonne").Fill("Cette colonne répond à", "status"), "Lire ainsi cette colonne");
        page = await analyst.SubmitAsync(column.Form("Garder ces valeurs").Fill("A", "=employee").Fill("B", "?skipped"), "Garder ces valeurs");
        page = await analyst.SubmitAsync(page.Form("Garder cette façon de lire").Fill("La garder sous un nom", "Vague annuelle"), "Garder cette façon de lire");
        page.Main.ShouldContain("Cette façon de lire est gardée");
        var json = await analyst.Client.GetByteArrayAsync(page.Document.QuerySelector("a[href$='mapping.json']")!.GetAttribute("href"), Cancel);
        MappingJson.Read(json).Mapping!.Of("Q1").Values.Count.ShouldBe(2);

        // The next file of the same shape is read so by itself.
        page = await BringAsync(analyst, id, "deux.csv", "Q2;Q1\n5;A\n6;A\n");
        page.Main.ShouldContain("2 colonnes : 1 sont prises");
        (await analyst.FollowAsync(page, "Voir ce qui entrerait")).Heading.ShouldBe("Les 2 lignes entreraient");

        // Elsewhere it comes as a file; one that is none says its line.
        var other = await BringAsync(analyst, id, "trois.csv", "Q1;Q3\nA;1\nC;2\n");
        var use = other.Form("Lire le fichier ainsi");
        (await analyst.SubmitAndStayAsync(use.Attach("Ou en apporter une, en JSON", "m.json", Encoding.UTF8.GetBytes("{\n  \"kind\": \"answers-mapping\",\n  oups\n}")), "Lire le fichier ainsi")).Errors.ShouldHaveSingleItem().ShouldContain("ligne 3");
        other = await analyst.SubmitAsync(other.Form("Lire le fichier ainsi").Attach("Ou en apporter une, en JSON", "m.json", json), "Lire le fichier ainsi");
        other.Main.ShouldContain("Une valeur à dire");
        (await analyst.SubmitAsync((await analyst.GoAsync(Inviting.Address(id) + "/collected")).Form("Oublier : Vague annuelle"), "Oublier : Vague annuelle")).Main.ShouldContain("est oubliée");
    }

    [Fact]
    public async Task Answers_collected_elsewhere_join_an_open_campaign_through_its_tray()
    {
        var analyst = await _app.SignedInAsync(AccountsVisits.Analyst);
        var id = (await _app.CampaignAsync()).Id.Value;
        var page = await BringAsync(analyst, id, "firme.csv", "status,role,language\n" + string.Concat(Enumerable.Repeat("employee,producer,en\n", 7)));
        page = await KeepAsync(analyst, await analyst.FollowAsync(page, "Voir ce qui entrerait"), 7);
        await analyst.SubmitAsync(page.Form("Verser 7 réponses"), "Verser 7 réponses");
        (await _app.CountAsync("source = 'collected' AND record_key IS NOT NULL AND sequence IS NULL AND language = 'en'")).ShouldBe(7, "fewer than twenty wait in the tray");
        (await analyst.Client.GetStringAsync(Inviting.Address(id) + "/answers.csv", Cancel)).ShouldNotContain("collected");
    }

    [Fact]
    public async Task What_cannot_take_them_says_why_and_only_those_who_read_answers_may_bring_any()
    {
        var (id, administrator) = (await _app.PlanAsync("fermee"), await _app.SignedInAsync(AccountsVisits.Administrator));
        await administrator.PromiseAsync(id, "Confidentiel", invitedOnly: true);
        (await administrator.GoAsync(Inviting.Address(id) + "/collected")).Main.ShouldContain("que sur invitation");
        (await (await _app.SignedInAsync("rfc@culture.example")).Client.GetAsync(Inviting.Address(id) + "/collected", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var rivage = await _app.SignedInAsync("administrator@rivage.example");
        (await rivage.Client.GetAsync($"/fr/c/rivage/manage/consultations/{id}/collected", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_old_survey_is_kept_from_the_day_it_was_brought_and_not_from_its_own()
    {
        var (id, analyst) = (await _app.PlanAsync("ancien"), await _app.SignedInAsync(AccountsVisits.Analyst));
        var page = await KeepAsync(analyst, await analyst.FollowAsync(await BringAsync(analyst, id, "a.csv", "status\nemployee\n"), "Voir ce qui entrerait"), 1);
        await analyst.SubmitAsync(page.Form("Verser une réponse"), "Verser une réponse");
        (await analyst.GoAsync(Inviting.Address(id))).Main.ShouldContain("23 novembre 2028");
        for (var day = 0; day < 3; day++)
        {
            await _app.RunJobsAsync("consultations.destroy-due-answers");
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await _app.CountAsync("source = 'collected'")).ShouldBe(1);
        _app.Clock.Advance(TimeSpan.FromDays(800));
        for (var day = 0; day < 3; day++)
        {
            await _app.RunJobsAsync("consultations.destroy-due-answers");
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await _app.CountAsync("source = 'collected'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("vide.csv", "", "vide")]
    [InlineData("titres.csv", "status,role\n", "il y manque les lignes")]
    [InlineData("guillemet.csv", "status,role\n\"employee,producer\n", "ligne 2")]
    [InlineData("apres.csv", "status,role\n\"employee\"x,producer\n", "ligne 2")]
    [InlineData("faux.xlsx", "PK\u0003\u0004 xl/ rien", "abîmé")]
    [InlineData("dossier.xlsx", "PK\u0003\u0004 rien", "Ce fichier est un dossier compressé. On attend ici : CSV, XLSX, SAV")]
    [InlineData("rapport.csv", "%PDF-1.7 rien", "Ce fichier est un PDF")]
    [InlineData("faux.sav", "$FL2 rien", "abîmé")]
    public async Task A_file_that_cannot_be_read_says_where(string name, string text, string says)
    {
        var (id, analyst) = (await _app.PlanAsync("illisible"), await _app.SignedInAsync(AccountsVisits.Analyst));
        var page = await analyst.SubmitAndStayAsync((await analyst.GoAsync(Inviting.Address(id) + "/collected")).Form(Read).Attach("Fichier de réponses", name, Encoding.UTF8.GetBytes(text)), Read);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Errors.ShouldHaveSingleItem().ShouldContain(text.Length == 0 ? "Choisissez un fichier" : says);
        (await CountAsync("consultations_collected")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_left_on_the_way_goes_after_a_day_and_answers_nobody_released_after_ninety()
    {
        var (id, analyst) = (await _app.PlanAsync("oublie"), await _app.SignedInAsync(AccountsVisits.Analyst));
        await BringAsync(analyst, id, "a.csv", "status\nemployee\n");
        await KeepAsync(analyst, await analyst.FollowAsync(await BringAsync(analyst, id, "b.csv", "status\nself_employed\n"), "Voir ce qui entrerait"), 1);
        _app.Clock.Advance(TimeSpan.FromHours(25));
        await _app.RunJobsAsync("consultations.erase-collected");
        (await CountAsync("consultations_collected_file")).ShouldBe(0);
        (await CountAsync("consultations_collected_answer")).ShouldBe(1);
        _app.Clock.Advance(TimeSpan.FromDays(91));
        await _app.RunJobsAsync("consultations.erase-collected");
        (await CountAsync("consultations_collected_answer")).ShouldBe(0);
        (await CountAsync("consultations_collected")).ShouldBe(0);
    }

    private static async Task<Page> KeepAsync(Visitor who, Page report, int answers, string? agree = null)
    {
        var button = answers == 1 ? "Garder une réponse" : $"Garder {answers} réponses";
        var form = report.Form(button).Fill("Premier jour de la collecte", "2023-05-01").Fill("Dernier jour de la collecte", "2023-06-30").Fill("Ce qui a été dit aux personnes", Told);
        if (agree is not null) form.Choose(agree);
        return await who.SubmitAsync(form, button);
    }

    private async Task<long> CountAsync(string table)
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
        await using var command = connection.Command($"SELECT COUNT(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    internal static async Task<Page> BringAsync(Visitor who, Guid id, string name, string text) => await BringAsync(who, id, name, Encoding.UTF8.GetBytes(text));

    internal static async Task<Page> BringAsync(Visitor who, Guid id, string name, byte[] bytes) =>
        await who.SubmitAsync((await who.GoAsync(Inviting.Address(id) + "/collected")).Form(Read).Attach("Fichier de réponses", name, bytes), Read);
}
