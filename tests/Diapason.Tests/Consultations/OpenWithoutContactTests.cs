using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
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
        await administrator.SubmitAsync(settings.Fill(Email, "").Fill("Téléphone (facultatif)", ""), Save);

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
        var opened = await administrator.SubmitAsync((await administrator.GoAsync(campaign + "/open")).Form().Fill("Dernier jour", "2027-03-31"));
        opened.Address.ShouldContain("done=opened");
    }
}
