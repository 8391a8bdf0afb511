using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>An association sees about how many came by its link, and nothing else; the council closes its page when it wants.</summary>
public sealed class AssociationPageTests : IAsyncLifetime
{
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_tells_a_band_from_the_threshold_on_and_only_until_yesterday()
    {
        var address = await OpenPageAsync();
        var association = _app.Visitor();
        var page = await association.GoAsync(address);
        page.Heading.ShouldBe("Association des musées (inventée)");
        await StudyAsync();
        // Fifty are counted today: the page does not move before tomorrow.
        await _app.OthersSendAsync(60, "musees");
        var counted = await _app.CountAsync("source = 'musees' AND sequence IS NOT NULL");
        counted.ShouldBe(50);
        (await association.GoAsync(address)).Main.ShouldContain("Trop peu de personnes ont encore répondu par votre lien");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        page = await association.GoAsync(address);
        page.Main.ShouldContain("De 50 à 99 personnes ont répondu par votre lien.");
        page.Main.ShouldNotContain("60");
        page.Document.QuerySelectorAll("textarea").ShouldAllBe(text => text.TextContent.Contains("via=musees", StringComparison.Ordinal));
        (await association.GoAsync(page.Link("Affiche en anglais, papier A4"))).Main.ShouldContain("Association des musées (inventée)");
        page.Html.ShouldNotContain("musees@exemple.example");
    }

    [Fact]
    public async Task A_changed_or_closed_address_no_longer_opens_and_the_secret_is_shown_once()
    {
        var rfc = await _app.SignedInAsync("rfc@culture.example");
        var first = await OpenPageAsync();
        (await _app.Visitor().GoAsync(first)).Status.ShouldBe(HttpStatusCode.OK);
        var give = await rfc.GoAsync(await GiveAsync());
        give.Html.ShouldNotContain(first);
        give = await rfc.SubmitAsync(give.Form("Changer l’adresse de sa page"), "Changer l’adresse de sa page");
        var second = Shown(give);
        second.ShouldNotBe(first);
        (await rfc.GoAsync(await GiveAsync())).Html.ShouldNotContain(second);
        (await _app.Visitor().GoAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _app.Visitor().GoAsync(second.Replace("/fr/", "/en/", StringComparison.Ordinal))).Main.ShouldContain("Too few people have answered by your link yet");
        give = await rfc.SubmitAsync((await rfc.GoAsync(await GiveAsync())).Form("Fermer sa page"), "Fermer sa page");
        give.Main.ShouldContain("Sa page est fermée : son adresse ne s’ouvre plus.");
        (await _app.Visitor().GoAsync(second)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("musees")]
    [InlineData("7KQ2-9VXM-04TD-HJ3P-8")]
    [InlineData("%E5%8D%94%E4%BC%9A")]
    public async Task No_code_but_the_secret_opens_it(string secret)
    {
        await OpenPageAsync();
        (await _app.Visitor().GoAsync($"/fr/consultation/ia-2026/association/{secret}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_secret_of_one_council_opens_nothing_in_another()
    {
        var address = await OpenPageAsync();
        (await _app.Visitor().GoAsync(address.Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> GiveAsync() => $"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}/link/musees/give";

    private async Task<string> OpenPageAsync()
    {
        var rfc = await _app.SignedInAsync("rfc@culture.example");
        return Shown(await rfc.SubmitAsync((await rfc.GoAsync(await GiveAsync())).Form("Ouvrir sa page"), "Ouvrir sa page"));
    }

    private static string Shown(TestKit.Page give) => new Uri(TestKit.Page.Words(give.Document.QuerySelector("main code")!.TextContent)).PathAndQuery;

    /// <summary>Bands are said by the studies module, once its study is laid out.</summary>
    private async Task StudyAsync()
    {
        var analyst = await _app.SignedInAsync("analyst@culture.example");
        for (var looks = 0; looks < 240 && (await analyst.GoAsync("/fr/coverage/ia-2026")).Document.QuerySelector("#manque") is null; looks++) await Task.Delay(250, TestContext.Current.CancellationToken);
    }
}
