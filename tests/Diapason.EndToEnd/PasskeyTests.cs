using Diapason.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>A key made and used by Chromium, with the authenticator that it lends to tests.</summary>
public sealed class PasskeyTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task A_browser_makes_a_key_and_signs_in_with_it()
    {
        await using var person = await browsing.PersonAsync(width: 390);
        var page = await person.NewPageAsync();
        var devices = await person.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        // A key belongs to a name, never to a number.
        var site = new UriBuilder(browsing.Server.Address) { Host = "localhost" }.Uri;
        await page.GotoAsync(new Uri(site, "/fr/account/sign-in?returnUrl=%2Ffr%2Faccount%2Fpasskeys").AbsoluteUri);
        await page.GetByLabel("Adresse courriel").FillAsync("facilitator@culture.example");
        await page.GetByLabel("Mot de passe").FillAsync(DiapasonApp.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();

        await page.GetByLabel("Nom de la clé").FillAsync("téléphone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer la clé" }).ClickAsync();
        await Assertions.Expect(page.GetByText("La clé est ajoutée.")).ToBeVisibleAsync();
        (await page.Locator("main ul code").CountAsync()).ShouldBe(10);

        // The same device makes no second one, and says so.
        await page.GotoAsync(new Uri(site, "/fr/account/passkeys").AbsoluteUri);
        await page.GetByLabel("Nom de la clé").FillAsync("encore");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer la clé" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Cet appareil garde déjà une clé de votre compte.")).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(site, "/fr/account").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Me déconnecter" }).ClickAsync();
        await page.GotoAsync(new Uri(site, "/fr/account/sign-in").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser une clé d’accès" }).ClickAsync();
        await page.WaitForURLAsync("**/fr/backstage");
    }

    [Fact]
    public async Task Without_script_the_page_shows_only_the_ways_that_remain()
    {
        await using var person = await browsing.PersonAsync(script: false);
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/account/sign-in");
        (await page.GetByText("Utiliser une clé d’accès").IsVisibleAsync()).ShouldBeFalse();
    }
}
