using System.Net;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;
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
        (await visitor.SubmitAsync(page.Form("Commencer"), "Commencer")).Errors.ShouldHaveSingleItem();
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
        var refused = await visitor.SubmitAsync(page.Form("Continuer").Forge("hours", "abc"), "Continuer");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("en chiffres");
        var back = await visitor.SubmitAsync(refused.Form("Continuer").Forge("hours", "abcd"), "Page précédente");
        back.Errors.ShouldBeEmpty();
        (await visitor.GoAsync(page.Address)).Document.QuerySelector("[name=hours]")!.GetAttribute("value").ShouldBe("abcd");
        (await visitor.SubmitAsync(refused.Form("Continuer").Forge("hours", "6"), "Continuer")).Errors.ShouldBeEmpty();
        (await visitor.GoAsync(page.Address)).Document.QuerySelector("[name=hours]")!.GetAttribute("value").ShouldBe("6");
    }

    [Fact]
    public async Task What_is_typed_is_found_again_by_its_author_alone_for_a_day()
    {
        var (rfc, other) = (await app.SignedInAsync("rfc@culture.example"), await app.SignedInAsync("administrator@culture.example"));
        var first = await rfc.AddAsync(await rfc.StartBlankAsync("Aller et venir", "To and fro"), "Un nombre");
        first = await rfc.SaveAsync(first, form => form.Fill("Titre (français)", "Combien d’heures?").Fill("Titre (anglais)", "How many hours?"));
        first = await rfc.SaveAsync(await rfc.AddAsync(first, "Quelques phrases"), form => form.Fill("Titre (français)", "Pourquoi?").Fill("Titre (anglais)", "Why?"));
        var preview = await rfc.FollowAsync(first, "Y répondre pour l’essayer");
        var page = await rfc.SubmitAsync(preview.Form("Commencer").Choose(Answering.Agree), "Commencer");
        page.Heading.ShouldBe("Combien d’heures?");
        // In letters, it is no answer yet: the other language, the way out and the way in keep it.
        var english = await rfc.SubmitAsync(page.Form("Continuer").Fill("Combien d’heures?", "douze"), "English");
        english.Form("Continue").Value("How many hours?").ShouldBe("douze");
        await rfc.SubmitAsync(english.Form("Continue").Fill("How many hours?", "12"), "Leave the preview");
        var again = await rfc.GoAsync(preview.Address);
        again.Main.ShouldContain("Vous aviez commencé cet aperçu");
        page = await rfc.FollowAsync(again, "Reprendre où vous étiez");
        page.Form("Continuer").Value("Combien d’heures?").ShouldBe("12");
        page = await rfc.SubmitAsync(page.Form("Continuer"), "Continuer");
        page = await rfc.SubmitAsync(page.Form("Continuer").Fill("Pourquoi?", "Pour voir"), "Page précédente");
        (await rfc.SubmitAsync(page.Form("Continuer"), "Continuer")).Form("Continuer").Value("Pourquoi?").ShouldBe("Pour voir");

        (await other.GoAsync(preview.Address)).Main.ShouldNotContain("Vous aviez commencé");
        (await other.GoAsync(page.Address)).Form("Continuer").Value("Combien d’heures?").ShouldBe("");
        again = await rfc.GoAsync(preview.Address);
        again = await rfc.SubmitAsync(again.Form("Recommencer l’aperçu"), "Recommencer l’aperçu");
        again.Main.ShouldNotContain("Vous aviez commencé");
        (await rfc.GoAsync(page.Address)).Form("Continuer").Value("Combien d’heures?").ShouldBe("");

        await rfc.SubmitAsync((await rfc.GoAsync(page.Address)).Form("Continuer").Fill("Combien d’heures?", "3"), "Quitter l’aperçu");
        (await CountAsync()).ShouldBeGreaterThan(0);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunJobsAsync("consultations.erase-abandoned-drafts");
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task It_is_seen_as_wide_as_a_telephone_in_a_frame_that_only_the_house_may_open()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var editor = await rfc.SaveAsync(await rfc.AddAsync(await rfc.StartBlankAsync("Sur un téléphone", "On a telephone"), "Un nombre"), form => form.Fill("Titre (français)", "Combien?").Fill("Titre (anglais)", "How many?"));
        var phone = await rfc.FollowAsync(editor, "La voir sur un téléphone");
        var frame = phone.Document.QuerySelector("iframe")!;
        (frame.GetAttribute("width"), frame.GetAttribute("title")).ShouldBe(("320", "La consultation dans 320 points de large"));
        (await rfc.FollowAsync(phone, "390 points de large")).Document.QuerySelector("iframe[width='390']").ShouldNotBeNull();
        using var outer = await rfc.Client.GetAsync(phone.Address);
        outer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'; manifest-src 'self'; frame-src 'self'");
        using var inner = await rfc.Client.GetAsync(frame.GetAttribute("src"));
        inner.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'self'");
        var page = await rfc.GoAsync(frame.GetAttribute("src")!);
        page.Heading.ShouldBe("Combien?");
        page.Document.QuerySelector("#answers")!.GetAttribute("target").ShouldBe("_self");
        (await (await app.SignedInAsync("facilitator@culture.example")).PeekAsync(phone.Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        var campaign = await app.CampaignAsync();
        (await app.Visitor().PeekAsync($"/fr/manage/consultations/{campaign.Id.Value}/preview")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await app.SignedInAsync("person@culture.example")).PeekAsync($"/fr/manage/consultations/{campaign.Id.Value}/preview")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync("administrator@culture.example")).PeekAsync($"/fr/c/rivage/manage/consultations/{campaign.Id.Value}/preview")).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
    }

    private async Task<long> CountAsync()
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command("SELECT COUNT(*) FROM consultations_preview");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
