using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>People who ask for the same in other words: an entry of the offer, and the competency it develops.</summary>
public sealed class TogetherTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Region = "Outaouais";

    [Fact]
    public async Task Four_and_four_make_eight_for_the_officer_and_one_session_calls_all_of_them_in_turn()
    {
        var rfc = await app.SignedInAsync(LearningVisits.Rfc);
        for (var n = 1; n <= 4; n++) await app.WaitingAsync($"e{n}@people.example", Region, n == 4 ? "En salle seulement" : "L’un ou l’autre");
        // One of them asks for both: one person.
        await AskAsync("e1@people.example");
        for (var n = 1; n <= 3; n++) await AskAsync($"c{n}@people.example");
        (await rfc.GoAsync("/fr/backstage")).Main.ShouldNotContain("Une liste d’intérêt est prête", customMessage: "seven people are not eight");
        (await AskAsync("c4@people.example")).Heading.ShouldBe("8 personnes attendent : assez pour chercher une session");

        var desk = await rfc.GoAsync("/fr/backstage");
        var thing = desk.Document.QuerySelectorAll(".attente > li").First(li => li.TextContent.Contains("Une liste d’intérêt est prête", StringComparison.Ordinal));
        thing.TextContent.ShouldContain("8 personnes attendent");
        thing.Closest("details").ShouldBeNull("a list that is ready does not wait behind the rest");
        var rows = (await rfc.GoAsync("/fr/manage/sessions/lists")).Document.QuerySelectorAll("tbody tr").Where(row => row.TextContent.Contains(Region, StringComparison.Ordinal)).Select(row => Page.Words(row.TextContent)).ToList();
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(row => row.Contains("8 sur 8"));
        rows.ShouldAllBe(row => row.Contains("en salle seulement : 1") && row.Contains("l’un ou l’autre : 7"));

        var edit = await rfc.FollowAsync(desk, "Écrire une session pour elles");
        edit.Main.ShouldContain("Pour 8 personnes qui attendent.");
        edit.Main.ShouldContain("sont comptées et appelées avec elles.");
        edit.Form("Enregistrer le brouillon").Fill("Titre (français)", "Ensemble").Fill("Texte pour le public (français)", "Une clause à la fois.").Fill("Organisme ou personne", "Quai des arts")
            .Fill("Pour joindre cet organisme ou cette personne", "quai@arts.example").Forge("meetings.0.day", "2027-02-10").Forge("meetings.0.start", "13:00").Forge("meetings.0.end", "16:00")
            .Choose("En ligne").Fill("Langue de la session", "fr").Fill("Nombre de places", "10");
        var sheet = await rfc.SubmitAsync(edit.Form("Enregistrer le brouillon"), "Enregistrer le brouillon");
        sheet.Main.ShouldContain("À l’ouverture, 7 personnes qui attendent sont appelées d’abord, dans l’ordre.");
        sheet.Main.ShouldContain("ne convient pas à 1 autre personne");
        (await rfc.SubmitAsync(sheet.Form("Ouvrir la session"), "Ouvrir la session")).Main.ShouldContain("7 sur 10");
        await app.RunJobsAsync("learning.send-letters");
        foreach (var who in new[] { "e1", "e2", "e3", "c1", "c2", "c3", "c4" }) (await app.LetterAsync($"{who}@people.example")).Subject.ShouldBe("La session que vous attendiez ouvre : Ensemble");
        var placed = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Registration>().OrderBy(r => r.Ordinal).Select(r => r.Email).ToListAsync());
        var places = placed.FindAll(email => email is ['e' or 'c', ..]);
        places.Count.ShouldBe(7, "each has one place");
        places.IndexOf("e2@people.example").ShouldBeLessThan(places.IndexOf("e3@people.example"));
        places.IndexOf("c1@people.example").ShouldBeLessThan(places.IndexOf("c4@people.example"));
    }

    [Fact]
    public async Task Who_leaves_an_address_is_written_and_the_link_follows_the_request_into_its_place()
    {
        var (_, mine) = await app.WaitingAsync("suivie@people.example", "Laval", entry: "opt-out");
        await app.RunJobsAsync("learning.confirm-requests");
        await app.RunJobsAsync("learning.confirm-requests");
        app.Letters("suivie@people.example").ShouldBe(1);
        var letter = app.Services.GetRequiredService<Mailer>().Written().First(m => m.To == "suivie@people.example");
        letter.Text.ShouldContain("Cette page dit où en est votre demande.");
        var (subject, link) = await app.LetterAsync("suivie@people.example");
        subject.ShouldStartWith("Votre demande est notée : ");
        var stranger = app.Visitor();
        var seen = await stranger.GoAsync(link);
        seen.Heading.ShouldBe("1 personne attend; il en faut 8");
        seen.Html.ShouldNotContain("suivie@people.example");
        seen.Main.ShouldNotContain("Votre code", customMessage: "the mail does not know it");

        var keeper = await app.SignedInAsync(AccountsVisits.Administrator);
        var lists = await keeper.GoAsync("/fr/manage/sessions/lists");
        Page.Words(lists.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Laval", StringComparison.Ordinal)).TextContent).ShouldContain("dit à partir de 3 personnes", customMessage: "what suits one person is not told");
        var edit = await keeper.GoAsync(lists.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Laval", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!);
        edit.Form("Enregistrer le brouillon").Fill("Texte pour le public (français)", "Réserver.").Fill("Organisme ou personne", "Quai").Fill("Pour joindre cet organisme ou cette personne", "quai@arts.example")
            .Forge("meetings.0.day", "2027-02-10").Forge("meetings.0.start", "13:00").Forge("meetings.0.end", "16:00").Choose("En ligne").Fill("Langue de la session", "fr").Fill("Nombre de places", "5");
        var sheet = await keeper.SubmitAsync(edit.Form("Enregistrer le brouillon"), "Enregistrer le brouillon");
        await keeper.SubmitAsync(sheet.Form("Ouvrir la session"), "Ouvrir la session");
        (await stranger.GoAsync(link)).Heading.ShouldBe("Une place est tenue pour vous");
        (await app.Visitor().GoAsync(mine.Address)).Heading.ShouldBe("Une place est tenue pour vous", "the code opens it too");
    }

    [Fact]
    public async Task The_link_of_the_mail_takes_the_request_back()
    {
        await app.WaitingAsync("reprise@people.example", "Laurentides", entry: "opt-out");
        await app.RunJobsAsync("learning.confirm-requests");
        var (_, link) = await app.LetterAsync("reprise@people.example");
        var visitor = app.Visitor();
        var asking = await visitor.FollowAsync(await visitor.GoAsync(link), "Effacer ma demande");
        (await visitor.SubmitAsync(asking.Form("Effacer ma demande"), "Effacer ma demande")).Main.ShouldContain("Votre demande est effacée.");
        (await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Interest>().AnyAsync(i => i.Email == "reprise@people.example"))).ShouldBeFalse();
    }

    private async Task<Page> AskAsync(string email)
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/learning/interest?competency=entrepreneur");
        return await visitor.SubmitAsync(page.Form("Ajouter mon nom").Fill("Votre région", Region).Choose("L’un ou l’autre").Fill("Adresse courriel", email)
            .Choose("Je veux que le conseil garde cette demande jusqu’à ce que la liste ferme ou que la session ait lieu"), "Ajouter mon nom");
    }
}

