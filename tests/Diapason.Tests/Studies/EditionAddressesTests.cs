using System.Net;
using System.Text.Json;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>Each edition keeps an address at which it never changes.</summary>
public sealed class EditionAddressesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string First = "/fr/portrait/ia-2026/editions/1";

    [Fact]
    public async Task An_edition_is_found_from_the_portrait_and_stays_as_it_was()
    {
        var page = await app.PortraitReadyAsync();
        var links = page.Document.QuerySelectorAll("#editions ~ details a").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBeGreaterThan(5);
        links[^1].ShouldBe(First);
        var first = await app.Visitor().GoAsync(First);
        first.Status.ShouldBe(HttpStatusCode.OK);
        first.Main.ShouldContain("Vous lisez l’édition 1, du");
        first.Main.ShouldContain("comme elle a paru");
        Page.Words(first.Document.QuerySelector(".tete-portrait")!.TextContent).ShouldNotContain("Personnes qui ont répondu", customMessage: "it moves from day to day");
        first.Title.ShouldContain("(édition 1)");
        first.Link($"Lire la dernière, l’édition {links.Count}, du {Day(page)}").ShouldBe("/fr/portrait/ia-2026");
        (await app.Visitor().GoAsync(links[0])).Main.ShouldNotContain("Vous lisez l’édition");
        (await app.Visitor().GoAsync("/en/portrait/ia-2026/editions/1?selon=region")).Main.ShouldContain("You are reading edition 1, of");

        var before = await ReadAsync(First + ".json");
        (before.GetProperty("edition").GetProperty("number").GetInt32(), before.GetProperty("edition").GetProperty("isClosing").GetBoolean()).ShouldBe((1, false));
        before.GetProperty("receivedAtLeast").ValueKind.ShouldBe(JsonValueKind.Null, "it moves");
        before.GetProperty("figures").EnumerateArray().Where(row => !row.GetProperty("hidden").GetBoolean()).ShouldAllBe(row => row.GetProperty("edition").GetInt32() == 1);
        app.Clock.Advance(TimeSpan.FromDays(80));
        await app.RunJobsAsync("consultations.close");
        for (var night = 0; night < 9; night++)
        {
            await app.RunJobsAsync("studies.");
            app.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await ReadAsync(First + ".json")).GetRawText().ShouldBe(before.GetRawText());
    }

    [Fact]
    public async Task Its_files_are_kept_for_a_day_and_asked_about_by_their_hash()
    {
        await app.PortraitReadyAsync();
        var client = app.Visitor().Client;
        foreach (var ending in new[] { ".json", ".csv" })
        {
            using var whole = await client.GetAsync(First + ending, TestContext.Current.CancellationToken);
            whole.Headers.CacheControl!.ToString().ShouldBe("public, max-age=86400");
            using var again = new HttpRequestMessage(HttpMethod.Get, First + ending) { Headers = { { "If-None-Match", whole.Headers.ETag!.Tag } } };
            (await client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }

        (await client.GetAsync("/fr/portrait/ia-2026.json", TestContext.Current.CancellationToken)).Headers.CacheControl.ShouldBeNull("what a campaign shows now moves");
    }

    [Theory]
    [InlineData("/fr/portrait/ia-2026/editions/0")]
    [InlineData("/fr/portrait/ia-2026/editions/999")]
    [InlineData("/fr/portrait/ia-2026/editions/999.json")]
    [InlineData("/fr/portrait/nobody/editions/1")]
    [InlineData("/fr/c/rivage/portrait/ia-2026/editions/1.csv")]
    public async Task There_is_no_other(string address)
    {
        await app.PortraitReadyAsync();
        (await app.Visitor().PeekAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Day(Page page) => Page.Words(page.Document.QuerySelector("time")!.TextContent);

    private async Task<JsonElement> ReadAsync(string address)
    {
        using var document = JsonDocument.Parse(await app.Visitor().Client.GetStringAsync(address, TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}

/// <summary>A council that asks for more people hides rows at every address.</summary>
public sealed class HiddenInEditionsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_stronger_promise_holds_for_editions_gone_by()
    {
        await app.PortraitReadyAsync();
        (await ShownAsync()).Count(row => row.GetProperty("n").GetInt32() < 50).ShouldBeGreaterThan(0);
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        await administrator.SubmitAsync((await administrator.GoAsync("/fr/council/settings")).Form("Enregistrer les réglages").Fill("Seuil de publication", "60"), "Enregistrer les réglages");
        var shown = await ShownAsync();
        for (var looks = 0; looks < 240 && shown.Any(row => row.GetProperty("n").GetInt32() < 50); looks++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            shown = await ShownAsync();
        }

        shown.ShouldAllBe(row => row.GetProperty("n").GetInt32() >= 50);
    }

    private async Task<List<JsonElement>> ShownAsync()
    {
        // One in which regions of some forty people show.
        var page = await app.Visitor().PeekAsync("/fr/portrait/ia-2026/editions/20.json");
        // While the study is read under other settings, nothing is laid out for a moment.
        for (var looks = 0; looks < 240 && page.Status != HttpStatusCode.OK; looks++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            page = await app.Visitor().PeekAsync("/fr/portrait/ia-2026/editions/20.json");
        }

        using var document = JsonDocument.Parse(page.Html);
        return [.. document.RootElement.GetProperty("figures").EnumerateArray().Where(row => !row.GetProperty("hidden").GetBoolean()).Select(row => row.Clone())];
    }
}
