using System.Text;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Diapason.Tests.Consultations.Invitations;
using Diapason.Tests.Learning;
using Diapason.Tests.Workshops;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>What people do in that language, from an invitation to a certificate.</summary>
public sealed partial class ThirdLanguageTests
{
    [Fact]
    public async Task Somebody_is_invited_in_it_by_the_words_that_the_council_wrote_in_it()
    {
        var (id, council) = (await app.PlanAsync("en-tres-lenguas"), await app.SignedInAsync(Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        await council.OpenAsync(id);
        var words = await council.GoAsync(Inviting.Address(id) + "/invitations/Invitation/words");
        words.Main.ShouldContain("{lien} par le lien de la personne");
        words.Main.ShouldContain("En anglais : {link}, {title}, {day}, {name}.");
        words.Main.ShouldNotContain("En espagnol");
        var written = words.Form("Enregistrer le courriel").Fill("Objet (espagnol)", "Su opinión: {title}").Fill("Texte (espagnol)", "Hola {name}:\nHasta el {day}: {link}");
        await council.SubmitAsync(written, "Enregistrer le courriel");
        var list = "Correo,Nombre,Idioma\n" + string.Join('\n', new[] { "es", "Español", "espagnol", "SPANISH", "es-MX", "s", "f", "a", "fr", "English" }.Select((said, i) => $"p{i}@lenguas.example,Persona {i},{said}"));
        var read = await council.ReadListAsync(id, list);
        read.Main.ShouldNotContain("Langue que le conseil n’offre pas");
        await council.SubmitAsync(read.Form("Ajouter à la liste (10)"), "Ajouter à la liste (10)");
        foreach (var (language, people) in new[] { ("es", 6), ("fr", 2), ("en", 2) }) (await app.CountAsync("consultations_invitation", $"email LIKE '%@lenguas.example' AND language = '{language}'")).ShouldBe(people, language);
        await council.SendAsync(id, "Invitation");
        await app.SendMailsAsync(10);
        var mail = app.MailsTo("p1@lenguas.example").ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Su opinión: Nos métiers");
        Page.Words(mail.Text).ShouldStartWith("Hola Persona 1: Hasta el 26 de febrero de 2027: http");
        mail.Text.ShouldContain("/es/consultation/en-tres-lenguas/invitation/");
        // What the house adds is in French, where it has no Spanish.
        mail.Text.ShouldContain("jamais ce que vous avez répondu");
        mail.Text.ShouldNotContain('\uE000');
        app.MailsTo("p9@lenguas.example").ShouldHaveSingleItem().Text.ShouldContain("/en/consultation/");
    }

    [Fact]
    public async Task A_letter_that_begins_two_names_of_languages_is_no_language()
    {
        var (id, council) = (await app.PlanAsync("una-letra"), await app.SignedInAsync(Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        (await council.ReadListAsync(id, "Courriel;Langue\nx@letra.example;e\n")).Main.ShouldContain("Langue que le conseil n’offre pas");
    }

    [Theory]
    [InlineData("links.csv", "code;nom;personne;courriel;rejoint;note;retiré;adresse")]
    [InlineData("targets.csv", "groupe;nom;réponses")]
    public async Task A_table_is_written_with_the_words_that_the_house_has_and_read_on_a_page_in_any_language(string file, string columns)
    {
        var council = await app.SignedInAsync(AccountsVisits.Administrator);
        var id = (await app.CampaignAsync()).Id;
        var table = (await council.Client.GetStringAsync($"/es/manage/consultations/{id}/{file}", TestContext.Current.CancellationToken)).TrimStart('\uFEFF');
        table.ShouldStartWith(columns);
        foreach (var language in new[] { "fr", "en", "es" })
        {
            var page = await council.GoAsync($"/{language}/manage/consultations/{id}/{file.Split('.')[0]}");
            var form = page.Document.Forms.Single(f => f.QuerySelector("input[type=file]") is not null);
            var button = Page.Words(form.QuerySelector("button[class], button")!.TextContent);
            var label = Page.Words(form.QuerySelector("label")!.TextContent);
            var read = await council.SubmitAsync(page.Form(button).Attach(label, file, Encoding.UTF8.GetBytes(table)), button);
            read.Errors.ShouldBeEmpty(language);
        }
    }

    [Theory]
    [InlineData("es", true)]
    [InlineData("fr", false)]
    [InlineData("en", false)]
    public async Task Ones_own_words_say_in_which_languages_they_are_understood(string language, bool isSaid)
    {
        var page = await app.Visitor().GoAsync($"/{language}/next-steps/words");
        page.Main.Contains("Seuls des mots de ces langues sont compris ici : français, anglais.", StringComparison.Ordinal).ShouldBe(isSaid);
        page.Main.Contains("Only words in these languages are understood here: French, English.", StringComparison.Ordinal).ShouldBe(isSaid);
        page.Document.QuerySelectorAll(".avis p[lang]").Select(p => p.GetAttribute("lang")).ShouldBe(isSaid ? ["fr", "en"] : []);
    }

    [Fact]
    public async Task A_session_is_written_in_three_languages_and_followed_in_the_third_to_its_certificate()
    {
        var (keeper, page) = await app.WritingAsync("Lire une licence", day: "2026-11-23");
        var draft = page.Form("Enregistrer le brouillon").Fill("Titre (anglais) (facultatif)", "Read a licence").Fill("Titre (espagnol) (facultatif)", "Leer una licencia")
            .Fill("Texte pour le public (espagnol) (facultatif)", "Tres licencias, una decisión.").Fill("Langue de la session", "es");
        var sheet = await keeper.SubmitAsync(draft, "Enregistrer le brouillon");
        await keeper.SubmitAsync(sheet.Form("Ouvrir la session"), "Ouvrir la session");

        var visitor = app.Visitor();
        (await visitor.GoAsync("/es/learning")).Main.ShouldContain("Leer una licencia");
        var session = await visitor.GoAsync("/es/learning/lire-une-licence");
        session.Heading.ShouldBe("Leer una licencia");
        session.Main.ShouldContain("Tres licencias, una decisión.");
        session.Main.ShouldNotContain("Lire une licence");
        var form = await visitor.GoAsync("/es/learning/lire-une-licence/sign-up");
        form.Form().Element.QuerySelector("input[name='Input.Language'][checked]")!.GetAttribute("value").ShouldBe("es", "the page's own language is proposed");
        await visitor.SubmitAsync(PlacesVisits.Filled(form, "ana@lenguas.example", "Ana Ruiz"));
        var letter = await app.LetterAsync("ana@lenguas.example");
        letter.Subject.ShouldContain("Leer una licencia");
        letter.Link.ShouldStartWith("/es/");
        var place = await visitor.GoAsync(letter.Link);
        place.Html.ShouldNotContain('\uE000');
        await visitor.SubmitAsync(place.Form("Confirmer ma place"), "Confirmer ma place");

        // Within a day, for the other tests of this house.
        app.Clock.Advance(new DateTimeOffset(2026, 11, 23, 18, 35, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        keeper = await app.SignedInAsync(LearningVisits.Rfc);
        await keeper.SubmitAsync((await keeper.GoAsync(sheet.Address.Split('?')[0] + "/attendance/0")).Form("Enregistrer les présences").Choose("Ana Ruiz"), "Enregistrer les présences");
        app.Clock.Advance(TimeSpan.FromHours(4));
        place = await visitor.GoAsync(letter.Link);
        var certificate = await visitor.SubmitAsync(place.Form("Préparer mon attestation"), "Préparer mon attestation");
        certificate.Heading.ShouldBe("Ana Ruiz");
        certificate.Main.ShouldContain("Leer una licencia");
        certificate.Address.ShouldStartWith("/es/");
    }

    [Fact]
    public async Task A_room_is_entered_and_spoken_in_it()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Tres lenguas");
        await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        var visitor = app.Visitor();
        var start = await visitor.GoAsync("/es/workshops");
        var join = await visitor.SubmitAsync(start.Form("Entrer").Fill("Numéro de la salle", room), "Entrer");
        join.Address.ShouldStartWith("/es/");
        join.Heading.ShouldStartWith(Spanish);
        var page = await visitor.SubmitAsync(join.Form("Entrer dans la salle").Choose("Oui, gardez mes mots"), "Entrer dans la salle");
        page.Main.ShouldContain(Spanish + WorkshopsVisits.Cards);
        page = await visitor.CardAsync(page, "Se pierde tiempo");
        var card = await visitor.FollowAsync(page, "Ma carte et mon code");
        card.Document.QuerySelector(".carte span[lang=es]")!.TextContent.ShouldContain("Se pierde tiempo");
        var screen = await facilitator.GoAsync("/es/workshops/tres-lenguas/screen");
        screen.Html.ShouldContain(Spanish);
        screen.Html.ShouldNotContain('\uE000');
    }
}
