using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations.Invitations;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>A campaign opened again says why, within what was promised; several at once stand side by side; what is destroyed leaves a certificate.</summary>
public sealed class CampaignLifeTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task It_opens_again_with_a_reason_which_a_far_day_does_not_lose_and_the_trail_keeps()
    {
        var (id, council) = (await app.PlanAsync("rouvrir"), await app.SignedInAsync(AccountsVisits.Administrator));
        var first = await council.GoAsync(Inviting.Address(id) + "/open");
        first.Main.ShouldNotContain("Pourquoi la rouvrir");
        await council.OpenAsync(id);
        (await council.GoAsync(Inviting.Address(id) + "/extend")).Main.ShouldContain("gardées jusqu’au 26 février 2029");
        (await council.GoAsync(Inviting.Address(id) + "/close")).Main.ShouldContain("elle ne rouvre plus");
        await council.SubmitAsync((await council.GoAsync(Inviting.Address(id) + "/close")).Form("Fermer la campagne"));
        var again = await council.GoAsync(Inviting.Address(id) + "/open");
        again.Heading.ShouldBe("Rouvrir la campagne");
        (await council.SubmitAndStayAsync(again.Form("Rouvrir la campagne").Fill("Dernier jour", "2027-03-31"))).Errors.ShouldHaveSingleItem().ShouldBe("Dites pourquoi elle rouvre.");
        var far = await council.SubmitAsync(again.Form("Rouvrir la campagne").Fill("Dernier jour", "2029-03-31").Fill("Pourquoi la rouvrir", "Deux associations n’avaient pas reçu le lien"));
        far.Main.ShouldContain("Ce jour est à plus d’un an");
        far.Form("Rouvrir la campagne").Value("Pourquoi la rouvrir").ShouldBe("Deux associations n’avaient pas reçu le lien");
        var page = await council.SubmitAsync(far.Form("Rouvrir la campagne").Fill("Dernier jour", "2027-03-31"));
        page.Main.ShouldContain("La campagne est rouverte.");
        page.Main.ShouldContain("Deux associations n’avaient pas reçu le lien");
        (await council.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("RaisonDeux associations n’avaient pas reçu le lien");
    }

    [Fact]
    public async Task Two_open_campaigns_stand_on_the_home_page_in_the_order_the_council_chose()
    {
        var (id, council) = (await app.PlanAsync("cote-a-cote"), await app.SignedInAsync(AccountsVisits.Administrator));
        await council.OpenAsync(id);
        var home = await app.Visitor().GoAsync("/fr");
        var titles = Titles(home);
        titles.ShouldContain("Nos métiers");
        titles.Count.ShouldBeGreaterThan(1);
        home.Main.ShouldContain("encore ");
        home.Document.QuerySelectorAll(".ouvertes a[href$='/consultation/cote-a-cote']").Length.ShouldBe(1);

        var order = await council.FollowAsync(await council.GoAsync("/fr/manage/consultations"), "L’ordre des consultations ouvertes");
        var form = order.Form("Enregistrer cet ordre");
        var last = titles.Count;
        foreach (var select in order.Document.QuerySelectorAll("main select").Where(s => !s.GetAttribute("name")!.EndsWith(id.ToString(), StringComparison.Ordinal)))
            ((AngleSharp.Html.Dom.IHtmlSelectElement)select).Value = last.ToString(System.Globalization.CultureInfo.InvariantCulture);
        ((AngleSharp.Html.Dom.IHtmlSelectElement)order.Document.QuerySelector($"select[name='Place.{id}']")!).Value = "1";
        (await council.SubmitAsync(form, "Enregistrer cet ordre")).Main.ShouldContain("L’ordre est enregistré.");
        (await app.Visitor().GoAsync("/fr")).Document.QuerySelector(".ouvertes li a")!.GetAttribute("href").ShouldEndWith("/consultation/cote-a-cote");
        (await council.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Ordre des consultations changé");
        await council.SubmitAsync((await council.GoAsync(Inviting.Address(id) + "/close")).Form("Fermer la campagne"));
        Titles(await app.Visitor().GoAsync("/fr")).Count.ShouldBe(titles.Count > 2 ? titles.Count - 1 : 0, "alone, it has the whole opening");
    }

    [Fact]
    public async Task Destroyed_addresses_leave_a_certificate_that_says_who_when_how_many_and_how_it_was_checked()
    {
        var (id, council) = await app.InviteAsync("certifiee", 11);
        (await council.GoAsync(Inviting.Address(id) + "/certificate/addresses")).Status.ShouldBe(HttpStatusCode.NotFound);
        await council.SubmitAsync((await council.GoAsync(Inviting.Address(id) + "/invitations/destroy")).Form("Détruire les adresses pour toujours"), "Détruire les adresses pour toujours");
        var page = await council.FollowAsync(await council.GoAsync(Inviting.Address(id)), "Certificat de destruction des adresses");
        page.Main.ShouldContain("23 novembre 2026");
        page.Main.ShouldContain("Adresses, avec leur nom et leur langue11");
        page.Main.ShouldContain("Liens personnels11");
        page.Main.ShouldContain("Lignes encore au nom de ces personnes : 0.");
        page.Main.ShouldContain("À la demande de");
        page.Main.ShouldNotContain("personne : le jour promis");
        (await council.GoAsync(page.Address.Replace("/fr/", "/en/", StringComparison.Ordinal))).Heading.ShouldBe("Certificate of destruction of addresses");
        (await council.GoAsync(Inviting.Address(id) + "/certificate/answers")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static List<string> Titles(Page home) => [.. home.Document.QuerySelectorAll(".ouvertes h2").Select(h => Page.Words(h.TextContent))];
}

/// <summary>Once the last edition of its portrait is out, a campaign is closed for good.</summary>
public sealed class FinalCampaignTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Once_its_last_figures_are_published_it_does_not_open_again_and_says_what_to_do()
    {
        var (id, council) = ((await app.CampaignAsync()).Id.Value, await app.SignedInAsync(AccountsVisits.Administrator));
        await council.SubmitAsync((await council.GoAsync(Inviting.Address(id) + "/close")).Form("Fermer la campagne"));
        var early = await council.GoAsync(Inviting.Address(id) + "/open");
        for (var night = 0; night < 10; night++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await app.RunJobsAsync("studies.publish-editions");
        }

        council = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await council.GoAsync(Inviting.Address(id) + "/open");
        page.Main.ShouldContain("ne rouvre plus");
        page.Document.QuerySelector("main form").ShouldBeNull();
        var late = await council.SubmitAndStayAsync(early.Form("Rouvrir la campagne").Fill("Dernier jour", "2027-03-31").Fill("Pourquoi la rouvrir", "Trop tôt"));
        late.Status.ShouldNotBe(HttpStatusCode.SeeOther);
        (await council.GoAsync(Inviting.Address(id))).Main.ShouldNotContain("Rouverte");
    }
}
