using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>The pages of the next steps that only a form leads to.</summary>
public sealed class NextStepsTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task No_page_behind_a_form_has_a_violation_or_scrolls_sideways(int width, ColorScheme scheme)
    {
        await using var person = await browsing.PersonAsync(width, scheme: scheme);
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/next-steps/quick");
        await PressAsync(page, "Continuer");
        await CheckAsync(page);
        await AnswerAsync(page, "Input.Status", "Input.Link", "Input.Task", "Input.Obstacle", "Input.Goal");
        await PressAsync(page, "Continuer");
        await CheckAsync(page);
        await AnswerAsync(page, [.. (await page.Locator("main input[type=radio]").EvaluateAllAsync<string[]>("all => all.map(i => i.name)")).Distinct()]);
        await PressAsync(page, "Voir mes prochaines étapes");
        await page.Locator("ol.ligne button").First.ClickAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Étapes écartées (1)");
        await CheckAsync(page);
        await PressAsync(page, "Garder sous un code");
        await CheckAsync(page);
    }

    [Fact]
    public async Task Everything_works_without_script()
    {
        await using var person = await browsing.PersonAsync(390, script: false);
        var page = await person.NewPageAsync();
        await page.GotoAsync("/en/next-steps");
        await page.GetByText("Answer the quick questions").ClickAsync();
        await AnswerAsync(page, "Input.Status", "Input.Link", "Input.Task", "Input.Obstacle", "Input.Goal");
        await PressAsync(page, "Continue");
        await AnswerAsync(page, "level.literacy", "level.limits", "level.recognise");
        await PressAsync(page, "See my next steps");
        var before = await page.Locator("ol.ligne h3 a").AllInnerTextsAsync();
        before.Count.ShouldBeInRange(1, 5);
        await page.Locator("ol.ligne button").First.ClickAsync();
        (await page.Locator("ol.ligne h3 a").AllInnerTextsAsync()).ShouldNotContain(before[0]);
    }

    [Fact]
    public async Task Text_twice_as_large_scrolls_no_page_sideways_on_a_phone()
    {
        await using var person = await browsing.PersonAsync(360);
        var page = await person.NewPageAsync();
        foreach (var address in new[] { "/fr/next-steps", "/fr/next-steps/offer/opt-out", "/en/next-steps/offer/opt-out", "/fr/next-steps/resume", "/fr/portrait", "/fr/search?q=photo" })
        {
            await page.GotoAsync(address);
            await CheckTwiceAsLargeAsync(page);
        }

        await page.GotoAsync("/fr/next-steps/quick");
        await CheckTwiceAsLargeAsync(page);
        await AnswerAsync(page, "Input.Status", "Input.Link", "Input.Task", "Input.Obstacle", "Input.Goal");
        await PressAsync(page, "Continuer");
        await CheckTwiceAsLargeAsync(page);
        await AnswerAsync(page, [.. (await page.Locator("main input[type=radio]").EvaluateAllAsync<string[]>("all => all.map(i => i.name)")).Distinct()]);
        await PressAsync(page, "Voir mes prochaines étapes");
        await CheckTwiceAsLargeAsync(page);
        await PressAsync(page, "Garder sous un code");
        await CheckTwiceAsLargeAsync(page);
        await page.StartAsync("/fr/");
        await page.Locator("main input[type=radio]").First.CheckAsync(new() { Force = true });
        await page.PressAsync("Continuer");
        await page.SkipUntilAsync("/check");
        await page.PressAsync("Envoyer mes réponses");
        await CheckTwiceAsLargeAsync(page);
    }

    [Fact]
    public async Task Back_and_forward_ask_nothing_and_lose_neither_what_was_sent_nor_what_was_only_chosen()
    {
        await using var person = await browsing.PersonAsync(390);
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/next-steps/quick");
        await AnswerAsync(page, "Input.Status");
        await page.PressAsync("Continuer");
        (await page.Locator("[role=alert] li").CountAsync()).ShouldBe(4);
        await AnswerAsync(page, "Input.Link");
        await page.GoBackAsync();
        await page.GoForwardAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Votre situation, en cinq questions");
        (await page.Locator("#answers input:checked").CountAsync()).ShouldBe(2);
        await AnswerAsync(page, "Input.Task", "Input.Obstacle", "Input.Goal");
        await page.PressAsync("Continuer");
        await AnswerAsync(page, [.. (await page.Locator("main input[type=radio]").EvaluateAllAsync<string[]>("all => all.map(i => i.name)")).Distinct()]);
        await page.PressAsync("Voir mes prochaines étapes");
        await page.PressAsync("Garder sous un code");
        var code = await page.Locator(".code-garde").InnerTextAsync();
        await page.GoBackAsync();
        await page.GoForwardAsync();
        (await page.Locator(".code-garde").InnerTextAsync()).ShouldBe(code);
    }

    private static async Task CheckTwiceAsLargeAsync(IPage page)
    {
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, page.Url);
    }

    private static async Task AnswerAsync(IPage page, params string[] names)
    {
        foreach (var name in names) await page.Locator($"input[name='{name}']").First.CheckAsync();
    }

    private static Task PressAsync(IPage page, string button) => page.Locator("main").GetByText(button, new() { Exact = true }).ClickAsync();

    private static async Task CheckAsync(IPage page)
    {
        (await AccessibilityTests.ProblemsAsync(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, page.Url);
    }
}
