using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>An installation that holds the tourism kit alone: everything works, and nothing of another sector is ever said.</summary>
public sealed class OtherSectorTests(OtherSectorTests.TourismApp app) : IClassFixture<OtherSectorTests.TourismApp>
{
    private const string Start = "/fr/consultation/accueil-2026";

    [Fact]
    public async Task Someone_answers_from_consent_to_receipt_and_gets_next_steps_from_these_answers()
    {
        var visitor = app.Visitor();
        var receipt = await AnswerAsync(visitor);
        receipt.Heading.ShouldBe("Merci, vos réponses sont envoyées");
        Sector.SaysNothingOfCulture(receipt);
        var verify = await visitor.GoAsync("/fr/consultation/verify");
        (await visitor.SubmitAsync(verify.Form().Fill("Code de reçu", Consultations.Answering.Receipt(receipt)), "Vérifier")).Main.ShouldContain("Cette réponse est reçue");

        var steps = await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps")).Form("Voir mes étapes"));
        steps.Address.ShouldBe("/fr/next-steps/mine");
        Sector.SaysNothingOfCulture(steps);
        Needs.Walk.Steps(steps).ShouldContain("Masquer avant de demander");
        Needs.Walk.Steps(steps).ShouldNotContain("Dix minutes sans écran", "the questionnaire asks of no task, and this entry is for two of them");
    }

    [Fact]
    public async Task Someone_goes_through_the_quick_questions_in_English_and_opens_the_documents()
    {
        var visitor = app.Visitor();
        var quick = (await visitor.GoAsync("/en/next-steps/quick")).Form();
        foreach (var answer in new[] { "Running a business", "During the stay", "Bidding welcome", "I fear the welcome may lose its soul", "I spent more time with visitors, without AI" }) quick.Choose(answer);
        var positions = (await visitor.SubmitAsync(quick, "Continue")).Form();
        foreach (var group in positions.Element.QuerySelectorAll("fieldset:has(input[type=radio]) > legend").Select(l => Page.Words(l.TextContent))) positions.Choose("None of these, not yet", group);
        var steps = await visitor.SubmitAsync(positions, "See my next steps");
        Sector.SaysNothingOfCulture(steps);
        Needs.Walk.Steps(steps).ShouldContain("Ten minutes without a screen");
        Needs.Walk.Steps(steps).ShouldNotContain("A list of safe sentences, as a team", "it takes a team, and this person works alone");
        (await Sector.WalkAsync(visitor, [.. steps.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!)], "/en")).ShouldContain(a => a.EndsWith("ten-minutes-without-a-screen.html", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fr")]
    [InlineData("/en")]
    public async Task Every_public_page_answers_and_names_no_other_sector(string language)
    {
        await PortraitAsync();
        var seen = await Sector.WalkAsync(app.Visitor(), [language, language + "/portrait", language + "/next-steps", language + "/help", language + "/account/sign-in"], language);
        seen.Count.ShouldBeGreaterThan(12);
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("analyst")]
    [InlineData("organisation-lead")]
    public async Task Every_page_of_the_staff_and_every_export_names_no_other_sector(string role)
    {
        var visitor = await app.SignedInAsync(role + "@tourisme.example");
        var seen = await Sector.WalkAsync(visitor, ["/fr/account", "/fr/manage/consultations", "/fr/coverage", "/fr/council/settings"], "/fr", mayBeRefused: true);
        if (role == "analyst") seen.ShouldContain(a => a.Contains("/manage/consultations/", StringComparison.Ordinal) && a.Contains('.', StringComparison.Ordinal), "exports are among the links");
    }

    [Fact]
    public async Task The_portrait_shows_this_kits_figures_frame_and_threshold_and_no_published_study()
    {
        var page = await PortraitAsync();
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Main.ShouldContain("Marges inventées pour la démonstration");
        page.Main.ShouldContain("disent ne jamais utiliser l’IA au travail", customMessage: "what is measured, for its figure carries a mark");
        page.Main.ShouldNotContain("PDF");
        page.Document.QuerySelector(".demo")!.TextContent.ShouldNotContain("études", Case.Insensitive, "none is cited");
        (await app.Visitor().GoAsync("/fr/portrait.json")).Html.ShouldContain("marges-inventees-accueil");
    }

    /// <summary>The first portrait is computed after the start.</summary>
    private async Task<Page> PortraitAsync()
    {
        for (var i = 0; ; i++)
        {
            var page = await app.Visitor().GoAsync("/fr/portrait");
            if (i == 300 || page.Document.QuerySelector("figure") is not null) return page;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<Page> AnswerAsync(Visitor visitor)
    {
        var start = await visitor.GoAsync(Start);
        Sector.SaysNothingOfCulture(start);
        start.Main.ShouldContain("bonjour@tourisme.example");
        var page = await visitor.SubmitAsync(start.Form("Commencer").Choose("J’ai lu ce texte et je veux bien participer."), "Commencer");
        page = await NextAsync(visitor, page, f => f.Choose("Dans une équipe, le temps d’une saison").Choose("Réception et réservations"));
        page = await NextAsync(visitor, page, f => f.Fill("Dans quel décor travaillez-vous?", "En montagne").Choose("L’hiver"));
        page = await NextAsync(visitor, page, f => f.Choose("Certains jours"));
        page = await NextAsync(visitor, page, f => f.Choose("Répondre aux messages").Choose("Suggérer des sorties"));
        page = await NextAsync(visitor, page, f => f.Choose("L’allège", "Les réservations").Choose("L’alourdit", "L’accueil au comptoir"));
        page = await NextAsync(visitor, page, f => f.Choose("Mon horaire est plein"));
        page = await NextAsync(visitor, page, f => f.Choose("Sans aide", "Se débrouiller avec un ordinateur ou un téléphone").Choose("Pas encore", "Garder pour soi ce que les visiteurs confient"));
        page = await NextAsync(visitor, page, f => f.Fill("Qu’est-ce qu’un visiteur ne devrait jamais perdre?", "Le sourire."));
        page.Address.ShouldBe(Start + "/check");
        foreach (var said in new[] { "Réception et réservations", "En montagne", "Répondre aux messages", "Le sourire." }) page.Main.ShouldContain(said);
        Sector.SaysNothingOfCulture(page);
        return await visitor.SubmitAsync(page.Form("Envoyer mes réponses"), "Envoyer mes réponses");
    }

    private static Task<Page> NextAsync(Visitor visitor, Page page, Func<Form, Form> fill)
    {
        Sector.SaysNothingOfCulture(page);
        return visitor.SubmitAsync(fill(page.Form("Continuer")), "Continuer");
    }

    public sealed class TourismApp : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:Kit", "kits/ia-en-tourisme")];

        protected override Task<TestDatabase> NewDatabaseAsync() => TestDatabase.EmptyAsync();
    }
}
