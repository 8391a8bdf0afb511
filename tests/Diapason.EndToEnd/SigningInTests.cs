using Diapason.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>What only a real server refuses: a header that is not ASCII.</summary>
public sealed class SigningInTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task Signs_in_even_when_the_address_to_follow_cannot_be_written_in_a_header()
    {
        await using var person = await browsing.PersonAsync(script: false);
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/account/sign-in?returnUrl=%2F%C3%A9");
        await page.GetByLabel("Adresse courriel").FillAsync("administrator@culture.example");
        await page.GetByLabel("Mot de passe").FillAsync(DiapasonApp.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        new Uri(page.Url).AbsolutePath.ShouldBe("/fr/backstage");
    }
}
