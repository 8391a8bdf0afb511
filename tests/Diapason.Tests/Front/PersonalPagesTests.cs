using Diapason.TestKit;
using Diapason.Tests.Consultations;
using Diapason.Tests.Needs;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Front;

/// <summary>What a person without an account sees of their own is not found by the next one at a shared computer.</summary>
public sealed class PersonalPagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_draft_is_kept_by_no_browser()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        await visitor.PassUntilAsync(page);
        foreach (var address in new[] { page.Address, Answering.Start, Answering.Start + "/check", Answering.Start + "/saved", "/fr/notebook", "/fr/" }) await ShouldNotBeKeptAsync(visitor, address);
    }

    [Fact]
    public async Task Answers_that_were_sent_are_kept_by_no_browser()
    {
        var visitor = app.Visitor();
        await visitor.SendOneAnswerAsync();
        foreach (var page in new[] { "receipt", "mine", "withdraw" }) await ShouldNotBeKeptAsync(visitor, $"{Answering.Start}/{page}");
        await ShouldNotBeKeptAsync(visitor, "/fr/notebook");
    }

    [Fact]
    public async Task Ones_own_steps_are_kept_by_no_browser()
    {
        var visitor = app.Visitor();
        var steps = await Walk.ToStepsAsync(visitor);
        var offered = steps.Document.QuerySelector("main a[href*='/next-steps/offer/']")!.GetAttribute("href")!;
        foreach (var address in new[] { steps.Address, "/fr/next-steps/quick", "/fr/next-steps/quick/positions", offered, "/fr/notebook" }) await ShouldNotBeKeptAsync(visitor, address);
    }

    private static async Task ShouldNotBeKeptAsync(Visitor visitor, string address)
    {
        using var response = await visitor.Client.GetAsync(address, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(200, address);
        (response.Headers.CacheControl?.NoStore ?? false).ShouldBeTrue(address);
    }
}
