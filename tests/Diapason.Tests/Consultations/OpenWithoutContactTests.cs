using System.Net;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>A consultation opens once people know whom to write to and how long their answers are kept.</summary>
public sealed class OpenWithoutContactTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_campaign_is_not_opened_before_a_contact_is_settled()
    {
        const string Save = "Enregistrer les réglages", Email = "Courriel (facultatif)";
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var campaign = (await administrator.GoAsync("/fr/manage/consultations")).Document.QuerySelector("main a[href*='/manage/consultations/']")!.GetAttribute("href")!;
        await administrator.SubmitAsync((await administrator.GoAsync(campaign + "/close")).Form());
        var settings = (await administrator.GoAsync("/fr/council/settings")).Form(Save);
        var (email, phone) = (settings.Value(Email)!, settings.Value("Téléphone (facultatif)")!);
        // A council whose answers are kept does not empty them itself: only one older than the setting has none.
        await SetAsync("culture", was => was with { Contact = was.Contact with { Email = "", Phone = "" } });

        var open = await administrator.GoAsync(campaign + "/open");
        open.Main.ShouldContain("Il manque une personne à qui écrire ou téléphoner.");
        // Answers are kept here, under the period they were promised: it cannot be taken away.
        open.Main.ShouldNotContain("Il manque la durée de conservation des réponses.");
        open.Main.ShouldNotContain("Il manque la personne responsable");
        var refused = await administrator.SubmitAndStayAsync(open.Form().Fill("Dernier jour", "2027-03-31"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("dites à qui écrire et combien de temps les réponses sont gardées");
        (await administrator.GoAsync(campaign)).Main.ShouldContain("Fermée");

        var there = await administrator.FollowAsync(refused, "Compléter les réglages du conseil");
        there.Main.ShouldContain("Avant d’ouvrir une consultation");
        await administrator.SubmitAsync(there.Form(Save).Fill(Email, email).Fill("Téléphone (facultatif)", phone), Save);
        var opened = await administrator.SubmitAsync((await administrator.GoAsync(campaign + "/open")).Form().Fill("Dernier jour", "2027-03-31").Fill("Pourquoi la rouvrir", "Fermée trop tôt."));
        opened.Address.ShouldContain("done=reopened");
    }

    [Theory]
    [InlineData("fr", "Enregistrer les réglages", "Durée de conservation", "Dernier jour", "combien de temps les réponses sont gardées", "Il manque la durée de conservation des réponses.")]
    [InlineData("en", "Save the settings", "Retention period", "Last day", "how long answers are kept", "How long answers are kept is missing.")]
    public async Task A_campaign_is_not_opened_before_a_retention_period_is_settled(string language, string save, string period, string lastDay, string refusal, string lacking)
    {
        var administrator = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        var there = $"/{language}/c/rivage";
        var campaign = (await administrator.GoAsync(there + "/manage/consultations")).Document.QuerySelector("main a[href*='/manage/consultations/']")!.GetAttribute("href")!;
        await administrator.SubmitAsync((await administrator.GoAsync(campaign + "/close")).Form());
        // A campaign that was open has a period: only a council older than the setting has none.
        var kept = (await SetAsync("rivage", was => was with { RetentionMonths = null })).RetentionMonths;
        var open = await administrator.GoAsync(campaign + "/open");
        open.Main.ShouldContain(lacking);
        var refused = await administrator.SubmitAndStayAsync(open.Form().Fill(lastDay, "2027-03-31"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldContain(refusal);
        (await administrator.GoAsync(campaign)).Html.ShouldNotContain(campaign + "/close");
        var settled = await administrator.GoAsync(there + "/council/settings");
        settled.Main.ShouldContain(lacking);
        settled.Form(save).Value(period).ShouldBeNullOrEmpty();
        await SetAsync("rivage", was => was with { RetentionMonths = kept });
    }

    private async Task<CouncilSettings> SetAsync(string slug, Func<CouncilSettings, CouncilSettings> to)
    {
        var was = await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DiapasonDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Slug == slug);
            var former = council.Settings;
            council.Settings = to(former);
            await db.SaveChangesAsync();
            return former;
        });
        app.Services.GetRequiredService<CouncilDirectory>().Refresh();
        return was;
    }
}
