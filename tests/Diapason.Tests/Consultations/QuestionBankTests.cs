using System.Net;
using Diapason.Forms;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>Questions are copied from the bank or from another questionnaire, files are downloaded, words are corrected from where one looks.</summary>
public sealed class QuestionBankTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Questions_of_the_bank_are_copied_with_their_choices_and_rules()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var page = await author.AddAsync(await author.StartBlankAsync("Depuis la banque", "From the bank"), "Un nombre");
        var take = await author.SubmitAsync(page.Form("Copier des questions d’ailleurs").Fill("Titre (français)", "Tapé avant").Fill("Titre (anglais)", "Typed before"), "Copier des questions d’ailleurs");
        take.Form("Voir ces questions").Element.QuerySelector("option[selected]")!.TextContent.ShouldContain("Banque de questions");
        (await author.SubmitAndStayAsync(take.Form("Copier ici ce qui est coché"), "Copier ici ce qui est coché")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var copied = await author.SubmitAsync(take.Form("Copier ici ce qui est coché").Choose("À quelle fréquence utilisez-vous un outil d’IA dans votre travail?").Choose("Pourquoi n’utilisez-vous pas l’IA?").Choose("Êtes-vous d’accord avec ces énoncés?"), "Copier ici ce qui est coché");
        copied.Main.ShouldContain("Questions copiées : 3.");
        copied.Heading.ShouldContain("Rien ne manque");
        copied.Form("Enregistrer").Value("Choix 2 (anglais)").ShouldBe("Less than once a month");
        var why = await author.GoAsync(copied.Link("4 Pourquoi n’utilisez-vous pas l’IA?"));
        (await author.GoAsync(why.Link("Réglages de la page"))).Form("Enregistrer").Value("Montrer seulement si (facultatif)").ShouldBe("bank_frequency = 'never'");
        (await author.GoAsync(why.Link("2 Tapé avant"))).Form("Enregistrer").Value("Titre (français)").ShouldBe("Tapé avant");
        take = await author.SubmitAsync(why.Form("Copier des questions d’ailleurs"), "Copier des questions d’ailleurs");
        var again = await author.SubmitAsync(take.Form("Copier ici ce qui est coché").Choose("Pourquoi n’utilisez-vous pas l’IA?"), "Copier ici ce qui est coché");
        again.Main.ShouldContain("Règles laissées de côté");
        again.Heading.ShouldContain("Rien ne manque");
        (await author.SubmitAsync(again.Form("Annuler la dernière modification"), "Annuler la dernière modification")).Document.QuerySelectorAll("#plan li").Length.ShouldBe(why.Document.QuerySelectorAll("#plan li").Length);
    }

    [Fact]
    public async Task The_bank_is_a_list_of_the_councils_own_and_never_a_version()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var list = await author.GoAsync("/fr/manage/questionnaires");
        var bank = await author.SubmitAsync(list.Form("Ouvrir la banque de questions"), "Ouvrir la banque de questions");
        bank.Main.ShouldContain("Banque de questions : Banque de questions sur l’IA en culture");
        bank.Heading.ShouldContain("Rien ne manque");
        bank.Document.QuerySelectorAll("#plan ol:not(:first-of-type) li").Length.ShouldBeGreaterThanOrEqualTo(15);
        Should.Throw<InvalidOperationException>(() => bank.Link("Enregistrer une version"));
        var same = await author.SubmitAsync(list.Form("Ouvrir la banque de questions"), "Ouvrir la banque de questions");
        same.Address.Split('?')[0].ShouldBe(bank.Address.Split('?')[0]);
        var files = await author.FollowAsync(bank, "Ce que garde chaque fichier");
        var form = await author.Client.GetByteArrayAsync(files.Link("Télécharger en XLSX"));
        form[..2].ShouldBe([(byte)'P', (byte)'K']);
        files.Main.ShouldContain("Ce qui y est dit autrement");
        (await author.Client.GetStringAsync(files.Link("Télécharger en YAML"))).ShouldContain("bank_frequency");
    }

    [Fact]
    public async Task What_is_not_complete_is_said_beside_its_form_of_others()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var page = await author.AddAsync(await author.StartBlankAsync("Pas fini", "Not done"), "Un choix");
        (await author.FollowAsync(page, "Ce que garde chaque fichier")).Main.ShouldContain("remplacé par des points");
    }

    [Fact]
    public async Task A_slip_is_corrected_from_the_campaigns_page_and_dated_for_analysts()
    {
        var author = await app.SignedInAsync("administrator@culture.example");
        var campaign = await author.GoAsync("/fr/manage/consultations");
        campaign = await author.FollowAsync(campaign, "L’IA dans mon travail culturel");
        var wordsPage = await author.FollowAsync(campaign, "Corriger une faute dans les mots");
        wordsPage.Main.ShouldContain("Ce qui reste : les réponses déjà données");
        wordsPage.Main.ShouldContain("Aucun mot n’a été corrigé");
        var page = await author.SubmitAsync(wordsPage.Form("Commencer un brouillon de cette version"), "Commencer un brouillon de cette version");
        page = await author.SaveAsync(page, form => form.Fill("Titre (anglais)", "AI in my cultural work today"));
        wordsPage = await author.FollowAsync(page, "Corriger les mots de la version 2026.3");
        wordsPage.Main.ShouldContain("AI in my cultural work AI in my cultural work today");
        (await author.SubmitAsync(wordsPage.Form("Corriger ces mots"), "Corriger ces mots")).Main.ShouldContain("Les mots sont corrigés");
        var analyst = await app.SignedInAsync("analyst@culture.example");
        var seen = await analyst.GoAsync(wordsPage.Address);
        seen.Document.QuerySelector("#corrected ~ div tbody tr")!.TextContent.ShouldContain("AI in my cultural work today");
        Should.Throw<InvalidOperationException>(() => seen.Form("Corriger ces mots"));
        (await (await app.SignedInAsync("facilitator@culture.example")).GoAsync(wordsPage.Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_badge_never_says_complete_of_what_is_missing_or_to_be_checked()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var page = await author.AddAsync(await author.StartBlankAsync("Pastilles", "Badges"), "Un choix");
        Badges(page).ShouldBe(["incomplet", "incomplet"]);
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Oui ou non?").Fill("Choix 1 (français)", "Oui").Fill("Choix 1 (anglais)", "Yes"));
        Badges(page).ShouldBe(["complet", "1 texte manque"]);
        page = await author.SaveAsync(page, form => form.Fill("Titre (anglais)", "Would you say, thinking of everything that you did, with or without a tool of any kind, in the course of the last three months at work, yes or no?"));
        Badges(page).ShouldBe(["complet", "à vérifier"]);
        page.Heading.ShouldBe("Rien ne manque; une chose est à vérifier");
        page.Title.ShouldContain("une chose est à vérifier");
    }

    private static IEnumerable<string> Badges(Page page) => page.Document.QuerySelectorAll(".feuille .langue span:last-child").Select(badge => Page.Words(badge.TextContent));
}
