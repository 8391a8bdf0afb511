using System.Net;
using System.Text;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>Those who keep the offer add, change and withdraw its entries on pages; people meet them at once.</summary>
public sealed class KeepOfferTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Save = "Enregistrer l’étape";
    private const string Rfc = "rfc@culture.example";
    private const string List = "/fr/manage/offer";

    [Fact]
    public async Task An_officer_adds_a_step_and_people_meet_it()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var saved = await rfc.SubmitAsync(Filled((await rfc.FollowAsync(await rfc.GoAsync(List), "Ajouter une étape")).Form(Save), "Une heure d’essai"), Save);
        saved.Address.ShouldBe("/fr/manage/offer/entry/une-heure-d-essai?done=saved");
        saved.Main.ShouldContain("L’étape est enregistrée.");
        var read = await app.Visitor().GoAsync("/en/next-steps/offer/une-heure-d-essai");
        read.Heading.ShouldBe("An hour of trial");
        read.Document.QuerySelector(".titre-page a.bouton")!.GetAttribute("href").ShouldBe("https://exemple.org/essai");
        (await app.Visitor().GoAsync("/fr/search?q=heure+essai")).Main.ShouldContain("Une heure d’essai");
        var trail = await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail");
        trail.Main.ShouldContain("Étape ajoutée à l’offre");
        trail.Main.ShouldContain("Une heure d’essai");
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one_step()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var form = Filled((await rfc.GoAsync("/fr/manage/offer/entry")).Form(Save), "Deux fois la même");
        (await rfc.SubmitAsync(form, Save)).Address.ShouldBe("/fr/manage/offer/entry/deux-fois-la-meme?done=saved");
        (await rfc.SubmitAsync(form, Save)).Address.ShouldBe("/fr/manage/offer/entry/deux-fois-la-meme?done=saved");
        (await rfc.SubmitAsync(form.Fill("Durée", "50"), Save)).Address.ShouldBe("/fr/manage/offer/entry/deux-fois-la-meme-2?done=saved");
    }

    [Theory]
    [InlineData("Titre (anglais)", "", "Titre (anglais) : écrivez ce texte.")]
    [InlineData("Genre", "", "Genre : remplissez ou choisissez.")]
    [InlineData("Durée", "longtemps", "Durée : écrivez un nombre entier.")]
    [InlineData("Durée", "0", "Durée : écrivez un nombre, de 1 à 12000.")]
    [InlineData("Montant (facultatif)", "cher", "Montant : écrivez un montant en dollars, comme 45,50.")]
    [InlineData("Lien (français) (facultatif)", "javascript:alert(1)", "Lien (français) : écrivez une adresse complète, qui commence par https://.")]
    [InlineData("Lien (anglais) (facultatif)", "", "Lien (anglais) : écrivez ce texte.")]
    [InlineData("Courriel (facultatif)", "pas-une-adresse", "Courriel : écrivez une adresse courriel complète, comme prenom@exemple.org.")]
    [InlineData("Téléphone (facultatif)", "bientôt", "Téléphone : écrivez un numéro de téléphone, comme 418 555-0123.")]
    public async Task What_cannot_be_is_refused_beside_its_field_and_kept_as_typed(string label, string typed, string message)
    {
        var rfc = await app.SignedInAsync(Rfc);
        var refused = await rfc.SubmitAndStayAsync(Filled((await rfc.GoAsync("/fr/manage/offer/entry")).Form(Save), "Refusée").Fill(label, typed), Save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldContain(message);
        refused.Form(Save).Value("Titre (français)").ShouldBe("Refusée");
        refused.Form(Save).Value(label).ShouldBe(typed);
        foreach (var link in refused.Document.QuerySelectorAll("[role=alert] a")) refused.Document.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_step_with_no_way_to_act_is_refused_and_a_place_with_a_date_is_one()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var form = Filled((await rfc.GoAsync("/fr/manage/offer/entry")).Form(Save), "Rencontre").Fill("Lien (français) (facultatif)", "").Fill("Lien (anglais) (facultatif)", "");
        var refused = await rfc.SubmitAndStayAsync(form, Save);
        refused.Errors.ShouldBe(["Dites comment agir : un lien, une personne à joindre, un document, ou un lieu avec une date."]);
        form = refused.Form(Save).Fill("Lieu (français) (facultatif)", "Gaspé").Fill("Lieu (anglais) (facultatif)", "Gaspé").Fill("Date 1 (facultatif)", "2099-02-10");
        (await rfc.SubmitAsync(form, Save)).Main.ShouldContain("L’étape est enregistrée.");
        (await app.Visitor().GoAsync("/fr/next-steps/offer/rencontre")).Main.ShouldContain("10 février 2099");
    }

    [Fact]
    public async Task A_file_is_checked_kept_when_the_form_is_refused_and_handed_out()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var form = Filled((await rfc.GoAsync("/fr/manage/offer/entry")).Form(Save), "Avec un document");
        var wrong = await rfc.SubmitAndStayAsync(form.Attach("français", "Notes.docx", "pas un document"u8.ToArray(), "Document 1 (facultatif)"), Save);
        wrong.Errors.ShouldContain("Document 1 (français) : le contenu de ce fichier n’est pas celui d’un fichier DOCX, ou il contient des macros.");
        var page = Encoding.UTF8.GetBytes("<!doctype html><title>Un</title><p>Bonjour");
        var half = await rfc.SubmitAndStayAsync(wrong.Form(Save).Attach("français", "Mon Étude (1).html", page, "Document 1 (facultatif)"), Save);
        half.Errors.ShouldBe(["Document 1 (anglais) : écrivez ce texte."]);
        half.Main.ShouldContain("En place : mon-etude-1.html.");
        var saved = await rfc.SubmitAsync(half.Form(Save).Attach("anglais", "study.html", page, "Document 1"), Save);
        saved.Main.ShouldContain("L’étape est enregistrée.");
        (await app.Visitor().Client.GetStringAsync("/fr/next-steps/offer/avec-un-document/mon-etude-1.html", TestContext.Current.CancellationToken)).ShouldContain("Bonjour");
        var bare = await rfc.SubmitAsync(saved.Form(Save).Choose("Enlever le document 1"), Save);
        bare.Main.ShouldNotContain("mon-etude-1.html");
        (await app.Visitor().PeekAsync("/fr/next-steps/offer/avec-un-document/mon-etude-1.html")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_people_the_second_is_shown_both_versions_and_loses_nothing()
    {
        var (rfc, other) = (await app.SignedInAsync(Rfc), await app.SignedInAsync(AccountsVisits.Administrator));
        const string address = "/fr/manage/offer/entry/one-page-policy";
        var (mine, theirs) = ((await rfc.GoAsync(address)).Form(Save), (await other.GoAsync(address)).Form(Save));
        await other.SubmitAsync(theirs.Fill("Durée", "55"), Save);
        var late = await rfc.SubmitAndStayAsync(mine.Fill("Titre (français)", "Une politique en une page, la mienne"), Save);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Main.ShouldContain("Quelqu’un d’autre a changé cette étape");
        late.Document.QuerySelectorAll("tbody th").Select(cell => Page.Words(cell.TextContent)).ShouldBe(["Titre (français)"]);
        late.Main.ShouldContain("Ce que vous n’aviez pas touché a pris la valeur enregistrée : Durée.");
        late.Form("Enregistrer ma version").Value("Durée").ShouldBe("55");
        late.Form("Enregistrer ma version").Value("Titre (français)").ShouldBe("Une politique en une page, la mienne");
        (await rfc.SubmitAsync(late.Form("Enregistrer ma version"), "Enregistrer ma version")).Main.ShouldContain("L’étape est enregistrée.");
        (await app.Visitor().GoAsync("/fr/next-steps/offer/one-page-policy")).Heading.ShouldBe("Une politique en une page, la mienne");
        (await rfc.GoAsync(address)).Form(Save).Value("Durée").ShouldBe("55");
    }

    [Fact]
    public async Task What_was_saved_before_is_not_said_again_above_an_error_and_the_form_leaves_no_place_behind()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var saved = await rfc.SubmitAsync(Filled((await rfc.GoAsync("/fr/manage/offer/entry")).Form(Save), "Enregistrée puis refusée"), Save);
        saved.Main.ShouldContain("L’étape est enregistrée. Elle paraît tout de suite.");
        saved.Form(Save).Element.GetAttribute("action").ShouldBe("/fr/manage/offer/entry/enregistree-puis-refusee");
        var refused = await rfc.SubmitAndStayAsync(saved.Form(Save).Fill("Titre (anglais)", ""), Save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Main.ShouldNotContain("L’étape est enregistrée");
        // The very address that says it, as an old page would send it.
        var forged = saved.Form(Save).Fill("Titre (anglais)", "");
        forged.Element.SetAttribute("action", saved.Address);
        (await rfc.SubmitAndStayAsync(forged, Save)).Main.ShouldNotContain("L’étape est enregistrée");
    }

    [Fact]
    public async Task An_empty_form_names_each_field_and_asks_how_to_act_with_the_rest()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var refused = await rfc.SubmitAndStayAsync((await rfc.GoAsync("/fr/manage/offer/entry")).Form(Save), Save);
        refused.Errors.ShouldContain("Titre (français) : écrivez ce texte.");
        refused.Errors.ShouldContain("Dites comment agir : un lien, une personne à joindre, un document, ou un lieu avec une date.");
        refused.Errors.ShouldBeUnique();
    }

    [Fact]
    public async Task A_day_already_past_is_told_with_what_it_does()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var form = Filled((await rfc.GoAsync("/fr/manage/offer/entry")).Form(Save), "Au passé").Fill("À revoir le", "2025-01-01").Fill("Date 1 (facultatif)", "2025-02-03");
        var saved = await rfc.SubmitAsync(form, Save);
        saved.Main.ShouldContain("L’étape est enregistrée.");
        saved.Main.ShouldNotContain("Elle paraît tout de suite.");
        saved.Main.ShouldContain("Son jour de révision, le 1er janvier 2025, est passé");
        saved.Main.ShouldContain("Déjà passé : 3 février 2025.");
    }

    [Fact]
    public async Task A_kind_is_said_in_the_same_words_where_it_is_chosen_listed_and_read()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var form = (await rfc.GoAsync("/fr/manage/offer/entry")).Form(Save);
        var chosen = Page.Words(form.Element.QuerySelector("select[name=kind] option[value=no_ai]")!.TextContent);
        var saved = await rfc.SubmitAsync(Filled(form, "Sans rien").Fill("Genre", "no_ai"), Save);
        saved.Main.ShouldContain("L’étape est enregistrée.");
        Page.Words((await app.Visitor().GoAsync("/fr/next-steps/offer/sans-rien")).Document.QuerySelector(".titre-page .surtitre")!.TextContent).ShouldBe(chosen);
        (await rfc.GoAsync(List + "?words=Sans+rien")).Document.QuerySelector("tbody td")!.TextContent.Trim().ShouldBe(chosen);
    }

    [Fact]
    public async Task Whoever_waits_for_people_comes_before_the_document_and_the_price_is_one_phrase()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var address = await AddressWithDocumentAsync(rfc);
        var form = (await rfc.GoAsync(address)).Form(Save).Fill("Montant (facultatif)", "50,25")
            .Fill("Personne ou service à joindre (français) (facultatif)", "Mme Roy").Fill("Personne ou service à joindre (anglais) (facultatif)", "Ms Roy").Fill("Courriel (facultatif)", "roy@exemple.org");
        var saved = await rfc.SubmitAsync(form, Save);
        saved.Form(Save).Value("Montant (facultatif)").ShouldBe("50,25");
        var read = await rfc.GoAsync(address.Replace("/manage/offer/entry/", "/next-steps/offer/", StringComparison.Ordinal));
        Page.Words(read.Document.QuerySelector(".titre-page a.bouton")!.TextContent).ShouldBe("Écrire à Mme Roy");
        read.Main.ShouldContain("50,25 $, gratuit");
        read.Main.ShouldContain("Vérifiée par le conseil, prochaine révision le");
    }

    private async Task<string> AddressWithDocumentAsync(Visitor rfc)
    {
        var page = Encoding.UTF8.GetBytes("<!doctype html><title>Un</title><p>Bonjour");
        var form = Filled((await rfc.GoAsync("/fr/manage/offer/entry")).Form(Save), "Clinique d’une heure")
            .Attach("français", "clinique.html", page, "Document 1 (facultatif)").Attach("anglais", "clinic.html", page, "Document 1 (facultatif)");
        return (await rfc.SubmitAsync(form, Save)).Address.Split('?')[0];
    }

    [Fact]
    public async Task A_step_saved_unchanged_changes_nothing()
    {
        var rfc = await app.SignedInAsync(Rfc);
        await rfc.SubmitAsync((await rfc.GoAsync("/fr/manage/offer/entry/peer-hour")).Form(Save), Save);
        (await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail")).Main.ShouldNotContain("Une heure entre pairs");
    }

    [Fact]
    public async Task A_withdrawn_step_is_proposed_no_more_says_so_and_can_come_back()
    {
        var visitor = app.Visitor();
        var steps = await Walk.ToStepsAsync(visitor);
        var first = steps.Document.QuerySelector("section.prochaine h2")!.TextContent.Trim();
        var address = steps.Document.QuerySelector("section.prochaine a")!.GetAttribute("href")!;
        var code = address[(address.LastIndexOf('/') + 1)..];
        var rfc = await app.SignedInAsync(Rfc);
        var listed = await rfc.SubmitAsync((await rfc.GoAsync($"/fr/manage/offer/entry/{code}")).Form("Retirer cette étape"), "Retirer cette étape");
        listed.Main.ShouldMatch("« .{3,} » est retirée de l’offre");
        (await visitor.GoAsync("/fr/next-steps/mine")).Main.ShouldNotContain(first);
        var page = await visitor.GoAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Main.ShouldContain("Le conseil ne propose plus cette étape.");
        page.Document.QuerySelectorAll(".titre-page a.bouton").ShouldBeEmpty();
        var withdrawn = await rfc.GoAsync(List + "?state=withdrawn");
        withdrawn.Main.ShouldContain("1 étape");
        await rfc.SubmitAsync((await rfc.FollowAsync(withdrawn, Page.Words(first))).Form("Remettre cette étape"), "Remettre cette étape");
        (await visitor.GoAsync("/fr/next-steps/mine")).Main.ShouldContain(Page.Words(first));
    }

    [Fact]
    public async Task The_list_is_searched_by_words_and_by_state()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var found = await rfc.SubmitAsync((await rfc.GoAsync(List)).Form("Chercher").Fill("Mots du titre, du texte ou de l’organisme (facultatif)", "copies SURES"), "Chercher");
        found.Main.ShouldContain("Comptes solides, copies sûres, fichiers retrouvés");
        found.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await rfc.GoAsync(List + "?words=introuvable")).Main.ShouldContain("Aucune étape ne répond à cette recherche.");
    }

    [Fact]
    public async Task Others_of_the_staff_read_the_list_and_change_nothing()
    {
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        (await analyst.GoAsync(List)).Main.ShouldNotContain("Ajouter une étape");
        (await analyst.PeekAsync("/fr/manage/offer/entry/peer-hour")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Visitor().PeekAsync("/fr/manage/offer/entry")).Location!.ShouldContain("/account/sign-in");
    }

    internal static Form Filled(Form form, string title) => form
        .Fill("Titre (français)", title).Fill("Titre (anglais)", "An hour of trial")
        .Fill("Ce que c’est, en une ou deux phrases (français)", "On essaie ensemble.").Fill("Ce que c’est, en une ou deux phrases (anglais)", "We try together.")
        .Fill("Genre", "Formation").Fill("À quoi elle sert", "Essayer et pratiquer").Fill("Formule", "En personne").Fill("Durée", "60").Fill("Prix", "Gratuit").Fill("À revoir le", "2099-01-01")
        .Fill("Lien (français) (facultatif)", "https://exemple.org/essai").Fill("Lien (anglais) (facultatif)", "https://exemple.org/essai")
        .Fill("Reconnaître l’IA", "0-2");
}
