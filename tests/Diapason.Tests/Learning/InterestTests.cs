using System.Net;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>Lists of interest: what is asked, what is told, what becomes of them.</summary>
public sealed class InterestTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task What_is_missing_is_told_by_field_and_nothing_typed_is_lost()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/learning/interest");
        var refused = await visitor.SubmitAndStayAsync(page.Form("Ajouter mon nom").Fill("Adresse courriel", "moi@people.example"), "Ajouter mon nom");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Choisissez ce que vous voulez apprendre.", "Choisissez votre région.", "Dites comment vous pourriez participer.", "Cochez la case pour que nous puissions garder votre demande."]);
        refused.Form("Ajouter mon nom").Value("Adresse courriel").ShouldBe("moi@people.example");
        (await visitor.GoAsync("/fr/learning/interest?entry=nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GoAsync("/en/learning/interest?competency=risk")).Heading.ShouldStartWith("I am interested: ");
    }

    [Fact]
    public async Task The_number_is_told_to_who_comes_after_and_the_code_finds_the_request_and_erases_it()
    {
        var (_, mine) = await app.WaitingAsync("liste@people.example", "Estrie", entry: "opt-out");
        mine.Heading.ShouldBe("1 personne attend; il en faut 8");
        (await app.Visitor().GoAsync("/fr/learning/interest?entry=opt-out")).Main.ShouldContain("1 sur 8 Estrie");
        var visitor = app.Visitor();
        var asked = await visitor.GoAsync("/fr/learning/code");
        var found = await visitor.SubmitAsync(asked.Form("Retrouver ma place").Fill("Votre code de place", mine.Document.QuerySelector(".code-garde")!.TextContent), "Retrouver ma place");
        found.Heading.ShouldBe("1 personne attend; il en faut 8");
        var asking = await visitor.FollowAsync(found, "Effacer ma demande");
        asking.Heading.ShouldBe("Effacer votre demande?");
        (await visitor.FollowAsync(asking, "Non, j’attends encore")).Heading.ShouldBe("1 personne attend; il en faut 8");
        (await visitor.SubmitAsync(asking.Form("Effacer ma demande"), "Effacer ma demande")).Main.ShouldContain("Votre demande est effacée.");
        (await app.Visitor().GoAsync(found.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Visitor().GoAsync("/fr/learning/interest?entry=opt-out")).Main.ShouldNotContain("1 sur 8");
    }

    [Fact]
    public async Task Whom_the_format_does_not_suit_stays_in_the_list()
    {
        await app.WaitingAsync("salle@people.example", "Laval", "En salle seulement", "translation");
        await app.WaitingAsync("ligne@people.example", "Laval", "En ligne seulement", "translation");
        var keeper = await app.SignedInAsync(AccountsVisits.Administrator);
        var lists = await keeper.GoAsync("/fr/manage/sessions/lists");
        var href = lists.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Laval", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        var edit = await keeper.GoAsync(href);
        edit.Form("Enregistrer le brouillon").Fill("Texte pour le public (français)", "Traduire.").Fill("Organisme ou personne", "Quai").Fill("Pour joindre cet organisme ou cette personne", "quai@arts.example")
            .Forge("meetings.0.day", "2027-02-10").Forge("meetings.0.start", "13:00").Forge("meetings.0.end", "16:00").Choose("En ligne").Fill("Langue de la session", "fr").Fill("Nombre de places", "5");
        var sheet = await keeper.SubmitAsync(edit.Form("Enregistrer le brouillon"), "Enregistrer le brouillon");
        (await keeper.SubmitAsync(sheet.Form("Ouvrir la session"), "Ouvrir la session")).Main.ShouldContain("1 sur 5");
        (await keeper.GoAsync("/fr/manage/sessions/lists")).Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Laval", StringComparison.Ordinal)).TextContent.ShouldContain("1 sur 8");
    }

    [Fact]
    public async Task The_council_settles_its_three_numbers_and_promises_no_longer_term_to_who_is_there()
    {
        var keeper = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await keeper.GoAsync("/fr/manage/sessions/rules");
        (await keeper.SubmitAndStayAsync(page.Form("Enregistrer les règles").Fill("Une liste d’intérêt est prête à", "0"), "Enregistrer les règles")).Errors.ShouldBe(["Écrivez un nombre de personnes entre 2 et 100."]);
        (await keeper.SubmitAsync(page.Form("Enregistrer les règles").Fill("Une liste d’intérêt est prête à", "8").Fill("Une place offerte est tenue", "48"), "Enregistrer les règles")).Main.ShouldContain("Les règles sont enregistrées.");
        await app.OpenedAsync("Terme promis");
        await app.SigningUpAsync("terme-promis", "terme@people.example");
        (await keeper.SubmitAndStayAsync((await keeper.GoAsync("/fr/manage/sessions/rules")).Form("Enregistrer les règles").Fill("Les inscriptions sont gardées", "24"), "Enregistrer les règles")).Errors.ShouldBe(["Des personnes se sont inscrites en sachant que ce serait 12 mois : on ne peut pas les garder plus longtemps."]);
    }
}

/// <summary>A list whose day comes.</summary>
public sealed class ListInTimeTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_list_that_no_session_answers_closes_tells_other_ways_to_learn_and_leaves_no_trace()
    {
        var (visitor, mine) = await app.WaitingAsync("seule@people.example");
        app.Clock.Advance(TimeSpan.FromDays(92));
        await app.RunJobsAsync("learning.");
        await app.RunJobsAsync("learning.");
        var letter = app.Services.GetRequiredService<Mailer>().Written().Single(m => m.To == "seule@people.example");
        letter.Text.ShouldContain("/fr/next-steps");
        letter.Text.ShouldContain("/fr/learning");
        (await visitor.GoAsync(mine.Address.Split('?')[0])).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