/// <summary>The desk of those who keep sessions, in the week of one and on its day.</summary>
public sealed class DeskOfSessionsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task The_session_of_the_day_comes_first_that_of_the_week_is_there_and_presences_not_ticked_are_told()
    {
        await app.OpenedAsync("Au bureau", day: "2026-12-10");
        await app.SigningUpAsync("au-bureau", "ada@people.example", "Ada");
        var (ada, mine) = (app.Visitor(), await app.LetterAsync("ada@people.example"));
        await ada.SubmitAsync((await ada.GoAsync(mine.Link)).Form("Confirmer ma place"), "Confirmer ma place");
        GoTo(5, 12);
        var rfc = await app.SignedInAsync(LearningVisits.Rfc);
        var week = await rfc.GoAsync("/fr/backstage");
        week.Main.ShouldContain("Session cette semaine");
        week.Main.ShouldContain("« Au bureau » : 1 place confirmée.");
        GoTo(10, 16);
        rfc = await app.SignedInAsync(LearningVisits.Rfc);
        var first = (await rfc.GoAsync("/fr/backstage")).Document.QuerySelector(".attente > li")!;
        first.TextContent.ShouldContain("Session aujourd’hui");
        Page.Words(first.QuerySelector("h3")!.TextContent).ShouldStartWith("« Au bureau »");
        first.QuerySelector(".acte a")!.GetAttribute("href")!.ShouldEndWith("/attendance/0");
        GoTo(12, 16);
        rfc = await app.SignedInAsync(LearningVisits.Rfc);
        (await rfc.GoAsync("/fr/backstage")).Main.ShouldContain("« Au bureau » est passée : 1 personne avait sa place.");
    }

    private void GoTo(int day, int hour) => app.Clock.Advance(new DateTimeOffset(2026, 12, day, hour, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
}
