using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>A council settles for itself whom to write to, how long answers are kept, its languages and its words.</summary>
public sealed class CouncilSettingsPageTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Save = "Enregistrer les réglages";
    private const string There = "/fr/c/rivage/council/settings";

    [Fact]
    public async Task What_an_administrator_settles_shows_at_once_and_is_in_the_trail()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await administrator.FollowAsync(await administrator.GoAsync("/fr/council/members"), "Réglages du conseil");
        var form = page.Form(Save);
        form.Value("Courriel (facultatif)").ShouldBe("consultations@culture.example");
        form.Value("Chiffre 1 (facultatif)").ShouldBe("83");
        form.Fill("Téléphone (facultatif)", "581 555-0199 poste 12").Fill("Durée de conservation", "18").Fill("Ce que les personnes y trouvent (français) (facultatif)", "Une promesse à nous.")
            .Fill("Ce que les personnes y trouvent (anglais) (facultatif)", "A promise of our own.");
        var saved = await administrator.SubmitAsync(form, Save);
        saved.Main.ShouldContain("Les réglages sont enregistrés.");
        saved.Form(Save).Value("Durée de conservation").ShouldBe("18");

        var anyone = app.Visitor();
        (await anyone.GoAsync("/fr/privacy")).Main.ShouldContain("18 mois après la fin de la consultation");
        (await anyone.GoAsync("/fr/help")).Document.QuerySelector("a[href='tel:5815550199,12']").ShouldNotBeNull();
        (await anyone.GoAsync("/fr")).Main.ShouldContain("Une promesse à nous.");
        (await anyone.GoAsync("/en")).Main.ShouldContain("A promise of our own.");
        var trail = (await administrator.GoAsync("/fr/council/audit-trail")).Main;
        trail.ShouldContain("Conseil ou réglages modifiés");
        trail.ShouldContain("durée de conservation, personnes à joindre, textes");
        trail.ShouldContain("24 → 18");
        trail.ShouldNotContain("581 555-0199");
    }

    [Fact]
    public async Task What_people_are_promised_follows_the_threshold()
    {
        await ShouldPromiseAsync(30);
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        await administrator.SubmitAsync((await administrator.GoAsync("/fr/council/settings")).Form(Save).Fill("Seuil de publication", "45"), Save);
        // Campaigns are remembered for a few seconds.
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        await ShouldPromiseAsync(45);
    }

    private async Task ShouldPromiseAsync(int people)
    {
        var anyone = app.Visitor();
        (await anyone.GoAsync("/fr")).Main.ShouldContain($"pour moins de {people} personnes");
        (await anyone.GoAsync("/en")).Main.ShouldContain($"for fewer than {people} people");
        (await anyone.GoAsync("/fr/consultation/ia-2026")).Main.ShouldContain($"jamais de moins de {people} personnes");
        (await anyone.GoAsync("/en/consultation/ia-2026")).Main.ShouldContain($"never of fewer than {people} people");
        foreach (var address in new[] { "/fr", "/fr/consultation/ia-2026", "/fr/privacy" }) (await anyone.GoAsync(address)).Html.ShouldNotContain("{threshold}");
    }

    [Theory]
    [InlineData("Courriel (facultatif)", "pas-une-adresse", "Courriel : écrivez une adresse courriel complète, comme prenom@exemple.org.")]
    [InlineData("Seuil de publication", "29", "Seuil de publication : écrivez un nombre entier, de 30 à 1000.")]
    [InlineData("Seuil de publication", "beaucoup", "Seuil de publication : écrivez un nombre entier, de 30 à 1000.")]
    [InlineData("Durée de conservation", "0", "Durée de conservation : écrivez un nombre entier de mois, de 1 à 120.")]
    [InlineData("Sigle (facultatif)", "<b>", "Sigle : écrivez de une à 4 lettres ou chiffres.")]
    [InlineData("Langues", "français", "Langues : « français » n’est pas un code de langue : deux ou trois lettres minuscules, comme « fr » ou « iu ».")]
    [InlineData("Nom du conseil (français)", "", "Nom du conseil (français) : écrivez ce texte.")]
    [InlineData("Ce que les personnes y trouvent (anglais) (facultatif)", "Only in English", "Ce que les personnes y trouvent (français) : écrivez ce texte.")]
    [InlineData("Adresse web (facultatif)", "javascript:alert(1)", "Adresse web : écrivez une adresse complète, qui commence par https://.")]
    public async Task What_cannot_be_is_refused_beside_its_field_and_kept_as_typed(string label, string typed, string message)
    {
        var administrator = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        var refused = await administrator.SubmitAndStayAsync((await administrator.GoAsync(There)).Form(Save).Fill(label, typed), Save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldContain(message);
        refused.Form(Save).Value(label).ShouldBe(typed);
        foreach (var link in refused.Document.QuerySelectorAll("[role=alert] a")) refused.Document.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("fr", Save, "Langues", "Nom du conseil (espagnol) : écrivez ce texte.")]
    [InlineData("en", "Save the settings", "Languages", "Name of the council (Spanish): write this text.")]
    public async Task Each_error_of_the_list_names_its_field(string language, string save, string languages, string expected)
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var refused = await administrator.SubmitAndStayAsync((await administrator.GoAsync($"/{language}/council/settings")).Form(save).Fill(languages, "fr, en, es"), save);
        refused.Errors.ShouldContain(expected);
        refused.Errors.Count.ShouldBeGreaterThan(10);
        refused.Errors.ShouldBeUnique();
    }

    [Fact]
    public async Task A_language_is_added_once_each_text_is_said_in_it()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        var refused = await administrator.SubmitAndStayAsync((await administrator.GoAsync(There)).Form(Save).Fill("Langues", "fr, en, es"), Save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.Count.ShouldBe(4);
        var form = refused.Form(Save).Fill("Nom du conseil (espagnol)", "Consejo de la Ribera").Fill("Le conseil en une phrase (espagnol)", "Un territorio inventado")
            .Fill("Personne ou équipe à joindre (espagnol) (facultatif)", "Equipo").Fill("Responsable de la protection des renseignements personnels (espagnol) (facultatif)", "Secretaría");
        (await administrator.SubmitAsync(form, Save)).Main.ShouldContain("Les réglages sont enregistrés.");
        (await app.Visitor().GoAsync("/es/c/rivage/help")).Document.QuerySelector(".organisme")!.TextContent.ShouldContain("Consejo de la Ribera");
    }

    [Fact]
    public async Task Of_two_administrators_the_second_is_told_of_the_first()
    {
        var first = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        var (one, other) = ((await first.GoAsync(There)).Form(Save), (await first.GoAsync(There)).Form(Save));
        await first.SubmitAsync(one.Fill("Durée de conservation", "22").Fill("Téléphone (facultatif)", "581 555-0177"), Save);
        var late = await first.SubmitAndStayAsync(other.Fill("Durée de conservation", "21").Fill("Sigle (facultatif)", "RV"), Save);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Main.ShouldContain("Quelqu’un d’autre a changé ces réglages");
        (await first.GoAsync(There)).Form(Save).Value("Durée de conservation").ShouldBe("22");
        var versions = late.Document.QuerySelectorAll("table tbody tr").Select(row => string.Join(" / ", row.Children.Select(cell => Page.Words(cell.TextContent)))).ToList();
        versions.ShouldContain("Durée de conservation / 21 / 22");
        versions.ShouldContain(row => row.StartsWith("Sigle / RV / ", StringComparison.Ordinal));
        // What the second had not touched is not undone by saving.
        late.Main.ShouldContain("Ce que vous n’aviez pas touché a pris la valeur enregistrée : Téléphone.");
        versions.ShouldNotContain(row => row.StartsWith("Téléphone", StringComparison.Ordinal));
        var mine = late.Form("Enregistrer ma version");
        mine.Value("Durée de conservation").ShouldBe("21");
        (await first.SubmitAsync(mine, "Enregistrer ma version")).Main.ShouldContain("Les réglages sont enregistrés.");
        var saved = (await first.GoAsync(There)).Form(Save);
        (saved.Value("Durée de conservation"), saved.Value("Sigle (facultatif)"), saved.Value("Téléphone (facultatif)")).ShouldBe(("21", "RV", "581 555-0177"));
    }

    [Fact]
    public async Task Nobody_to_write_to_is_refused_while_a_consultation_is_open()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        Form Settings(Page page) => page.Form(Save);
        var page = await administrator.GoAsync("/fr/council/settings");
        var refused = await administrator.SubmitAndStayAsync(Settings(page).Fill("Courriel (facultatif)", "").Fill("Téléphone (facultatif)", ""), Save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Courriel : gardez un courriel ou un téléphone : une consultation est ouverte, ou ses réponses sont gardées."]);
        foreach (var link in refused.Document.QuerySelectorAll("[role=alert] a")) refused.Document.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull();
        (await administrator.SubmitAsync(Settings(refused).Fill("Téléphone (facultatif)", "581 555-0142"), Save)).Main.ShouldContain("Les réglages sont enregistrés.");
        await administrator.SubmitAsync(Settings(await administrator.GoAsync("/fr/council/settings")).Fill("Courriel (facultatif)", "consultations@culture.example"), Save);
        var nobody = Settings(await administrator.GoAsync("/fr/council/settings"));
        foreach (var field in nobody.Element.QuerySelectorAll("[name^='contact.name.'], [name^='contact.officer.']").Select(f => f.GetAttribute("name")!).ToList()) nobody.Forge(field, "");
        var both = await administrator.SubmitAndStayAsync(nobody, Save);
        both.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        both.Errors.Count.ShouldBe(2);
        foreach (var link in both.Document.QuerySelectorAll("[role=alert] a")) both.Document.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_refused_is_never_said_to_be_done()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        var saved = await administrator.SubmitAsync((await administrator.GoAsync(There)).Form(Save), Save);
        saved.Main.ShouldContain("C’est fait");
        saved.Address.ShouldContain("done=saved");
        var refused = await administrator.SubmitAndStayAsync(saved.Form(Save).Fill("Seuil de publication", "beaucoup"), Save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Main.ShouldNotContain("C’est fait");
        refused.Main.ShouldNotContain("Les réglages sont enregistrés");
    }

    [Fact]
    public async Task A_council_without_a_study_has_a_whole_home_page()
    {
        var page = await app.Visitor().GoAsync("/fr/c/rivage");
        page.Document.QuerySelector("#t-milieu").ShouldBeNull();
        page.Main.ShouldNotContain("83");
        page.Main.ShouldContain("Dites où vous en êtes, voyez où en est le milieu");
    }

    [Fact]
    public async Task Only_administrators_of_the_council_settle_it()
    {
        (await app.Visitor().PeekAsync("/fr/council/settings")).Location!.ShouldContain("/account/sign-in");
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        (await analyst.PeekAsync("/fr/council/settings")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var other = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        (await other.PeekAsync("/fr/council/settings")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
