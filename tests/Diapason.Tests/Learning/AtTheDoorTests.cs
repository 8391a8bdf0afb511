using System.Text;
using Diapason.Learning.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Ical.Net;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>Who comes without a confirmed place, and what a place gives: days for a calendar, a code again, a certificate that is checked.</summary>
public sealed class AtTheDoorTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Who_waited_or_never_signed_up_is_counted_when_they_are_there_and_can_show_it()
    {
        var (_, sheet) = await app.OpenedAsync("À la porte", seats: 1, day: "2026-12-10");
        await app.SigningUpAsync("a-la-porte", "ada@people.example", "Ada");
        await app.SigningUpAsync("a-la-porte", "gilles@people.example", "Gilles");
        var (ada, mine) = (app.Visitor(), await app.LetterAsync("ada@people.example"));
        await ada.SubmitAsync((await ada.GoAsync(mine.Link)).Form("Confirmer ma place"), "Confirmer ma place");
        var address = sheet.Address.Split('?')[0] + "/attendance/0";
        var keeper = await app.SignedInAsync(LearningVisits.Rfc);
        (await keeper.GoAsync(address)).Main.ShouldContain("La rencontre n’a pas commencé");
        (await app.PlaceAsync("gilles@people.example")).State.ShouldBe(PlaceState.Waiting);

        app.Clock.Advance(new DateTimeOffset(2026, 12, 10, 18, 35, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        await app.RunJobsAsync("learning.turn-places");
        keeper = await app.SignedInAsync(LearningVisits.Rfc);
        var list = await keeper.GoAsync(address);
        list.Main.ShouldContain("Sans place confirmée");
        (await keeper.SubmitAndStayAsync(list.Form("Noter cette personne présente"), "Noter cette personne présente")).Errors.ShouldBe(
            ["Écrivez son nom ou un pseudonyme : c’est ce qui la distingue dans la liste.", "Demandez son accord à la personne, puis cochez la case."]);
        (await keeper.SubmitAndStayAsync(Came(list, "Gilles").Fill("Son adresse courriel (facultatif)", "GILLES@people.example"), "Noter cette personne présente")).Errors.ShouldBe(["Cette adresse est déjà dans la liste de cette session : cochez la personne."]);
        (await keeper.SubmitAsync((await keeper.GoAsync(address)).Form("Enregistrer les présences").Choose("Ada").Choose("Gilles A attendu, sans place"), "Enregistrer les présences")).Heading.ShouldBe("2 personnes présentes sur 2");
        (await keeper.SubmitAsync((await keeper.GoAsync(address)).Form("Enregistrer les présences").Untick("Gilles"), "Enregistrer les présences")).Heading.ShouldBe("1 personne présente sur 1", "unticked, he stands as before");
        (await app.PlaceAsync("gilles@people.example")).State.ShouldBe(PlaceState.Unserved);
        (await keeper.SubmitAsync((await keeper.GoAsync(address)).Form("Enregistrer les présences").Choose("Gilles A attendu, sans place"), "Enregistrer les présences")).Heading.ShouldBe("2 personnes présentes sur 2");

        var door = Came(await keeper.GoAsync(address), "Rosalie");
        var came = await keeper.SubmitAsync(door, "Noter cette personne présente");
        came.Heading.ShouldBe("3 personnes présentes sur 3");
        (await keeper.SubmitAsync(door, "Noter cette personne présente")).Heading.ShouldBe("3 personnes présentes sur 3", "a form sent twice is one person");
        var code = came.Document.QuerySelector("strong.code")!.TextContent;

        app.Clock.Advance(TimeSpan.FromHours(5));
        var rosalie = app.Visitor();
        var asked = await rosalie.GoAsync("/fr/learning/code");
        var place = await rosalie.SubmitAsync(asked.Form("Retrouver ma place").Fill("Votre code de place", code), "Retrouver ma place");
        var certificate = await rosalie.SubmitAsync(place.Form("Préparer mon attestation"), "Préparer mon attestation");
        certificate.Heading.ShouldBe("Rosalie");
        certificate.Main.ShouldContain("Le nom a été écrit par le conseil quand il a inscrit la personne.");
        certificate.Address.ShouldStartWith("/fr/certificate/");
        certificate.Document.QuerySelector("svg.qr")!.GetAttribute("aria-label")!.ShouldContain(certificate.Address.Split('?')[0]);
        (await app.Visitor().GoAsync(certificate.Address)).Heading.ShouldBe("Rosalie");
        (await app.Visitor().GoAsync(certificate.Address.Replace("/fr/certificate/", "/fr/learning/certificate?code=", StringComparison.Ordinal))).Heading.ShouldBe("Rosalie", "addresses already printed still open");
    }

    [Fact]
    public async Task The_link_of_a_mail_gives_the_days_for_a_calendar_and_a_new_code_that_replaces_the_first()
    {
        await app.OpenedAsync("Au calendrier");
        var (_, signed) = await app.SigningUpAsync("au-calendrier", "cal@people.example");
        var first = signed.Document.QuerySelector(".code-garde")!.TextContent;
        var (visitor, letter) = (app.Visitor(), await app.LetterAsync("cal@people.example"));
        var page = await visitor.GoAsync(letter.Link);
        page.Main.ShouldNotContain("Prendre un nouveau code", customMessage: "the mail is still needed to confirm");
        page = await visitor.SubmitAsync(page.Form("Confirmer ma place"), "Confirmer ma place");
        var file = await visitor.FollowAsync(page, "Mettre ces dates dans mon calendrier (.ics)");
        file.MediaType.ShouldBe("text/calendar");
        var meeting = Calendar.Load(new MemoryStream(Encoding.UTF8.GetBytes(file.Html)))!.Events.Single();
        meeting.Summary.ShouldBe("Au calendrier");
        meeting.Start!.AsUtc.ShouldBe(new DateTime(2027, 2, 10, 18, 30, 0, DateTimeKind.Utc));
        meeting.End!.AsUtc.ShouldBe(new DateTime(2027, 2, 10, 20, 30, 0, DateTimeKind.Utc));
        file.Html.ShouldNotContain("cal@people.example");

        var asking = await visitor.FollowAsync(page, "Prendre un nouveau code");
        asking.Heading.ShouldBe("Remplacer votre code?");
        (await visitor.FollowAsync(asking, "Garder mon code")).Heading.ShouldBe("Votre place est confirmée");
        var renewed = await visitor.SubmitAsync(asking.Form("Remplacer mon code"), "Remplacer mon code");
        var second = renewed.Document.QuerySelector(".code-garde")!.TextContent;
        second.ShouldNotBe(first);
        var other = app.Visitor();
        var asked = await other.GoAsync("/fr/learning/code");
        (await other.SubmitAndStayAsync(asked.Form("Retrouver ma place").Fill("Votre code de place", first), "Retrouver ma place")).Errors.ShouldBe(["Ce code n’ouvre aucune place ici. Relisez chaque signe; une inscription effacée ne s’ouvre plus."]);
        (await other.SubmitAsync(asked.Form("Retrouver ma place").Fill("Votre code de place", second), "Retrouver ma place")).Heading.ShouldBe("Votre place est confirmée");
        (await visitor.GoAsync(letter.Link)).Heading.ShouldBe("Votre place est confirmée", "the mail still leads there");
    }

    [Fact]
    public async Task A_step_shows_its_sessions_that_have_a_seat_and_keep_to_ones_limits_and_signing_up_there_joins_nothing()
    {
        var visitor = app.Visitor();
        var words = await visitor.GoAsync("/fr/next-steps/words");
        var understood = await visitor.SubmitAsync(words.Form("Relire ma demande").Fill("Dites-le avec vos mots", "mon éditeur me demande de signer un contrat avec une clause sur l’IA"), "Relire ma demande");
        var steps = await visitor.SubmitAsync(understood.Form("Voir mes étapes"), "Voir mes étapes");
        steps.Main.ShouldContain("Contrat : l’IA, clause par clause");
        steps.Main.ShouldContain("places libres");
        var sign = await visitor.FollowAsync(steps, "M’inscrire à cette session : Protéger sa voix et son image");
        sign.Address.ShouldContain("/sign-up");
        sign.Address.ShouldNotContain("?", customMessage: "nothing of the path goes along");
        await visitor.SubmitAsync(PlacesVisits.Filled(sign, "chemin@people.example"));
        (await visitor.GoAsync("/fr/next-steps/mine")).Main.ShouldNotContain("chemin@people.example");
        (await visitor.GoAsync("/fr/next-steps/mine")).Main.ShouldNotContain("Votre place");
    }

    private static Form Came(Page list, string name) => list.Form("Noter cette personne présente").Fill("Son nom ou un pseudonyme", name).Choose("La personne veut que ces renseignements soient gardés, et sait combien de temps");
}
