using System.Net;
using AngleSharp.Dom;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Front;

/// <summary>Pages of the Coulisses say what they are for, lead to what one can do, and are read on a phone.</summary>
public sealed class StaffPagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Rfc = "rfc@culture.example";

    [Theory]
    [InlineData("administrator", "fr", "À quoi sert chaque page", "Inviter une personne, changer son rôle")]
    [InlineData("analyst", "fr", "À quoi sert chaque page", "combien il en manque")]
    [InlineData("rfc", "fr", "À quoi sert chaque page", "Copier l’adresse et un message")]
    [InlineData("rfc", "en", "What each page is for", "Copy the address and a message")]
    public async Task Each_role_reads_what_each_of_its_pages_is_for(string role, string language, string link, string task)
    {
        var visitor = await app.SignedInAsync($"{role}@culture.example");
        var desk = await visitor.GoAsync($"/{language}/backstage");
        var help = await visitor.FollowAsync(desk, link);
        help.Address.ShouldBe($"/{language}/backstage/help");
        help.Heading.ShouldBe(link);
        help.Main.ShouldContain(task);
        var (pages, told) = (Hrefs(desk, ".travaux a"), Hrefs(help, "main h3 a"));
        told.ShouldBe(pages, "every page open to the role, and no other");
        foreach (var text in help.Document.QuerySelectorAll("main h3 + p")) Page.Words(text.TextContent).Length.ShouldBeGreaterThan(40);
        help.Html.ShouldNotContain("[manage.");
    }

    [Fact]
    public async Task The_help_of_the_coulisses_is_closed_to_strangers() =>
        (await app.Visitor().GoAsync("/fr/backstage/help")).Address.ShouldContain("sign-in");

    [Theory]
    [InlineData("fr", "La lire comme tout le monde la lit", "Revenir à la modification", "Enregistrer l’étape")]
    [InlineData("en", "Read it as everyone does", "Back to editing", "Save the step")]
    public async Task The_page_as_people_read_it_leads_back_to_where_it_is_edited(string language, string asRead, string back, string save)
    {
        var rfc = await app.SignedInAsync(Rfc);
        var edit = await rfc.GoAsync($"/{language}/manage/offer/entry/one-page-policy");
        var read = await rfc.FollowAsync(edit, asRead);
        read.Document.QuerySelector("main a.retour")!.TextContent.Trim().ShouldBe(back);
        (await rfc.FollowAsync(read, back)).Form(save).ShouldNotBeNull();
        // Whoever received that address has nothing to edit.
        (await app.Visitor().GoAsync(read.Address)).Html.ShouldNotContain("/manage/");
    }

    [Theory]
    [InlineData("fr", "Retirer cette étape", "est retirée de l’offre", "Remettre cette étape", "est de nouveau dans l’offre")]
    public async Task What_is_withdrawn_or_put_back_is_named(string language, string withdraw, string withdrawn, string putBack, string back)
    {
        var rfc = await app.SignedInAsync(Rfc);
        var address = $"/{language}/manage/offer/entry/one-page-policy";
        var edit = await rfc.GoAsync(address);
        var said = await rfc.SubmitAsync(edit.Form(withdraw), withdraw);
        said.Main.ShouldContain($"« {edit.Heading} » {withdrawn}");
        said = await rfc.SubmitAsync((await rfc.GoAsync(address)).Form(putBack), putBack);
        said.Main.ShouldContain($"« {edit.Heading} » {back}");
    }

    [Theory]
    [InlineData("fr", "Envoyer un message prêt à ces groupes", "Voir la campagne, ou lui donner plus de jours")]
    [InlineData("en", "Send these groups a message that is ready", "See the campaign, or give it more days")]
    public async Task Who_sees_a_missing_group_is_led_to_what_can_be_done(string language, string share, string campaign)
    {
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        var page = await analyst.GoAsync($"/{language}/coverage");
        var passed = await analyst.FollowAsync(page, share);
        passed.Address.ShouldBe($"/{language}/manage/share#c-ia-2026");
        passed.Document.GetElementById("c-ia-2026").ShouldNotBeNull();
        (await analyst.FollowAsync(page, campaign)).Address.ShouldContain("/manage/consultations/");
    }

    [Theory]
    [InlineData("/fr/coverage")]
    [InlineData("/fr/council/members")]
    [InlineData("/fr/council/audit-trail")]
    [InlineData("/fr/council/organisations")]
    public async Task Rows_are_read_as_records_on_a_phone_with_each_cell_named(string address)
    {
        var page = await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("main .defile").ShouldBeEmpty("nothing scrolls sideways");
        page.Document.QuerySelectorAll("link[href*='coulisses']").ShouldNotBeEmpty("the styles that make records of rows");
        foreach (var cell in page.Document.QuerySelectorAll("main td").Where(cell => Page.Words(cell.TextContent).Length > 0 && cell.QuerySelector("dl, details") is null))
            (cell.GetAttribute("data-th") ?? "").ShouldEndWith(":", customMessage: cell.OuterHtml);
    }

    [Fact]
    public async Task A_message_is_copied_by_a_button_that_only_shows_where_it_works()
    {
        var page = await (await app.SignedInAsync(Rfc)).GoAsync("/fr/manage/share");
        var copies = page.Document.QuerySelectorAll("main button[data-copy]");
        copies.Select(button => button.GetAttribute("data-copy")).ShouldBe(page.Document.QuerySelectorAll("main textarea").Select(area => area.TextContent));
        foreach (var button in copies)
        {
            button.HasAttribute("hidden").ShouldBeTrue("page.js shows it");
            button.ParentElement!.QuerySelector("[role=status][data-copied]").ShouldNotBeNull();
        }

        copies.Select(button => Page.Words(button.TextContent)).ShouldBe(["Copier le message en français", "Copier le message en anglais"]);
    }

    [Theory]
    [InlineData("fr", "Rien n’est dû avant le ")]
    [InlineData("en", "Nothing is due before ")]
    public async Task What_is_due_in_months_does_not_await_anyone_this_week(string language, string heading)
    {
        var rfc = await app.SignedInAsync(Rfc);
        var page = await rfc.GoAsync($"/{language}/backstage");
        var last = app.Clock.GetUtcNow().AddDays(14);
        foreach (var day in page.Document.QuerySelectorAll("main section > ol.attente time")) DateTimeOffset.Parse(day.GetAttribute("datetime")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(last);
        // The consultation has two months to go: who is missing is told, openly, as what can wait.
        page.Heading.ShouldStartWith(heading);
        page.Document.QuerySelector("main details[open] ol.attente h3")!.TextContent.ShouldContain("45");
    }

    private static List<string> Hrefs(Page page, string links) => [.. page.Document.QuerySelectorAll(links).Select(link => link.GetAttribute("href")!)];
}
