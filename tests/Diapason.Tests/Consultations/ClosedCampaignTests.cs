using System.Net;
using Diapason.Consultations.Contracts;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

public sealed class ClosedCampaignTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_closed_campaign_says_so_and_keeps_the_draft_for_its_author()
    {
        var (author, other) = (app.Visitor(), app.Visitor());
        var first = await author.BeginAsync();
        var words = await author.PassUntilAsync(first, "/words");
        var check = await other.PassUntilAsync(await other.BeginAndAnswerAsync());
        app.Clock.Advance(TimeSpan.FromDays(80));

        var late = await author.ContinueAsync(words.Form("Continuer").Fill("Que craignez-vous?", "Perdre mon métier."));
        late.Main.ShouldContain("Perdre mon métier.", customMessage: "a page posted after the closing is kept in the draft");
        late.Main.ShouldContain("Cette consultation est fermée");
        (await app.StoredAsync(first.Code()))["open.fear"].Text.ShouldBe("Perdre mon métier.");
        (await author.GoAsync(Answering.Start + "/p/situation")).Address.ShouldEndWith("/mine");
        var file = await author.PeekAsync(late.Link(late.Document.QuerySelector("a[download]")!.TextContent.Trim()));
        file.MediaType.ShouldBe("text/plain");
        file.Html.ShouldContain("Perdre mon métier.");

        var refused = await other.SubmitAsync(check.Form("Envoyer mes réponses"));
        refused.Address.ShouldEndWith("/mine");
        (await app.ChangesAsync()).OfType<AnswersSent>().ShouldBeEmpty();

        var stranger = await app.Visitor().GoAsync(Answering.Start);
        stranger.Status.ShouldBe(HttpStatusCode.OK);
        stranger.Main.ShouldContain("Cette consultation est fermée");
        stranger.Document.QuerySelector("main form").ShouldBeNull();
        stranger.Main.ShouldNotContain("Ouverte jusqu’au");

        await RunJobsAsync();
        (await app.CampaignAsync()).ClosedAt.ShouldNotBeNull();
        (await app.StoredAsync(first.Code())).Count.ShouldBeGreaterThan(0);
        app.Clock.Advance(TimeSpan.FromDays(91));
        await RunJobsAsync();
        (await app.StoredAsync(first.Code())).Count.ShouldBe(0, "abandoned long after the closing");
        (await app.ChangesAsync(0)).OfType<AnswersSent>().Count().ShouldBe(1200, "what was sent stays");
    }

    private Task RunJobsAsync() => app.RunJobsAsync("consultations.");
}
