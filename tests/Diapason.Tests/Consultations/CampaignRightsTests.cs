using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations.Invitations;
using Diapason.Tests.Front;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>A continuing-education officer runs the campaigns they prepared or were given, from the opening to the last reminder, and no other.</summary>
public sealed class CampaignRightsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Officer = "rfc@culture.example";

    [Fact]
    public async Task An_officer_prepares_opens_invites_follows_extends_closes_and_reopens_their_own()
    {
        var officer = await app.SignedInAsync(Officer);
        (await officer.GoAsync("/fr/manage/consultations")).Main.ShouldContain("Aucune campagne ne vous est confiée");
        var campaign = await PrepareAsync(officer, "sienne");
        campaign.Main.ShouldContain("La campagne est prévue.");
        var address = campaign.Address.Split('?')[0];
        var id = Guid.Parse(address.Split('/')[^1]);
        (await officer.GoAsync("/fr/manage/consultations")).Main.ShouldContain("Outils sienne");
        var desk = await officer.GoAsync("/fr/backstage");
        (await officer.GoAsync(BackstageTests.Act(desk, "Ouvrir la consultation"))).Heading.ShouldBe("Ouvrir la campagne");
        await officer.PromiseAsync(id, "Confidentiel");
        (await officer.OpenAsync(id)).Main.ShouldContain("La campagne est ouverte.");
        await officer.BringAsync(id, "sienne", 12);

        desk = await officer.GoAsync("/fr/backstage");
        desk.Main.ShouldContain("adresses jamais invitées : 12");
        (await officer.GoAsync(BackstageTests.Act(desk, "Envoyer les invitations"))).Heading.ShouldBe("Invitations");
        ((int)(await officer.SendAsync(id, "Invitation")).Status).ShouldBe(303);
        await app.SendMailsAsync(12);
        desk = await officer.GoAsync("/fr/backstage");
        desk.Main.ShouldNotContain("Un rappel est possible");
        desk.Main.ShouldContain("Un rappel pourra partir");
        (await officer.GoAsync(BackstageTests.Act(desk, "Écrire le rappel"))).Heading.ShouldBe("Écrire le rappel");
        desk.Main.ShouldContain("Votre consultation est ouverte");
        (await officer.GoAsync(BackstageTests.Act(desk, "Suivre le terrain"))).Address.ShouldEndWith("/following");
        app.Clock.Advance(TimeSpan.FromDays(8));
        officer = await app.SignedInAsync(Officer);
        (await officer.GoAsync(BackstageTests.Act(await officer.GoAsync("/fr/backstage"), "Préparer le rappel"))).Heading.ShouldBe("Envoyer un rappel");

        (await officer.GoAsync(address + "/following")).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.GoAsync(address + "/links")).Link("Outils sienne").ShouldBe(address);
        var page = await officer.GoAsync(address);
        page.Main.ShouldNotContain("CSV");
        page.Main.ShouldContain("restent aux administrateurs");
        (await officer.SubmitAsync((await officer.GoAsync(address + "/extend")).Form().Fill("Dernier jour", "2027-03-01"))).Main.ShouldContain("La campagne est prolongée.");
        (await officer.SubmitAsync((await officer.GoAsync(address + "/close")).Form("Fermer la campagne"))).Main.ShouldContain("La campagne est fermée.");
        desk = await officer.GoAsync("/fr/backstage");
        desk.Main.ShouldContain("Demandez le fichier des réponses");
        desk.Main.ShouldContain("Des adresses seront détruites");
        (await officer.GoAsync(BackstageTests.Act(desk, "Voir la campagne"))).Address.ShouldBe(address);
        (await officer.SubmitAsync((await officer.GoAsync(address + "/open")).Form("Rouvrir la campagne").Fill("Dernier jour", "2027-03-01").Fill("Pourquoi la rouvrir", "Fermée trop tôt"))).Main.ShouldContain("La campagne est rouverte.");
        foreach (var file in new[] { "/answers.csv", "/invitations.csv", "/named-answers.csv" }) (await officer.PeekAsync(address + file)).Status.ShouldBe(HttpStatusCode.Forbidden, file);
    }

    [Fact]
    public async Task Another_officers_campaign_is_closed_to_them_until_it_is_given()
    {
        var (id, administrator, officer) = (await app.PlanAsync("autre"), await app.SignedInAsync(AccountsVisits.Administrator), await app.SignedInAsync(Officer));
        string[] pages = ["", "/open", "/promise", "/invitations", "/invitations/bring", "/following", "/preview", "/extend", "/close"];
        foreach (var page in pages) (await officer.GoAsync(Inviting.Address(id) + page)).Status.ShouldBe(HttpStatusCode.Forbidden, page);
        (await officer.GoAsync(Inviting.Address(id) + "/runners")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var give = await administrator.FollowAsync(await administrator.GoAsync(Inviting.Address(id)), "Qui mène cette campagne");
        var name = Page.Words(give.Document.QuerySelector("main form label")!.TextContent);
        (await administrator.SubmitAsync(give.Form("Enregistrer ces personnes").Choose(name), "Enregistrer ces personnes")).Main.ShouldContain("ces personnes mènent la campagne");
        foreach (var page in new[] { "", "/open", "/promise", "/invitations", "/invitations/bring", "/following", "/preview", "/extend", "/close" }) (await officer.GoAsync(Inviting.Address(id) + page)).Status.ShouldBe(HttpStatusCode.OK, page);
        (await officer.GoAsync(Inviting.Address(id) + "/runners")).Status.ShouldBe(HttpStatusCode.Forbidden, "who runs it is for administrators to say");
        var trail = await administrator.GoAsync("/fr/council/audit-trail");
        trail.Main.ShouldContain("Campagne confiée");
        trail.Main.ShouldContain("Personne" + name);

        give = await administrator.GoAsync(Inviting.Address(id) + "/runners");
        await administrator.SubmitAsync(give.Form("Enregistrer ces personnes").Untick(name), "Enregistrer ces personnes");
        (await officer.GoAsync(Inviting.Address(id))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var stranger = (await administrator.GoAsync(Inviting.Address(id) + "/runners")).Form("Enregistrer ces personnes").Forge("Accounts", Guid.CreateVersion7().ToString());
        (await administrator.SubmitAndStayAsync(stranger, "Enregistrer ces personnes")).Errors.ShouldHaveSingleItem().ShouldContain("n’est plus RFC");
    }

    internal static async Task<Page> PrepareAsync(Visitor author, string slug)
    {
        var page = await author.StartBlankAsync("Outils " + slug, "Tools " + slug);
        page = await author.AddAsync(page, "Un choix");
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Utilisez-vous un outil d’IA?").Fill("Titre (anglais)", "Do you use an AI tool?").Fill("Nom dans les données", "usage")
            .Fill("Choix 1 (français)", "Oui").Fill("Choix 1 (anglais)", "Yes").Fill("Choix 2 (français)", "Non").Fill("Choix 2 (anglais)", "No"));
        var version = await author.SubmitAsync((await author.FollowAsync(page, "Enregistrer une version")).Form("Enregistrer cette version"), "Enregistrer cette version");
        return await author.SubmitAsync(version.Form("Prévoir la campagne").Fill("À quoi elle sert (français)", "Savoir.").Fill("À quoi elle sert (anglais)", "To know.").Fill("Nom dans l’adresse", slug), "Prévoir la campagne");
    }
}
