using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>Coming back: what a device holds is found first, without script, with the keyboard alone, and on a narrow screen.</summary>
public sealed class FrontDoorTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task Who_comes_back_finds_the_draft_first_without_script()
    {
        await using var person = await browsing.PersonAsync(360, script: false);
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/consultation/ia-2026");
        await page.GetByLabel("J’ai lu ce texte et j’accepte de participer.").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer", Exact = true }).ClickAsync();
        await page.GotoAsync("/fr/");
        // The strip of the notebook stands above the opening, and its act leads back to the page.
        (await page.Locator("main > section").First.InnerTextAsync()).ShouldContain("Mon carnet");
        await page.Locator("main > section").First.GetByRole(AriaRole.Link, new() { NameRegex = new("^Reprendre où vous étiez") }).ClickAsync();
        page.Url.ShouldContain("/consultation/ia-2026/p/");
        await page.GotoAsync("/fr/notebook");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vider ce carnet" }).ClickAsync();
        // Its codes are shown once more before the device forgets them.
        (await page.Locator("main").InnerTextAsync()).ShouldContain("REPRISE-");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vider ce carnet" }).ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("vide");
    }

    [Fact]
    public async Task The_doors_and_the_search_are_reached_by_the_keyboard_behind_the_menu_of_a_phone()
    {
        await using var person = await browsing.PersonAsync(390);
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/");
        await page.Locator("details.menu > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var links = page.Locator("details.menu a");
        // The doors behind which something is on, whichever modules there are, then what is always there.
        var texts = await links.AllInnerTextsAsync();
        texts.Take(3).ShouldBe(["Participer", "Comprendre", "Avancer"]);
        texts.TakeLast(3).ShouldBe(["Programme", "Mon carnet", "Chercher"]);
        for (var i = 0; i < texts.Count; i++) await page.Keyboard.PressAsync("Tab");
        await page.TypeEnterAsync();
        page.Url.ShouldEndWith("/fr/search");
        await page.GetByLabel("Que cherchez-vous?").FillAsync("portrait");
        await page.TypeEnterAsync();
        page.Url.ShouldEndWith("/fr/search?q=portrait");
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("résultat");
    }
}
