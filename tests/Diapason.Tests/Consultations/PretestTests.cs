using System.Net;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>The true pages of a campaign are tried before it opens; what is answered there is nobody's answer, and goes.</summary>
public sealed class PretestTests : IAsyncLifetime
{
    private const string Rfc = "rfc@culture.example";
    private const string Note = "Qu’est-ce qui n’est pas clair, ou ne va pas? (facultatif)";
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Five_people_try_the_true_pages_say_what_is_unclear_and_their_answers_are_erased()
    {
        var (rfc, address) = await PlanAsync(_app);
        var link = await GiveAsync(rfc, address);
        for (var i = 0; i < 5; i++)
        {
            var tester = _app.Visitor();
            var start = await tester.GoAsync(link);
            start.Address.ShouldNotContain("pretest", customMessage: "the secret stays on the device");
            start.Main.ShouldContain("Ceci est un essai");
            var page = await tester.SubmitAsync(start.Form("Commencer").Choose(Answering.Agree), "Commencer");
            Strip(page).ShouldContain("Essai : vos réponses ne comptent pas");
            _app.Clock.Advance(TimeSpan.FromSeconds(25));
            page = await tester.ContinueAsync(page.Form("Continuer").Choose("Diffusion").Fill(Note, $"« Rôle » veut dire deux choses, essai {i}"));
            if (i >= 3) continue;
            var check = await tester.PassUntilAsync(page);
            var done = await tester.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
            done.Heading.ShouldBe("Merci : votre essai est terminé");
            done.Html.ShouldNotContain("REÇU-");
            (await tester.GoAsync("/fr/notebook")).Main.ShouldNotContain("Essai des questions");
        }

        (await _app.CountAsync("NOT is_synthetic")).ShouldBe(0);
        (await CountAsync()).ShouldBe(5);
        var report = await rfc.GoAsync(address);
        report.Main.ShouldMatch("Essais commencés ?5");
        report.Main.ShouldMatch("Essais menés au bout ?3");
        report.Main.ShouldContain("moins de 5 minutes");
        report.Main.ShouldContain("« Rôle » veut dire deux choses, essai 4");
        Row(report, "Votre situation de travail").ShouldBe(["5", "de 20 à 30 secondes", "0"]);
        Row(report, "Quel est votre sous-secteur principal?")[2].ShouldBe("2");
        report = await rfc.SubmitAsync(report.Form("Effacer les réponses du prétest"), "Effacer les réponses du prétest");
        report.Errors.ShouldHaveSingleItem().ShouldContain("Cochez la case");
        (await CountAsync()).ShouldBe(5);
        report = await rfc.SubmitAsync(report.Form("Effacer les réponses du prétest").Choose("Je n’ai plus besoin de ces réponses : effacez-les pour de bon"), "Effacer les réponses du prétest");
        report.Main.ShouldContain("5 réponses d’essai effacées.");
        (await CountAsync()).ShouldBe(0);
        var trail = await (await _app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail");
        trail.Main.ShouldContain("Réponses de prétest effacées");
    }

    [Fact]
    public async Task Opening_ends_it_and_a_tester_then_answers_for_real()
    {
        var (rfc, address) = await PlanAsync(_app);
        var link = await GiveAsync(rfc, address);
        var tester = _app.Visitor();
        var page = await tester.SubmitAsync((await tester.GoAsync(link)).Form("Commencer").Choose(Answering.Agree), "Commencer");
        var administrator = await _app.SignedInAsync(AccountsVisits.Administrator);
        var open = await administrator.GoAsync(address[..address.LastIndexOf('/')] + "/open");
        (await administrator.SubmitAsync(open.Form("Ouvrir la campagne").Fill("Dernier jour", "2027-01-31"), "Ouvrir la campagne")).Main.ShouldContain("La campagne est ouverte.");
        (await CountAsync()).ShouldBe(0);
        (await CountAsync("consultations_pretest_link")).ShouldBe(0);
        await tester.SubmitAsync(page.Form("Continuer").Choose("Diffusion"), "Continuer");
        (await CountAsync()).ShouldBe(0);
        (await _app.Visitor().GoAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        var start = await tester.GoAsync("/fr/consultation/essai");
        start.Main.ShouldNotContain("Ceci est un essai");
        await tester.SubmitAsync(start.Form("Commencer").Choose(Answering.Agree), "Commencer");
        (await _app.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_date_that_opens_the_campaign_ends_it_too()
    {
        var (rfc, address) = await PlanAsync(_app);
        var tester = _app.Visitor();
        await tester.SubmitAsync((await tester.GoAsync(await GiveAsync(rfc, address))).Form("Commencer").Choose(Answering.Agree), "Commencer");
        await using (var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default))
        {
            await using var set = connection.Command("UPDATE consultations_campaign SET opens_at = @at WHERE slug = 'essai'", ("at", _app.Clock.GetUtcNow().UtcDateTime.AddHours(1)));
            await set.ExecuteNonQueryAsync();
        }

        _app.Clock.Advance(TimeSpan.FromHours(2));
        await _app.RunJobsAsync("consultations.end-pretests");
        (await CountAsync()).ShouldBe(0);
        (await rfc.GoAsync(address)).Main.ShouldContain("son prétest est terminé");
    }

    [Fact]
    public async Task A_changed_link_lets_in_nobody_new_a_closed_one_nobody_at_all_and_a_code_comes_back()
    {
        var (rfc, address) = await PlanAsync(_app);
        var former = await GiveAsync(rfc, address);
        var tester = _app.Visitor();
        var page = await tester.SubmitAsync((await tester.GoAsync(former)).Form("Commencer").Choose(Answering.Agree), "Commencer");
        var code = page.Code();
        var other = _app.Visitor();
        var resumed = await other.GoAsync("/fr/consultation/resume");
        Strip(await other.SubmitAsync(resumed.Form("Reprendre").Fill("Code de reprise", code), "Reprendre")).ShouldContain("Essai : vos réponses ne comptent pas");
        var latter = await GiveAsync(rfc, address, "Changer le lien");
        (await _app.Visitor().GoAsync(former)).Heading.ShouldBe("Ce lien d’essai n’ouvre plus rien");
        (await _app.Visitor().GoAsync(latter)).Main.ShouldContain("Ceci est un essai");
        (await tester.ContinueAsync(page.Form("Continuer").Choose("Diffusion"))).Heading.ShouldBe("Quel est votre sous-secteur principal?");
        await rfc.SubmitAsync((await rfc.GoAsync(address)).Form("Fermer le lien"), "Fermer le lien");
        (await tester.GoAsync("/fr/consultation/essai")).Main.ShouldContain("n’est pas encore ouverte");
        (await tester.GoAsync("/fr/consultation/essai")).Document.QuerySelector("form#answers").ShouldBeNull();
        // Without the link the campaign is what it is to everyone: not open.
        (await _app.Visitor().GoAsync("/fr/consultation/essai")).Document.QuerySelector("form#answers").ShouldBeNull();
    }

    [Fact]
    public async Task A_tester_takes_back_their_trial_and_nobody_else_reads_the_report()
    {
        var (rfc, address) = await PlanAsync(_app);
        var tester = _app.Visitor();
        await tester.SubmitAsync((await tester.GoAsync(await GiveAsync(rfc, address))).Form("Commencer").Choose(Answering.Agree), "Commencer");
        var withdraw = await tester.GoAsync("/fr/consultation/essai/withdraw");
        await tester.SubmitAsync(withdraw.Form(), "Effacer mes réponses");
        (await CountAsync()).ShouldBe(0);
        (await (await _app.SignedInAsync("facilitator@culture.example")).PeekAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _app.Visitor().PeekAsync(address)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await rfc.GoAsync("/en" + address[3..])).Heading.ShouldBe("Pretest");
    }

    /// <summary>A campaign that is planned, and its page of trials.</summary>
    internal static async Task<(Visitor Rfc, string Address)> PlanAsync(DiapasonApp app)
    {
        var rfc = await app.SignedInAsync(Rfc);
        var versions = await rfc.GoAsync("/fr/manage/questionnaires");
        var plan = versions.Document.QuerySelectorAll("main a").First(a => a.TextContent.Contains("L’IA dans mon travail culturel", StringComparison.Ordinal) && a.GetAttribute("href")!.EndsWith("/campaign", StringComparison.Ordinal));
        var page = await rfc.GoAsync(plan.GetAttribute("href")!);
        page = await rfc.SubmitAsync(page.Form("Prévoir la campagne").Fill("Titre de la campagne (français)", "Essai des questions").Fill("Titre de la campagne (anglais)", "Trying the questions").Fill("À quoi elle sert (français)", "Savoir.").Fill("À quoi elle sert (anglais)", "To know.").Fill("Nom dans l’adresse", "essai"), "Prévoir la campagne");
        page.Main.ShouldContain("La campagne est prévue.");
        var fieldwork = await rfc.GoAsync("/fr/manage/fieldwork");
        return (rfc, fieldwork.Link("Prétest : faire essayer les vraies pages Essai des questions"));
    }

    internal static async Task<string> GiveAsync(Visitor rfc, string address, string button = "Ouvrir un lien de prétest")
    {
        var page = await rfc.SubmitAsync((await rfc.GoAsync(address)).Form(button), button);
        var whole = Page.Words(page.Document.QuerySelector("main code")!.TextContent);
        (await rfc.GoAsync(address)).Document.QuerySelector("main code").ShouldBeNull("it is shown once");
        return new Uri(whole).PathAndQuery;
    }

    private static string Strip(Page page) => Page.Words(page.Document.Body!.TextContent);

    private static string[] Row(Page page, string head) =>
        [.. page.Document.QuerySelectorAll("main tr").Single(row => Page.Words(row.QuerySelector("th")?.TextContent) == head).QuerySelectorAll("td").Select(cell => Page.Words(cell.TextContent))];

    private async Task<long> CountAsync(string table = "consultations_pretest_answer")
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command($"SELECT COUNT(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
