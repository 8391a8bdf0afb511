using AngleSharp.Dom;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

public sealed class AuditTrailTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Trail = "/fr/council/audit-trail";
    private const string Members = "/fr/council/members";

    [Theory]
    [InlineData("fr", "facilitator", "Analyse", "Rôle changé", "Avant Animation", "Après Analyse", "novembre 2026")]
    [InlineData("en", "rfc", "Animation", "Role changed", "Before Continuing-education officer (RFC)", "After Facilitator", "November")]
    public async Task Says_who_did_what_to_whom_in_words(string language, string role, string given, string act, string before, string after, string month)
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var email = $"{role}@culture.example";
        var form = (await administrator.GoAsync((await administrator.GoAsync(Members)).Link($"Modifier {email}"))).Form("Enregistrer le rôle").Choose(given);
        await administrator.SubmitAsync(form, "Enregistrer le rôle");
        var page = await administrator.GoAsync($"/{language}/council/audit-trail");
        var row = Row(page, act, email);
        Page.Words(row.TextContent).ShouldContain(AccountsVisits.Administrator);
        Page.Words(row.TextContent).ShouldContain(month);
        row.QuerySelectorAll("dl > div").Select(pair => Page.Words(string.Join(' ', pair.Children.Select(c => c.TextContent)))).ShouldBe([before, after]);
        (await administrator.GoAsync(row.QuerySelectorAll("a").Single(a => Page.Words(a.TextContent) == email).GetAttribute("href")!)).Main.ShouldContain(email);
        page.Main.ShouldNotMatch("[{}]|[0-9a-f]{8}-[0-9a-f]{4}");
    }

    [Fact]
    public async Task Names_a_campaign_and_an_organisation_and_links_to_them()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var campaigns = await administrator.GoAsync("/fr/manage/consultations");
        var campaign = campaigns.Document.QuerySelectorAll("main a").First(a => a.GetAttribute("href")!.Contains("/manage/consultations/")).GetAttribute("href")!;
        await administrator.SubmitAsync((await administrator.GoAsync(campaign + "/extend")).Form("Prolonger la campagne").Fill("Dernier jour", "2027-06-01"), "Prolonger la campagne");
        var invitation = (await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", "cap@ailleurs.example").Choose("Personne").Fill("Organisme (facultatif)", "Théâtre du Cap");
        await administrator.SubmitAsync(invitation, "Inviter");

        var page = await administrator.GoAsync(Trail);
        var extended = Row(page, "Campagne prolongée", "L’IA dans mon travail culturel");
        extended.QuerySelectorAll("a")[^1].GetAttribute("href").ShouldBe(campaign);
        Page.Words(extended.TextContent).ShouldContain("1er juin 2027");
        Page.Words(Row(page, "Rôle donné", "cap@ailleurs.example").TextContent).ShouldContain("Théâtre du Cap");
    }

    [Fact]
    public async Task Names_nobody_who_left_or_is_of_another_council_only()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var invitation = (await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", AccountsVisits.OtherAdministrator).Choose("Personne");
        await administrator.SubmitAsync(invitation, "Inviter");
        (await administrator.GoAsync(Trail)).Main.ShouldContain(AccountsVisits.OtherAdministrator);
        var member = await administrator.GoAsync((await administrator.GoAsync(Members)).Link($"Modifier {AccountsVisits.OtherAdministrator}"));
        await administrator.SubmitAsync(member.Form("Retirer le rôle : " + AccountsVisits.OtherAdministrator));
        var after = await administrator.GoAsync(Trail);
        after.Main.ShouldNotContain(AccountsVisits.OtherAdministrator);
        after.Main.ShouldContain("Personne qui n’est plus membre (");
    }

    [Fact]
    public async Task Keeps_the_acts_of_an_erased_account_under_no_name()
    {
        const string Email = "passage@ailleurs.example";
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        await administrator.SubmitAsync((await administrator.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", Email).Choose("Administration du conseil"), "Inviter");
        var person = app.Visitor();
        await person.SubmitAsync((await person.GoAsync((await app.MailedLinkAsync(Email))!)).Form(), "Me connecter");
        await person.SubmitAsync((await person.GoAsync(Members)).Form("Inviter").Fill("Adresse courriel", "suite@ailleurs.example").Choose("Personne"), "Inviter");
        await person.SubmitAsync((await person.GoAsync("/fr/account/erase")).Form().Choose("Je comprends que rien ne pourra être récupéré"));
        var page = await administrator.GoAsync(Trail);
        page.Main.ShouldNotContain(Email);
        Page.Words(Row(page, "Rôle donné", "suite@ailleurs.example").TextContent).ShouldContain("Compte effacé (");
    }

    [Fact]
    public async Task Turns_its_pages_in_order()
    {
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DiapasonDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Slug == "rivage");
            var start = app.Clock.GetUtcNow().UtcDateTime;
            db.AddRange(Enumerable.Range(0, 60).Select(i => new AuditEntry { Id = Guid.CreateVersion7(), CouncilId = council.Id, Act = $"act.{i}", Subject = "nothing", At = start.AddMinutes(i) }));
            return await db.SaveChangesAsync();
        });
        var administrator = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        var first = await administrator.GoAsync("/fr/c/rivage/council/audit-trail");
        first.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(50);
        first.Document.QuerySelector("main tbody tr")!.TextContent.ShouldContain("act.59");
        var second = await administrator.FollowAsync(first, "Plus anciens");
        // The loading of the kit, and ten of the sixty.
        second.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(11);
        second.Main.ShouldContain("page 2 de 2");
        second.Link("Plus récents").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Reads_the_rows_of_former_versions_as_they_were_written()
    {
        var campaign = (await app.CampaignAsync()).Id.Value;
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DiapasonDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Slug == "culture");
            var at = app.Clock.GetUtcNow().UtcDateTime;
            AuditEntry Old(string act, string subject, string? details) => new() { Id = Guid.CreateVersion7(), CouncilId = council.Id, Act = act, Subject = subject, Details = details, At = at };
            db.AddRange(
                Old("campaign.extended", $"campaign:{campaign:D}", """{"from":"2026-01-05","to":"2026-02-07"}"""),
                Old("campaign.opened", $"campaign:{campaign:D}", """{"lastDay":"2026-03-09"}"""),
                Old("member.invited", "account:0198a000-0000-7000-8000-000000000001", """{"role":"analyst","organisation":null}"""),
                Old("wonder.done", "wonder:9", """{"colour":"blue"}"""));
            return await db.SaveChangesAsync();
        });
        var page = await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync(Trail);
        Page.Words(Row(page, "Campagne prolongée", "5 janvier 2026").TextContent).ShouldContain("7 février 2026");
        Page.Words(Row(page, "Campagne ouverte", "9 mars 2026").TextContent).ShouldContain("L’IA dans mon travail culturel");
        Page.Words(Row(page, "Rôle donné", "Compte effacé (").TextContent).ShouldContain("Analyse");
        Page.Words(Row(page, "wonder.done", "blue").TextContent).ShouldContain("9");
    }

    private static IElement Row(Page page, string act, string subject) => page.Document.QuerySelectorAll("main tbody tr")
        .First(row => Page.Words(row.TextContent).Contains(act) && row.Children.Skip(2).Any(cell => Page.Words(cell.TextContent).Contains(subject)));
}
