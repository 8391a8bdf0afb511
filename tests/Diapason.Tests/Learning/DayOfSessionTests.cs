using System.Net;
using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>The day itself, and after.</summary>
public sealed class DayOfSessionTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Who_came_is_reminded_ticked_asked_and_given_a_certificate_that_anybody_can_check()
    {
        var (keeper, sheet) = await app.OpenedAsync("Le grand jour", day: "2026-12-10");
        await app.SigningUpAsync("le-grand-jour", "ada@people.example", "Ada Lévesque");
        var (ada, mine) = (app.Visitor(), await app.LetterAsync("ada@people.example"));
        await ada.SubmitAsync((await ada.GoAsync(mine.Link)).Form("Confirmer ma place"), "Confirmer ma place");
        await app.RunJobsAsync("learning.");
        var address = sheet.Address.Split('?')[0] + "/attendance/0";
        var early = await keeper.GoAsync(address);
        early.Main.ShouldContain("La rencontre n’a pas commencé : les présences se cochent à partir d’une heure avant.");
        early.Main.ShouldContain("Ada Lévesque");
        early.Document.QuerySelectorAll("main form").ShouldBeEmpty("nothing is offered that would be refused");

        app.Clock.Advance(new DateTimeOffset(2026, 12, 9, 12, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        await app.RunJobsAsync("learning.remind-people");
        await app.RunJobsAsync("learning.remind-people");
        (await app.LetterAsync("ada@people.example")).Subject.ShouldBe("C’est bientôt : Le grand jour");
        var letters = app.Letters("ada@people.example");

        app.Clock.Advance(new DateTimeOffset(2026, 12, 10, 18, 35, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        keeper = await app.SignedInAsync(LearningVisits.Rfc);
        (await keeper.SubmitAsync((await keeper.GoAsync(address)).Form("Enregistrer les présences").Choose("Ada Lévesque"), "Enregistrer les présences")).Heading.ShouldBe("1 personne présente sur 1");

        app.Clock.Advance(TimeSpan.FromHours(4));
        await app.RunJobsAsync("learning.remind-people");
        var (subject, link) = await app.LetterAsync("ada@people.example");
        subject.ShouldBe("Une minute pour dire ce que vous en avez pensé : Le grand jour");
        app.Letters("ada@people.example").ShouldBe(letters + 1);
        var visitor = app.Visitor();
        var place = await visitor.GoAsync(link);
        var asked = await visitor.FollowAsync(place, "Dire ce que j’en ai pensé (une minute)");
        (await visitor.SubmitAndStayAsync(asked.Form("Envoyer mon avis"), "Envoyer mon avis")).Errors.ShouldBe(["Dites si la session vous sert.", "Dites ce que vous pensez du rythme."]);
        var said = await visitor.SubmitAsync(asked.Form("Envoyer mon avis").Choose("Beaucoup").Choose("Juste"), "Envoyer mon avis");
        said.Main.ShouldContain("C’est noté, sans votre nom.");
        (await visitor.GoAsync(asked.Address)).Main.ShouldContain("Vous avez déjà dit ce que vous en avez pensé.");

        var certificate = await visitor.SubmitAsync(said.Form("Préparer mon attestation"), "Préparer mon attestation");
        certificate.Heading.ShouldBe("Ada Lévesque");
        certificate.Main.ShouldContain("2 heures");
        certificate.Main.ShouldContain("Le nom a été écrit par la personne elle-même.");
        var people = await keeper.GoAsync(sheet.Address.Split('?')[0] + "/people");
        people.Heading.ShouldBe("1 personne présente; places confirmées ou tenues : 1");
        people.Main.ShouldContain("Attestation au nom de Ada Lévesque");
        people.Main.ShouldNotContain("Rendre sa place");
        var stranger = await app.Visitor().GoAsync(certificate.Address);
        stranger.Heading.ShouldBe("Ada Lévesque");
        stranger.Html.ShouldNotContain("ada@people.example");
        (await app.Visitor().GoAsync("/fr/learning/certificate?code=0000")).Heading.ShouldBe("Aucune attestation n’a ce code");
        (await app.Visitor().GoAsync(certificate.Address.Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Heading.ShouldBe("Aucune attestation n’a ce code");
        (await keeper.GoAsync("/fr/manage/needs-board/report")).Main.ShouldContain("moins de 10");
        var file = await keeper.FollowAsync(await keeper.GoAsync("/fr/manage/needs-board/report"), "Prendre ce bilan (CSV)");
        file.Html.ShouldContain("moins de 10");
        file.MediaType.ShouldBe("text/csv");

        await visitor.SubmitAsync((await visitor.FollowAsync(await visitor.GoAsync(link), "Effacer mon inscription")).Form("Effacer mon inscription"), "Effacer mon inscription");
        (await app.Visitor().GoAsync(certificate.Address)).Heading.ShouldBe("Aucune attestation n’a ce code");
        (await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Feedback>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_feedback_is_for_who_was_there() =>
        (await app.Visitor().GoAsync("/fr/learning/feedback/00ff")).Status.ShouldBe(HttpStatusCode.NotFound);
}

/// <summary>What is asked for beside what is offered.</summary>
public sealed class BoardTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task The_widest_gap_comes_first_and_changes_with_what_is_offered()
    {
        var keeper = await app.SignedInAsync(LearningVisits.Rfc);
        (await keeper.GoAsync("/fr/manage/needs-board")).Heading.ShouldBe("Aucune demande sans place en vue");
        await app.WaitingAsync("a@people.example");
        await app.WaitingAsync("b@people.example");
        var board = await keeper.GoAsync("/fr/manage/needs-board");
        board.Heading.ShouldStartWith("2 personnes sans place dans leur région : ");
        await app.OpenedAsync("Pour toutes les régions", seats: 5);
        var everywhere = (await keeper.GoAsync("/fr/manage/needs-board")).Document.QuerySelectorAll("tbody tr").Where(tr => tr.TextContent.Contains("Toutes les régions", StringComparison.Ordinal)).ToList();
        everywhere.ShouldNotBeEmpty();
        everywhere.ShouldAllBe(tr => tr.TextContent.Contains("déjà comptées", StringComparison.Ordinal));
        Page.Words(board.Document.QuerySelector("tbody tr")!.TextContent).ShouldContain(InterestVisits.Gaspesie);
        (await app.Visitor().GoAsync("/fr/manage/needs-board")).Address.ShouldContain("sign-in");
    }
}
