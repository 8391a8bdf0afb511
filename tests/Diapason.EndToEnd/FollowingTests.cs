using System.Data.Common;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Npgsql;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>The page of a field under way counts by itself and says so; without script it says to open it again, and never both.</summary>
public sealed class FollowingTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string ByHand = "Rouvrez la page pour compter de nouveau.", ByItself = "La page compte de nouveau toutes les 30\u00A0secondes", Stopped = "La page ne compte plus d’elle-même.";

    [Fact]
    public async Task The_page_counts_by_itself_until_it_is_told_not_to()
    {
        await using var person = await browsing.PersonAsync(390);
        var page = await SignedInAsync(person);
        var how = page.Locator("[data-by-itself]");
        await Assertions.Expect(how).ToContainTextAsync("toutes les 30");
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain(ByHand);
        var pace = page.Locator("#s-rythme");
        var before = await pace.InnerTextAsync();
        await ChangeAsync("quarantine = 'aside network'", "sequence <= 300");
        // As when one comes back to a tab: it looks at once, and not in thirty seconds.
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(pace).Not.ToHaveTextAsync(before);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ne plus mettre à jour" }).ClickAsync();
        await Assertions.Expect(how).ToHaveTextAsync(Stopped);
        before = await pace.InnerTextAsync();
        await ChangeAsync("quarantine = NULL", "sequence <= 300");
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mettre à jour de nouveau" }).ClickAsync();
        await Assertions.Expect(pace).Not.ToHaveTextAsync(before);
        await Assertions.Expect(how).ToContainTextAsync("toutes les 30");

        await using var plain = await browsing.PersonAsync(390, script: false);
        await plain.AddCookiesAsync((await person.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var still = await plain.NewPageAsync();
        await still.GotoAsync(page.Url);
        var words = await still.Locator("main").InnerTextAsync();
        words.ShouldContain(ByHand);
        words.ShouldNotContain(ByItself);
        (await still.Locator("[data-stop]").IsVisibleAsync()).ShouldBeFalse("a button that does nothing is not shown");
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext person)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/account/sign-in?returnUrl=%2Ffr%2Fmanage%2Fconsultations");
        await page.GetByLabel("Adresse courriel").FillAsync("administrator@culture.example");
        await page.GetByLabel("Mot de passe").FillAsync(DiapasonApp.Password);
        await page.ThenAsync(() => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync());
        var campaign = await page.Locator("main a[href*='/manage/consultations/']").First.GetAttributeAsync("href");
        await page.GotoAsync(campaign!.Split('?')[0] + "/following");
        return page;
    }

    private async Task ChangeAsync(string change, string which)
    {
        var server = browsing.Server;
        await using DbConnection connection = server.IsPostgres ? new NpgsqlConnection(server.ConnectionString) : new SqliteConnection(server.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.Command($"UPDATE consultations_response SET {change} WHERE is_synthetic AND {which}");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
