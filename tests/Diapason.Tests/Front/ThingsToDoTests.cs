using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Front;

/// <summary>The year walked by a clock: what awaits the council's people changes with its dates.</summary>
public sealed class ThingsToDoTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_consultation_about_to_close_then_closed_then_forgotten()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        (await administrator.GoAsync("/fr/backstage")).Main.ShouldNotContain("La consultation ferme");

        // The demonstration campaign lasts seventy days from its load.
        var last = await ClosesInAsync(administrator);
        app.Clock.Advance(TimeSpan.FromDays(last - 5));
        administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await administrator.GoAsync("/fr/backstage");
        page.Main.ShouldContain("réponses comptées jusqu’ici");
        (await administrator.GoAsync(BackstageTests.Act(page, "Prolonger la consultation"))).Heading.ShouldContain("rolonger");
        var rfc = await app.SignedInAsync("rfc@culture.example");
        page = await rfc.GoAsync("/fr/backstage");
        page.Main.ShouldContain("le dernier jour approche");
        page.Main.ShouldNotContain("réponses comptées jusqu’ici");
        (await rfc.GoAsync(BackstageTests.Act(page, "Faire connaître la consultation"))).Address.ShouldBe("/fr/manage/share");

        app.Clock.Advance(TimeSpan.FromDays(7));
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        page = await analyst.GoAsync("/fr/backstage");
        page.Main.ShouldContain("La consultation est terminée");
        page.Main.ShouldNotContain("Un groupe manque");
        (await analyst.GoAsync("/fr/manage/share")).Heading.ShouldBe("Aucune consultation n’est ouverte");

        app.Clock.Advance(TimeSpan.FromDays(20));
        analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        (await analyst.GoAsync("/fr/backstage")).Main.ShouldNotContain("La consultation est terminée");
    }

    private static async Task<int> ClosesInAsync(Visitor visitor)
    {
        var waiting = (await visitor.GoAsync("/fr/backstage")).Document.QuerySelectorAll(".travaux a span").Select(s => Page.Words(s.TextContent)).First(t => t.EndsWith("jours", StringComparison.Ordinal));
        return int.Parse(waiting.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>A year and more during which nobody reviewed anything.</summary>
public sealed class LateThingsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("fr", "Commencez par ce qui est en retard.", "Le reste avance sans vous")]
    [InlineData("en", "Start with what is late.", "Everything else is on track")]
    public async Task What_is_late_is_said_first_and_nothing_beside_it_is_said_to_go_well(string language, string told, string calm)
    {
        app.Clock.Advance(TimeSpan.FromDays(600));
        var page = await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync($"/{language}/backstage");
        page.Document.QuerySelectorAll("li.retard").ShouldNotBeEmpty();
        page.Main.ShouldContain(told);
        page.Main.ShouldNotContain(calm);
    }
}

/// <summary>Invitations nobody answered.</summary>
public sealed class UnansweredInvitationTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Is_told_after_a_week_and_a_new_one_is_sent()
    {
        const string Email = "nouvelle.rfc@example.org";
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var members = await administrator.GoAsync("/fr/council/members");
        await administrator.SubmitAsync(members.Form("Inviter").Fill("Adresse courriel", Email).Choose("Responsable de la formation continue (RFC)"), "Inviter");
        (await administrator.GoAsync("/fr/backstage")).Main.ShouldNotContain("Invitation sans réponse");
        (await app.MailedLinkAsync(Email)).ShouldNotBeNull();

        app.Clock.Advance(TimeSpan.FromDays(8));
        administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await administrator.GoAsync("/fr/backstage");
        page.Main.ShouldContain("Une personne invitée le");
        var seen = await administrator.GoAsync(BackstageTests.Act(page, "Inviter de nouveau cette personne"));
        seen.Main.ShouldContain("Personnes qui ne sont pas encore venues : 1.");
        var sent = await administrator.SubmitAsync(seen.Form("Inviter de nouveau : " + Email));
        sent.Main.ShouldContain($"Invitation envoyée à {Email}, valable jusqu’au ");

        var link = (await app.MailedLinkAsync(Email)).ShouldNotBeNull();
        var invited = app.Visitor();
        var landed = await invited.SubmitAsync((await invited.GoAsync(link)).Form(), "Me connecter");
        landed.Address.ShouldBe("/fr/backstage");
        (await administrator.GoAsync("/fr/backstage")).Main.ShouldNotContain("Invitation sans réponse");
    }
}
