using System.Net;
using System.Text.Json;
using Diapason.Platform.Data;
using Diapason.Platform.Kits;
using Diapason.Studies.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class SecondCampaignTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_second_campaign_leaves_the_first_its_portrait_its_files_and_its_address()
    {
        var visitor = app.Visitor();
        await ShouldShowAsync(visitor, "/fr/portrait/ia-2026", "1 200 personnes");
        await LoadSecondAsync();
        await ShouldShowAsync(visitor, "/fr/portrait", "Deuxième consultation");
        var current = await visitor.GoAsync("/fr/portrait");
        Canonical(current).ShouldBe("http://localhost/fr/portrait/ia-2027");
        current.Document.QuerySelector("a[href='/fr/portraits']").ShouldNotBeNull();
        var first = await visitor.GoAsync("/fr/portrait/ia-2026");
        first.Heading.ShouldBe("83 % s’attendent à ce que leur métier change et s’adapte");
        Canonical(first).ShouldBe("http://localhost/fr/portrait/ia-2026");
        (await visitor.SubmitAsync(first.Form("Afficher").Fill("Lire les chiffres selon", "Région"), "Afficher")).Address.ShouldEndWith("/fr/portrait/ia-2026?selon=region");
        await ShouldShowAsync(visitor, "/fr/portrait/ia-2027", "40 personnes");
        (await RespondentsAsync(visitor, "/fr/portrait/ia-2026.json")).ShouldBe(1200);
        (await RespondentsAsync(visitor, "/fr/portrait/ia-2027.json")).ShouldBe(40);
        (await visitor.Client.GetStringAsync("/fr/portrait/ia-2026.csv", TestContext.Current.CancellationToken)).ShouldContain("prévoient que leur métier évoluera");
        (await visitor.Client.GetStringAsync("/fr/portrait/ia-2027.csv", TestContext.Current.CancellationToken)).ShouldContain("Mesure changée");
    }

    [Fact]
    public async Task The_list_holds_them_all_and_an_unknown_one_is_not_found()
    {
        await LoadSecondAsync();
        var visitor = app.Visitor();
        await ShouldShowAsync(visitor, "/fr/portraits", "Deuxième consultation");
        var list = await visitor.GoAsync("/fr/portraits");
        list.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldBe(["/fr/portrait/ia-2027", "/fr/portrait/ia-2026"]);
        foreach (var nothing in new[] { "/fr/portrait/nothing", "/fr/portrait/nothing.json", "/fr/portrait/nothing.csv", "/fr/portrait/nothing.xlsx" }) (await visitor.PeekAsync(nothing)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.PeekAsync("/fr/c/rivage/portrait/ia-2026.json")).Status.ShouldBe(HttpStatusCode.NotFound, "another council's campaign of the same name has no answers");
    }

    [Fact]
    public async Task The_programme_and_the_search_lead_to_them_all()
    {
        await LoadSecondAsync();
        var visitor = app.Visitor();
        await ShouldShowAsync(visitor, "/fr/portraits", "Deuxième consultation");
        (await visitor.GoAsync("/fr/programme")).Document.QuerySelector("main a[href='/fr/portraits']").ShouldNotBeNull();
        var found = await visitor.GoAsync("/fr/search?q=portrait");
        foreach (var campaign in new[] { "ia-2026", "ia-2027" }) found.Document.QuerySelector($"main a[href='/fr/portrait/{campaign}']").ShouldNotBeNull(campaign);
    }

    [Fact]
    public async Task What_awaits_an_analyst_names_the_consultation_it_speaks_of()
    {
        await LoadSecondAsync();
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        await ShouldShowAsync(analyst, "/fr/coverage/ia-2027", "40 réponses envoyées");
        var home = await analyst.GoAsync("/fr/backstage");
        foreach (var campaign in new[] { "ia-2026", "ia-2027" }) home.Document.QuerySelector($"main a[href='/fr/coverage/{campaign}#manque']").ShouldNotBeNull(campaign);
    }

    [Fact]
    public async Task Who_has_answered_is_kept_for_each()
    {
        await LoadSecondAsync();
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        await ShouldShowAsync(analyst, "/fr/coverage/ia-2027", "40 réponses envoyées");
        var first = await analyst.GoAsync("/fr/coverage/ia-2026");
        first.Main.ShouldContain("1 200 réponses envoyées");
        first.Document.QuerySelector("main a[href='/fr/coverage/ia-2027']").ShouldNotBeNull();
        (await analyst.GoAsync("/fr/coverage/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_portrait_written_before_campaigns_had_their_own_still_serves()
    {
        await using var old = new DiapasonApp();
        await old.InitializeAsync();
        await old.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().EveryCouncil<StoredPortrait>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Campaign, (string?)null)));
        await ShouldShowAsync(old.Visitor(), "/fr/portrait/ia-2026", "1 200 personnes");
    }

    private async Task LoadSecondAsync()
    {
        var copy = FewAnswersKit.Copy(40);
        Replace(copy, "campaign.yaml", "slug: ia-2026", "slug: ia-2027");
        Replace(copy, "campaign.yaml", "fr: L’IA dans mon travail culturel", "fr: Deuxième consultation");
        Replace(copy, "campaign.yaml", "opens: 2026-09-14", "opens: 2026-11-01");
        Replace(copy, "campaign.yaml", "closes: \"+70\"", "closes: 2026-11-30");
        Replace(copy, "portrait.yaml", "fr: Part des personnes qui prévoient que leur métier évoluera et s’adaptera", "fr: Mesure changée");
        (await app.InScopeAsync(s => s.GetRequiredService<LoadKit>().RunAsync(copy, TestContext.Current.CancellationToken))).ShouldBeOfType<KitOutcome.Loaded>();
        Directory.Delete(copy, recursive: true);
    }

    private static void Replace(string folder, string file, string text, string by)
    {
        var path = Path.Combine(folder, file);
        var whole = File.ReadAllText(path);
        whole.ShouldContain(text);
        File.WriteAllText(path, whole.Replace(text, by, StringComparison.Ordinal));
    }

    private static async Task ShouldShowAsync(Visitor visitor, string address, string text)
    {
        for (var i = 0; i < 60 && !(await visitor.GoAsync(address)).Main.Contains(text, StringComparison.Ordinal); i++) await Task.Delay(250, TestContext.Current.CancellationToken);
        (await visitor.GoAsync(address)).Main.ShouldContain(text);
    }

    private static string? Canonical(Page page) => page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    private static async Task<int> RespondentsAsync(Visitor visitor, string address)
    {
        using var document = JsonDocument.Parse(await visitor.Client.GetStringAsync(address, TestContext.Current.CancellationToken));
        return document.RootElement.GetProperty("receivedAtLeast").GetInt32();
    }
}
