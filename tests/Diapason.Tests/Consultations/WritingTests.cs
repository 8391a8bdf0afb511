using System.Net;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>A council writes a questionnaire in a browser, makes a version of it and fields it, without a file.</summary>
public sealed class WritingTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_council_writes_a_questionnaire_opens_it_and_is_answered()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var page = await author.StartBlankAsync("Outils du métier", "Tools of the trade");
        page.Heading.ShouldContain("manque");
        page = await author.AddAsync(page, "Un choix");
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Utilisez-vous un outil d’IA?").Fill("Titre (anglais)", "Do you use an AI tool?").Fill("Nom dans les données", "usage")
            .Fill("Choix 1 (français)", "Oui").Fill("Choix 1 (anglais)", "Yes").Fill("Choix 2 (français)", "Non").Fill("Choix 2 (anglais)", "No"));
        page = await author.AddAsync(page, "Un nombre");
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Combien d’heures par semaine?").Fill("Titre (anglais)", "How many hours a week?").Fill("Au plus (facultatif)", "60"));
        page = await author.SubmitAsync(page.Form("Enregistrer et ajouter une condition").Fill("Ajouter une condition au sujet de", "Utilisez-vous un outil d’IA?"), "Enregistrer et ajouter une condition");
        // A condition that says nothing is not a rule: it is asked for, and nothing is said to be saved.
        var unfinished = await author.SaveAsync(page, form => form);
        unfinished.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unfinished.Errors.ShouldHaveSingleItem().ShouldBe("Condition 1 : choisissez une réponse, ou retirez-la");
        page = unfinished;
        page = await author.SaveAsync(page, form => form.Choose("Oui", "Condition 1 : réponses"));
        page.Form("Enregistrer").Value("Montrer seulement si (facultatif)").ShouldBe("usage = 'oui'");
        (await author.GoAsync(page.Address.Split('?')[0])).Main.ShouldContain("Question 3 : Combien d’heures par semaine? se montre si « Utilisez-vous un outil d’IA? » est « Oui »");
        page = await author.AddAsync(page, "Quelques phrases");
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Pour quoi faire?"));
        page.Heading.ShouldBe("Une chose manque avant d’ouvrir");
        page.Main.ShouldContain("Question 4 : Pour quoi faire? : « Titre » manque en anglais.");
        (await author.SubmitAndStayAsync((await author.FollowAsync(page, "Enregistrer une version")).Form("Enregistrer cette version"), "Enregistrer cette version")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await author.SaveAsync(page, form => form.Fill("Titre (anglais)", "What for?"));
        page.Heading.ShouldContain("Rien ne manque");
        page = await author.SaveAsync(page, form => form.Fill("Montrer seulement si (facultatif)", "usage = ‘oui’ and usage = ‘non’"));
        page.Main.ShouldContain("aucune réponse ne mène ici");
        page.Heading.ShouldBe("Une chose manque avant d’ouvrir");
        page = await author.SubmitAsync(page.Form("Annuler la dernière modification"), "Annuler la dernière modification");

        var campaign = await author.FollowAsync(page, "Enregistrer une version");
        campaign.Main.ShouldContain("parcours au hasard : de 3 à 4 pages");
        campaign = await author.SubmitAsync(campaign.Form("Enregistrer cette version"), "Enregistrer cette version");
        var planned = await author.SubmitAsync(campaign.Form("Prévoir la campagne").Fill("À quoi elle sert (français)", "Savoir quels outils servent.").Fill("À quoi elle sert (anglais)", "To know which tools are used.").Fill("Nom dans l’adresse", "outils"), "Prévoir la campagne");
        planned.Main.ShouldContain("La campagne est prévue.");

        var administrator = await app.SignedInAsync("administrator@culture.example");
        var opened = await administrator.FollowAsync(await administrator.FollowAsync(await administrator.GoAsync("/fr/manage/consultations"), "Outils du métier"), "Ouvrir");
        (await administrator.SubmitAsync(opened.Form("Ouvrir la campagne").Fill("Dernier jour", "2027-01-31"), "Ouvrir la campagne")).Main.ShouldContain("La campagne est ouverte.");

        var respondent = app.Visitor();
        var answered = await respondent.GoAsync("/en/consultation/outils");
        answered = await respondent.SubmitAsync(answered.Form("Start").Choose("I have read this text and agree to take part."), "Start");
        answered = await respondent.SubmitAsync(answered.Form("Continue").Choose("Yes"), "Continue");
        answered.Heading.ShouldBe("How many hours a week?");
        answered = await respondent.SubmitAsync(answered.Form("Continue").Fill("How many hours a week?", "12"), "Continue");
        answered = await respondent.SubmitAsync(answered.Form("Continue"), "Continue");
        answered.Main.ShouldContain("How many hours a week? 12");
        (await respondent.SubmitAsync(answered.Form("Send my answers"), "Send my answers")).Heading.ShouldBe("Thank you, your answers have been sent");
        await CorrectsAsync(author, page, administrator);
    }

    /// <summary>A slip is corrected while people answer; a change of meaning asks for another version.</summary>
    private async Task CorrectsAsync(Visitor author, Page page, Visitor administrator)
    {
        page = await author.GoAsync(page.Link("3 Combien d’heures par semaine?"));
        page = await author.SaveAsync(page, form => form.Fill("Titre (anglais)", "How many hours each week?"));
        var version = await author.FollowAsync(page, "Enregistrer une version");
        version.Form("Enregistrer cette version").Value("Version").ShouldBe("2");
        version = await author.SubmitAndStayAsync(version.Form("Enregistrer cette version").Fill("Version", "1"), "Enregistrer cette version");
        version.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await author.SubmitAsync(version.Form("Corriger ces mots"), "Corriger ces mots")).Main.ShouldContain("Les mots sont corrigés");
        var respondent = app.Visitor();
        var answered = await respondent.GoAsync("/en/consultation/outils");
        answered = await respondent.SubmitAsync(answered.Form("Start").Choose("I have read this text and agree to take part."), "Start");
        (await respondent.SubmitAsync(answered.Form("Continue").Choose("Yes"), "Continue")).Heading.ShouldBe("How many hours each week?");
        var campaign = await administrator.FollowAsync(await administrator.GoAsync("/fr/manage/consultations"), "Outils du métier");
        campaign.Main.ShouldContain("Mots corrigés pendant la campagne : 1");
        (await administrator.Client.GetStringAsync(campaign.Address + "/codebook-en.csv")).ShouldContain("“How many hours a week?” became “How many hours each week?”");

        page = await author.SaveAsync(await author.GoAsync(page.Link("2 Utilisez-vous un outil d’IA?")), form => form.Fill("Choix 3 (français)", "Parfois").Fill("Choix 3 (anglais)", "Sometimes"));
        version = await author.FollowAsync(page, "Enregistrer une version");
        version = await author.SubmitAndStayAsync(version.Form("Enregistrer cette version").Fill("Version", "1"), "Enregistrer cette version");
        version.Main.ShouldContain("Question 2 : Utilisez-vous un outil d’IA?, Choix ajouté (français)");
        Should.Throw<InvalidOperationException>(() => version.Form("Corriger ces mots"));
    }

    [Fact]
    public async Task A_question_is_named_after_its_words_until_people_have_answered_it()
    {
        var (author, administrator) = (await app.SignedInAsync("rfc@culture.example"), await app.SignedInAsync("administrator@culture.example"));
        var page = await author.AddAsync(await author.StartBlankAsync("Noms faits des mots", "Names from words"), "Un choix");
        page.Form("Enregistrer").Value("Nom dans les données").ShouldBe("");
        page.Main.ShouldContain("Laissé vide, il est fait des mots de la question.");
        // Without words it keeps its place; while they are being typed too.
        using var letters = new FormUrlEncodedContent(page.Form("Enregistrer").Fill("Titre (français)", "Dans quel dom").Submission(null).Fields);
        using var typed = await author.Client.PostAsync(page.Document.QuerySelector("#piece")!.GetAttribute("data-keep"), letters);
        (await typed.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"\"");
        page = await author.SaveAsync(await author.GoAsync(page.Address), form => form.Fill("Titre (français)", "Dans quel domaine travaillez-vous?").Fill("Titre (anglais)", "In which field do you work?").Fill("Choix 1 (français)", "Arts de la scène").Fill("Choix 1 (anglais)", "Performing arts").Fill("Choix 2 (français)", "Musées").Fill("Choix 2 (anglais)", "Museums"));
        page.Form("Enregistrer").Value("Nom dans les données").ShouldBe("domaine_travaillez");
        page.Form("Enregistrer").Value("Code de la ligne 1").ShouldBe("arts_de_la_scene");
        var twin = await author.SaveAsync(await author.AddAsync(page, "Un nombre"), form => form.Fill("Titre (français)", "Domaine : travaillez?").Fill("Titre (anglais)", "Field?"));
        twin.Form("Enregistrer").Value("Nom dans les données").ShouldBe("domaine_travaillez_2");
        // Other words change nothing; a name taken out is made again; a step back finds its question.
        page = await author.SaveAsync(twin, form => form.Fill("Titre (français)", "Combien d’heures?"));
        page.Form("Enregistrer").Value("Nom dans les données").ShouldBe("domaine_travaillez_2");
        page = await author.SaveAsync(page, form => form.Fill("Nom dans les données", ""));
        page.Form("Enregistrer").Value("Nom dans les données").ShouldBe("combien_heures");
        page = await author.SubmitAsync(page.Form("Annuler la dernière modification"), "Annuler la dernière modification");
        page.Form("Enregistrer").Value("Nom dans les données").ShouldBe("domaine_travaillez_2");

        var version = await author.FollowAsync(page, "Enregistrer une version");
        var campaign = await author.SubmitAsync(version.Form("Enregistrer cette version"), "Enregistrer cette version");
        await author.SubmitAsync(campaign.Form("Prévoir la campagne").Fill("À quoi elle sert (français)", "Essai.").Fill("À quoi elle sert (anglais)", "Trial.").Fill("Nom dans l’adresse", "noms"), "Prévoir la campagne");
        var opened = await administrator.FollowAsync(await administrator.FollowAsync(await administrator.GoAsync("/fr/manage/consultations"), "Noms faits des mots"), "Ouvrir");
        await administrator.SubmitAsync(opened.Form("Ouvrir la campagne").Fill("Dernier jour", "2027-01-31"), "Ouvrir la campagne");
        page = await author.GoAsync(page.Address);
        page.Main.ShouldContain("Des personnes ont déjà répondu sous ce nom.");
        page = await author.SaveAsync(page, form => form.Fill("Nom dans les données", ""));
        page.Form("Enregistrer").Value("Nom dans les données").ShouldBe("domaine_travaillez_2");
    }

    [Fact]
    public async Task Every_step_is_kept_can_be_taken_back_and_compared()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var page = await author.AddAsync(await author.StartBlankAsync("Pas à pas", "Step by step"), "Une ligne de texte");
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Premier").Fill("Titre (anglais)", "First"));
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Second"));
        page = await author.SubmitAsync(page.Form("Annuler la dernière modification"), "Annuler la dernière modification");
        page.Form("Enregistrer").Value("Titre (français)").ShouldBe("Premier");
        page = await author.SubmitAsync(page.Form("Annuler la dernière modification"), "Annuler la dernière modification");
        page.Form("Enregistrer").Value("Titre (français)").ShouldBe("");
        page = await author.SubmitAsync(page.Form("Refaire le geste annulé"), "Refaire le geste annulé");
        page = await author.SubmitAsync(page.Form("Refaire le geste annulé"), "Refaire le geste annulé");
        page.Form("Enregistrer").Value("Titre (français)").ShouldBe("Second");
        Should.Throw<InvalidOperationException>(() => page.Form("Refaire le geste annulé"));
        var history = await author.FollowAsync(page, "Historique");
        history = await author.SubmitAsync(history.Form("Comparer ces deux états").Fill("De", "3").Fill("À", "8"), "Comparer ces deux états");
        history.Main.ShouldContain("Question 2 : Second, Titre (français) Premier Second");
        history.Main.ShouldContain("Geste annulé");
        var analyst = await app.SignedInAsync("analyst@culture.example");
        (await analyst.GoAsync(history.Address)).Status.ShouldBe(HttpStatusCode.OK);
        (await analyst.GoAsync(page.Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync("facilitator@culture.example")).GoAsync("/fr/manage/questionnaires")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Two_authors_never_overwrite_each_other_unseen()
    {
        var (first, second) = (await app.SignedInAsync("rfc@culture.example"), await app.SignedInAsync("administrator@culture.example"));
        var one = await first.AddAsync(await first.StartBlankAsync("À deux", "Two of us"), "Une ligne de texte");
        one = await first.SaveAsync(one, form => form.Fill("Titre (français)", "Question commune").Fill("Titre (anglais)", "Shared question").Fill("Nom dans les données", "commune"));
        one = await first.AddAsync(one, "Un nombre");
        var other = await second.GoAsync(one.Address);
        var shared = await second.GoAsync(one.Link("2 Question commune"));

        one = await first.SaveAsync(one, form => form.Fill("Titre (français)", "Combien?"));
        var kept = await second.SaveAsync(shared, form => form.Fill("Titre (anglais)", "Common question"));
        kept.Main.ShouldContain("Les deux changements sont gardés");
        kept.Main.ShouldContain("Combien?");

        var refused = await second.SubmitAndStayAsync(other.Form("Enregistrer").Fill("Titre (français)", "Combien d’heures?"), "Enregistrer");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Main.ShouldContain("Titre (français) Combien d’heures? Combien?");
        refused.Form("Enregistrer").Value("Titre (français)").ShouldBe("Combien d’heures?");
        (await second.SubmitAsync(refused.Form("Enregistrer"), "Enregistrer")).Form("Enregistrer").Value("Titre (français)").ShouldBe("Combien d’heures?");
    }

    [Fact]
    public async Task A_question_that_rules_rest_on_is_not_taken_out_unawares()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var page = await author.AddAsync(await author.StartBlankAsync("Retirer", "Taking out"), "Un choix");
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Oui ou non?").Fill("Titre (anglais)", "Yes or no?").Fill("Nom dans les données", "ouinon").Fill("Choix 1 (français)", "Oui").Fill("Choix 1 (anglais)", "Yes"));
        page = await author.AddAsync(page, "Un nombre");
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Combien?").Fill("Titre (anglais)", "How many?").Fill("Montrer seulement si (facultatif)", "ouinon = ‘oui’"));
        var asked = await author.GoAsync(page.Link("2 Oui ou non?"));
        asked = await author.SaveAsync(asked, form => form.Fill("Nom dans les données", "reponse").Fill("Code de la ligne 1", "o"));
        (await author.GoAsync(asked.Link("3 Combien?"))).Form("Enregistrer").Value("Montrer seulement si (facultatif)").ShouldBe("reponse = ‘o’");
        asked.Heading.ShouldContain("Rien ne manque");
        asked = await author.SubmitAsync(asked.Form("Descendre"), "Descendre");
        asked.Main.ShouldContain("interroge la page");
        asked = await author.SubmitAsync(asked.Form("Monter"), "Monter");
        var warned = await author.SubmitAsync(asked.Form("Retirer"), "Retirer");
        warned.Main.ShouldContain("Question 3 : Combien?");
        page = await author.SubmitAsync(warned.Form("Retirer"), "Retirer");
        page.Main.ShouldContain("« reponse », qui n’est pas une question");
        (await author.SubmitAsync(page.Form("Annuler la dernière modification"), "Annuler la dernière modification")).Heading.ShouldContain("Rien ne manque");
    }

    [Fact]
    public async Task A_form_of_others_is_shown_before_it_is_kept()
    {
        var author = await app.SignedInAsync("administrator@culture.example");
        var page = await author.GoAsync("/fr/manage/questionnaires/import");
        var seen = await author.SubmitAndStayAsync(page.Form("Voir ce qu’il devient").Attach("Fichier à lire", "form.xlsx", await XlsFormAsync()), "Voir ce qu’il devient");
        seen.Main.ShouldContain("« Terrain », en français, anglais. Questions : 3.");
        seen.Main.ShouldContain("Une page de consentement est ajoutée");
        seen.Main.ShouldContain("Non repris : 1");
        seen.Main.ShouldContain("ce type de question demande un appareil");
        (await author.GoAsync("/fr/manage/questionnaires")).Main.ShouldNotContain("Terrain");
        var report = await author.SubmitAndStayAsync(page.Form("Voir ce qu’il devient").Attach("Fichier à lire", "terrain.xlsx", await XlsFormAsync()), "Télécharger tout le rapport (CSV)");
        report.Html.ShouldContain("ce type de question demande un appareil");
        report.Html.Split('\n').Length.ShouldBeGreaterThan(5);
        var editor = await author.SubmitAsync(seen.Form("Garder comme brouillon"), "Garder comme brouillon");
        editor.Heading.ShouldContain("Rien ne manque");
        var text = await author.Client.GetStringAsync(editor.Link("Télécharger en YAML"));
        text.ShouldContain("kind: \"number\"");
        var again = await author.SubmitAndStayAsync(page.Form("Voir ce qu’il devient").Attach("Fichier à lire", "questionnaire.yaml", System.Text.Encoding.UTF8.GetBytes(text)), "Voir ce qu’il devient");
        again.Main.ShouldContain("Questions : 4.");
        // The same draft in JSON, and as an XLSForm.
        var json = await author.Client.GetByteArrayAsync(editor.Link("Télécharger en JSON"));
        (await author.SubmitAndStayAsync(page.Form("Voir ce qu’il devient").Attach("Fichier à lire", "questionnaire.json", json), "Voir ce qu’il devient")).Main.ShouldContain("Questions : 4.");
        var form = await author.Client.GetByteArrayAsync(editor.Link("Télécharger en XLSX"));
        (await author.SubmitAndStayAsync(page.Form("Voir ce qu’il devient").Attach("Fichier à lire", "questionnaire.xlsx", form), "Voir ce qu’il devient")).Main.ShouldContain("« Terrain »");
        var survey = await author.SubmitAndStayAsync(page.Form("Voir ce qu’il devient").Attach("Fichier à lire", "survey.lss", "<!DOCTYPE d><document/>"u8.ToArray()), "Voir ce qu’il devient");
        survey.Main.ShouldContain("Rien ne peut être fait de ce fichier.");
        survey.Main.ShouldContain("il appelle d’autres fichiers");
        var wrong = await author.SubmitAndStayAsync(page.Form("Voir ce qu’il devient").Attach("Fichier à lire", "form.xlsx", [1, 2, 3]), "Voir ce qu’il devient");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Errors.ShouldHaveSingleItem().ShouldContain("Ce fichier n’est pas d’une sorte connue. On attend ici : XLSX, LSS, JSON, YAML, YML");
        foreach (var (name, content, said) in new (string, byte[], string)[] { ("form.xlsx", "type,name\n"u8.ToArray(), "Ce fichier contient du texte"), ("form.json", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10], "Ce fichier est une image"), ("form.yaml", form, "Ce fichier est un classeur XLSX") })
            (await author.SubmitAndStayAsync(page.Form("Voir ce qu’il devient").Attach("Fichier à lire", name, content), "Voir ce qu’il devient")).Errors.ShouldHaveSingleItem().ShouldContain(said);
    }

    [Fact]
    public async Task A_kits_questionnaire_is_copied_tried_and_changed_piece_by_piece()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var page = await author.GoAsync("/fr/manage/questionnaires/new");
        page = await author.SubmitAsync(page.Form("Copier ce questionnaire").Fill("Copier", "L’IA dans mon travail culturel, version 2026.3"), "Copier ce questionnaire");
        page.Heading.ShouldContain("Rien ne manque");
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "L’IA, deuxième tour").Fill("Titre (anglais)", "AI, second round"));
        var list = await author.GoAsync(page.Link("Liste « impact »"));
        list = await author.SaveAsync(list, form => form.Fill("Choix 1 (français)", "Surtout positif"));
        list.Heading.ShouldContain("Rien ne manque");
        var section = await author.GoAsync(list.Link("2 Vous et votre milieu"));
        section = await author.SubmitAsync(section.Form("Copier"), "Copier");
        section.Heading.ShouldContain("Rien ne manque");
        section = await author.SubmitAsync((await author.SubmitAsync(section.Form("Retirer"), "Retirer")).Form("Retirer"), "Retirer");
        section.Heading.ShouldContain("Rien ne manque");
        var preview = await author.FollowAsync(section, "Y répondre pour l’essayer");
        preview.Main.ShouldContain("Ceci est un aperçu");
        preview = await author.SubmitAsync(preview.Form("Commencer").Choose(Answering.Agree), "Commencer");
        (await author.SubmitAsync(preview.Form("Continuer").Choose("Je travaille à mon compte").Choose("Diffusion"), "Continuer")).Main.ShouldContain("sous-secteur");
    }

    private static async Task<byte[]> XlsFormAsync()
    {
        string[] survey =
        [
            "type|name|label::Français (fr)|label::English", "select_one yn|uses|Utilisez-vous l’IA?|Do you use AI?", "integer|hours|Heures|Hours", "geopoint|place|Lieu|Place", "text|why|Pourquoi?|Why?",
        ];
        string[] choices = ["list_name|name|label::Français (fr)|label::English", "yn|yes|Oui|Yes", "yn|no|Non|No"];
        using var file = new MemoryStream();
        await using (var book = await XlsxTableWriter.CreateAsync(file, "survey", CancellationToken.None))
        {
            await SheetAsync(book, survey);
            await book.SheetAsync("choices", CancellationToken.None);
            await SheetAsync(book, choices);
            await book.SheetAsync("settings", CancellationToken.None);
            await SheetAsync(book, ["form_title", "Terrain"]);
        }

        return file.ToArray();
    }

    private static async Task SheetAsync(XlsxTableWriter book, string[] rows)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row.Split('|')) book.Code(cell);
            await book.EndRowAsync(CancellationToken.None);
        }
    }
}
