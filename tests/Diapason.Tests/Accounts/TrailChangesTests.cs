using AngleSharp.Dom;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>The trail says what an act changed, before and after, and nothing of a person.</summary>
public sealed class TrailChangesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Rfc = "rfc@culture.example";

    [Fact]
    public async Task A_step_of_the_offer_before_and_after_without_whom_to_reach()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var form = (await rfc.GoAsync("/fr/manage/offer/entry/one-page-policy")).Form("Enregistrer l’étape");
        var (title, minutes) = (form.Value("Titre (français)")!, form.Value("Durée")!);
        form.Fill("Titre (français)", "Un nouveau titre").Fill("Durée", "95").Fill("Courriel (facultatif)", "noemie.tremblay@example.org")
            .Fill("Personne ou service à joindre (français) (facultatif)", "Noémie Tremblay").Fill("Personne ou service à joindre (anglais) (facultatif)", "Noémie Tremblay");
        (await rfc.SubmitAsync(form, "Enregistrer l’étape")).Main.ShouldContain("L’étape est enregistrée.");
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await administrator.GoAsync("/fr/council/audit-trail");
        var lines = Lines(page, "Étape de l’offre modifiée");
        lines.ShouldContain($"Titre (français) : « {title} » devient « Un nouveau titre »");
        lines.ShouldContain(line => line.StartsWith("Durée : « ", StringComparison.Ordinal) && line.EndsWith(" devient « 1 h 35 »", StringComparison.Ordinal) && !line.Contains(minutes + " » devient « 95"));
        lines.ShouldContain("Courriel : changé, sans garder ce qui y était écrit");
        page.Main.ShouldNotContain("oémie");
        page.Main.ShouldNotContain("noemie");
        Lines(await administrator.GoAsync("/en/council/audit-trail"), "Step of the offer changed").ShouldContain($"Title (French): “{title}” becomes “Un nouveau titre”");
    }

    [Fact]
    public async Task Texts_and_settings_before_and_after_without_a_telephone_number()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        var form = (await administrator.GoAsync("/fr/c/rivage/council/settings")).Form("Enregistrer les réglages");
        var name = form.Value("Nom du conseil (français)")!;
        form.Fill("Nom du conseil (français)", "Conseil du Grand Rivage").Fill("Téléphone (facultatif)", "418 555-0177").Fill("Le conseil en une phrase (anglais)", new string('x', 300));
        await administrator.SubmitAsync(form, "Enregistrer les réglages");
        var page = await administrator.GoAsync("/fr/c/rivage/council/audit-trail");
        var lines = Lines(page, "Conseil ou réglages modifiés");
        lines.ShouldContain($"Nom du conseil (français) : « {name} » devient « Conseil du Grand Rivage »");
        lines.ShouldContain("Téléphone : changé, sans garder ce qui y était écrit");
        lines.Single(line => line.StartsWith("Le conseil en une phrase (anglais)", StringComparison.Ordinal)).ShouldEndWith(new string('x', 100) + "… »");
        page.Main.ShouldNotContain("555-0177");
    }

    [Fact]
    public async Task The_days_of_a_campaign_before_and_after_and_opening_again_by_its_name()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var list = await administrator.GoAsync("/fr/manage/consultations");
        var campaign = list.Document.QuerySelectorAll("main a").First(a => a.GetAttribute("href")!.Contains("/manage/consultations/", StringComparison.Ordinal)).GetAttribute("href")!;
        await administrator.SubmitAsync((await administrator.GoAsync(campaign + "/extend")).Form("Prolonger la campagne").Fill("Dernier jour", "2027-06-01"), "Prolonger la campagne");
        await administrator.SubmitAsync((await administrator.GoAsync(campaign + "/close")).Form());
        await administrator.SubmitAsync((await administrator.GoAsync(campaign + "/open")).Form().Fill("Dernier jour", "2027-05-03").Fill("Pourquoi la rouvrir", "Fermée trop tôt."));
        var rows = (await administrator.GoAsync("/fr/council/audit-trail")).Document.QuerySelectorAll("main tbody tr")
            .Select(row => string.Join(" / ", row.QuerySelectorAll("td, dl > div").Select(part => Page.Words(string.Join(' ', part.Children.Length > 1 ? part.Children.Select(c => c.TextContent) : [part.TextContent]))))).ToList();
        rows.ShouldContain(row => row.Contains("Campagne fermée") && row.Contains("Dernier jour prévu 1er juin 2027"));
        rows.ShouldContain(row => row.Contains("Campagne rouverte") && row.Contains("Dernier jour, avant 1er juin 2027") && row.Contains("Dernier jour 3 mai 2027"));
    }

    private static List<string> Lines(Page page, string act) =>
        [.. page.Document.QuerySelectorAll("main tbody tr").First(row => Page.Words(row.TextContent).Contains(act, StringComparison.Ordinal)).QuerySelectorAll("details li").Select(line => Page.Words(line.TextContent))];
}
