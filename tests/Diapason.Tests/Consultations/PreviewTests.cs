using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Those who prepare a campaign walk through its true pages, and leave nothing behind.</summary>
public sealed class PreviewTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Staff_walk_the_true_pages_and_nothing_is_stored()
    {
        var (visitor, before) = (await app.SignedInAsync("analyst@culture.example"), await app.CountAsync("1 = 1"));
        var campaign = await app.CampaignAsync();
        var page = await visitor.FollowAsync(await visitor.GoAsync($"/fr/manage/consultations/{campaign.Id.Value}"), "Voir les pages comme les personnes qui répondent");
        page.Main.ShouldContain("Ceci est un aperçu");
        page.Main.ShouldContain("Vos réponses sont anonymes :");
        (await visitor.SubmitAndStayAsync(page.Form("Commencer"), "Commencer")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await visitor.SubmitAsync(page.Form("Commencer").Choose(Answering.Agree), "Commencer");
        page = await visitor.SubmitAsync(page.Form("Continuer").Choose("Je travaille à mon compte").Choose("Diffusion"), "Continuer");
        page.Main.ShouldContain("sous-secteur");
        page = await visitor.SubmitAsync(page.Form("Continuer").Choose("Musées"), "Page précédente");
        page.Checked().ShouldBe(["self_employed", "presenter"]);
        var headings = new List<string>();
        for (var pages = 0; page.Document.QuerySelector("form#answers") is not null; pages++, page = await visitor.SubmitAsync(page.Form("Continuer"), "Continuer"))
        {
            pages.ShouldBeLessThan(60);
            headings.Add(page.Heading);
        }

        page.Heading.ShouldBe("Fin de l’aperçu");
        headings.ShouldContain("À votre compte, quel est le principal obstacle à l’usage de l’IA?");
        headings.ShouldNotContain("Dans votre équipe, quel est le principal obstacle à l’usage de l’IA?");
        (await app.CountAsync("1 = 1")).ShouldBe(before);
    }

    [Fact]
    public async Task A_wrong_answer_is_refused_as_it_will_be()
    {
        var visitor = await app.SignedInAsync("administrator@culture.example");
        var campaign = await app.CampaignAsync();
        var page = await visitor.GoAsync($"/fr/manage/consultations/{campaign.Id.Value}/preview/formats");
        var refused = await visitor.SubmitAndStayAsync(page.Form("Continuer").Forge("hours", "abc"), "Continuer");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("en chiffres");
        (await visitor.SubmitAsync(page.Form("Continuer").Forge("hours", "6").Forge("-answers", "[not json"), "Continuer")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        var campaign = await app.CampaignAsync();
        (await app.Visitor().PeekAsync($"/fr/manage/consultations/{campaign.Id.Value}/preview")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await app.SignedInAsync("person@culture.example")).PeekAsync($"/fr/manage/consultations/{campaign.Id.Value}/preview")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync("administrator@culture.example")).PeekAsync($"/fr/c/rivage/manage/consultations/{campaign.Id.Value}/preview")).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
    }
}
