using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>Whatever way a page of questions is left in a real browser, what was typed there is found again.</summary>
public sealed class LeavingTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string Fear = "Que craignez-vous?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_full_way_on_a_small_phone_with_back_pressed_at_every_page_loses_nothing(bool script)
    {
        await using var person = await browsing.PersonAsync(360, script);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        var pages = 0;
        for (; !await page.IsOnAsync("Vérifiez vos réponses"); pages++)
        {
            pages.ShouldBeLessThan(60);
            var here = page.Url;
            await FillAsync(page);
            var typed = await page.HoldsAsync();
            await page.PressAsync("Page précédente");
            page.Url.ShouldNotBe(here);
            await page.GotoAsync(here);
            page.Url.ShouldBe(here);
            (await page.HoldsAsync()).ShouldBe(typed, here);
            await page.PressAsync("Continuer");
            page.Url.ShouldNotBe(here);
        }

        pages.ShouldBeGreaterThan(20);
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain("Pas de réponse");
        await page.PressAsync("Envoyer mes réponses");
        (await page.IsOnAsync("Merci, vos réponses sont envoyées")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Back_after_an_error_that_was_mended_shows_the_page_as_it_now_is(bool script)
    {
        await using var person = await browsing.PersonAsync(390, script);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        await page.SkipUntilAsync("/formats");
        var hours = page.Locator("input[name=hours]");
        await hours.FillAsync("abc");
        await page.PressAsync("Continuer");
        (await page.Locator("[role=alert]").InnerTextAsync()).ShouldContain("en chiffres");
        await hours.FillAsync("6");
        await page.PressAsync("Continuer");
        page.Url.ShouldEndWith("/p/words");
        await page.ThenAsync(() => page.GoBackAsync());
        (await hours.InputValueAsync()).ShouldBe("6");
        (await page.Locator("[role=alert]").CountAsync()).ShouldBe(0);
        await page.ThenAsync(() => page.GoBackAsync());
        page.Url.ShouldEndWith("/p/formats");
        (await hours.InputValueAsync()).ShouldBe("6");
        await page.ThenAsync(() => page.GoForwardAsync());
        await page.ThenAsync(() => page.GoForwardAsync());
        page.Url.ShouldEndWith("/p/words");
    }

    [Theory]
    [InlineData("logo")]
    [InlineData("help")]
    [InlineData("back")]
    [InlineData("refresh")]
    [InlineData("close")]
    public async Task With_script_a_page_left_the_moment_it_is_written_keeps_everything(string way)
    {
        await using var person = await browsing.PersonAsync(390);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        await page.SkipUntilAsync("/words");
        var here = page.Url;
        await page.GetByLabel(Fear).FillAsync("Perdre mon métier.");
        await page.GetByLabel("Qu’espérez-vous de l’IA dans votre milieu?").PressSequentiallyAsync("Du temps");
        switch (way)
        {
            case "logo": await page.ThenAsync(() => page.Locator("header .marque").ClickAsync()); break;
            case "help": await page.ThenAsync(() => page.Locator("footer button[value=to-help]").ClickAsync()); break;
            case "back": await page.GoBackAsync(); break;
            case "refresh": await page.ReloadAsync(); break;
            case "close":
                await page.CloseAsync(new() { RunBeforeUnload = true });
                page = await person.NewPageAsync();
                break;
        }

        if (way != "refresh") await EventuallyHeldAsync(person, here, "Perdre mon métier.");
        if (page.Url != here || way == "close") await page.GotoAsync(here);
        await Assertions.Expect(page.GetByLabel(Fear)).ToHaveValueAsync("Perdre mon métier.");
        await Assertions.Expect(page.GetByLabel("Qu’espérez-vous de l’IA dans votre milieu?")).ToHaveValueAsync("Du temps");
        await EventuallyHeldAsync(person, here, "Perdre mon métier.");
    }

    [Fact]
    public async Task A_page_says_that_it_saves_itself_and_keeps_what_cannot_be_read()
    {
        await using var person = await browsing.PersonAsync(390);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        await page.SkipUntilAsync("/formats");
        await page.Locator("input[name=formats]").Nth(1).CheckAsync(new() { Force = true });
        await page.Locator("input[name=hours]").FillAsync("abc");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Ce que vous avez écrit est enregistré." })).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await using var phone = await browsing.PersonAsync(360, script: false);
        await phone.AddCookiesAsync((await person.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var other = await phone.NewPageAsync();
        await other.GotoAsync(page.Url);
        await Assertions.Expect(other.Locator("input[name=hours]")).ToHaveValueAsync("abc");
        (await other.Locator("input[name=formats]:checked").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_network_is_said_and_nothing_is_lost()
    {
        await using var person = await browsing.PersonAsync(390);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        await page.SkipUntilAsync("/words");
        await person.SetOfflineAsync(true);
        await page.GetByLabel(Fear).FillAsync("Hors du réseau.");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Pas de connexion" })).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.GetByLabel(Fear)).ToHaveValueAsync("Hors du réseau.");
        await person.SetOfflineAsync(false);
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Ce que vous avez écrit est enregistré." })).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await EventuallyHeldAsync(person, page.Url, "Hors du réseau.");
    }

    [Fact]
    public async Task The_same_page_in_two_tabs_keeps_what_is_written_in_each()
    {
        await using var person = await browsing.PersonAsync(390);
        var one = await person.NewPageAsync();
        await one.StartAsync("/fr/");
        await one.SkipUntilAsync("/words");
        var two = await person.NewPageAsync();
        await two.GotoAsync(one.Url);
        await one.GetByLabel(Fear).FillAsync("D’un côté.");
        await EventuallyHeldAsync(person, one.Url, "D’un côté.");
        await two.GetByLabel("Qu’est-ce qui vous aiderait vraiment?").FillAsync("De l’autre.");
        await EventuallyHeldAsync(person, one.Url, "De l’autre.");
        await EventuallyHeldAsync(person, one.Url, "D’un côté.");
    }

    [Fact]
    public async Task What_a_page_has_saved_by_itself_is_not_sent_again_over_what_another_tab_wrote_since()
    {
        await using var person = await browsing.PersonAsync(390);
        var one = await person.NewPageAsync();
        await one.StartAsync("/fr/");
        await one.SkipUntilAsync("/words");
        var here = one.Url;
        await one.GetByLabel(Fear).FillAsync("D’abord ceci.");
        await Assertions.Expect(one.GetByRole(AriaRole.Status).Filter(new() { HasText = "Ce que vous avez écrit est enregistré." })).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        var two = await person.NewPageAsync();
        await two.GotoAsync(here);
        await two.GetByLabel(Fear).FillAsync("Puis cela.");
        await EventuallyHeldAsync(person, here, "Puis cela.");
        await one.GetByLabel("Qu’est-ce qui vous aiderait vraiment?").FillAsync("Du temps.");
        await one.PressAsync("Continuer");
        await EventuallyHeldAsync(person, here, "Du temps.");
        await EventuallyHeldAsync(person, here, "Puis cela.");
    }

    [Fact]
    public async Task A_page_the_browser_kept_alive_is_asked_anew_unless_the_network_is_away()
    {
        // What a browser says to a page that Back brings back to life. Here it keeps none alive: the tool that drives it forbids it.
        const string BackToLife = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
        await using var person = await browsing.PersonAsync(390);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        await page.SkipUntilAsync("/words");
        var other = await person.NewPageAsync();
        await other.GotoAsync(page.Url);
        await other.GetByLabel(Fear).FillAsync("Écrit ailleurs.");
        await EventuallyHeldAsync(person, page.Url, "Écrit ailleurs.");
        await page.ThenAsync(() => page.EvaluateAsync(BackToLife));
        (await page.GetByLabel(Fear).InputValueAsync()).ShouldBe("Écrit ailleurs.");
        await person.SetOfflineAsync(true);
        await page.EvaluateAsync(BackToLife);
        await page.GetByLabel(Fear).FillAsync("Écrit sans réseau.");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Pas de connexion" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_one_person_typed_in_a_tab_is_not_given_to_the_next()
    {
        await using var person = await browsing.PersonAsync(390);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        await page.Locator("main input[type=radio]").First.CheckAsync(new() { Force = true });
        await page.ThenAsync(() => page.Locator("header .marque").ClickAsync());
        await page.GotoAsync("/fr/consultation/ia-2026");
        await page.ThenAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Commencer pour une autre personne" }).ClickAsync());
        await page.PressAsync("Oublier mon code sur cet appareil");
        await page.Locator("main input[type=checkbox]").First.CheckAsync(new() { Force = true });
        await page.PressAsync("Commencer");
        (await page.Locator("main input:checked").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(390, false)]
    [InlineData(560, false)]
    [InlineData(768, true)]
    [InlineData(1024, true)]
    [InlineData(1280, true)]
    [InlineData(1600, true)]
    public async Task A_competency_is_short_on_a_phone_and_aligned_on_a_wide_screen(int width, bool sideBySide)
    {
        await using var person = await browsing.PersonAsync(width);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        await page.SkipUntilAsync("/skills_understand");
        var sides = page.Locator(".paire .cote");
        (await sides.CountAsync()).ShouldBe(2, "one competency a page");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue();
        var rows = await page.EvaluateAsync<float[][]>("[...document.querySelectorAll('.paire .cote')].map(c => [...c.querySelectorAll('.cote-titre, label')].map(e => e.getBoundingClientRect().top))");
        var lefts = await page.EvaluateAsync<float[]>("[...document.querySelectorAll('.paire .cote')].map(c => c.getBoundingClientRect().left)");
        if (sideBySide)
        {
            rows[0].ShouldBe(rows[1], 1.0);
            lefts[1].ShouldBeGreaterThan(lefts[0] + 200);
        }
        else
        {
            lefts[0].ShouldBe(lefts[1], 1.0);
            rows[1][0].ShouldBeGreaterThan(rows[0][^1]);
            (await page.EvaluateAsync<float>("document.querySelector('form .actions').getBoundingClientRect().bottom")).ShouldBeLessThan(2 * 900);
        }

        (await AccessibilityTests.ProblemsAsync(page)).ShouldBeEmpty();
    }

    /// <summary>Looks with another tab's eyes at what the server holds, for as long as a save may take.</summary>
    private static async Task EventuallyHeldAsync(IBrowserContext person, string address, string text)
    {
        var page = await person.NewPageAsync();
        for (var tries = 0; tries < 60; tries++)
        {
            var answer = await person.APIRequest.GetAsync(address);
            if (System.Net.WebUtility.HtmlDecode(await answer.TextAsync()).Contains(text, StringComparison.Ordinal))
            {
                await page.CloseAsync();
                return;
            }

            await Task.Delay(200);
        }

        throw new ShouldAssertException($"« {text} » was not saved at {address}");
    }

    /// <summary>An answer to everything: the first of each list, twelve, a sentence.</summary>
    private static async Task FillAsync(IPage page)
    {
        var names = await page.Locator("form#answers input[type=radio], form#answers input[type=checkbox]:not([name$='.missing'])").EvaluateAllAsync<string[]>("all => [...new Set(all.map(i => i.name))]");
        foreach (var name in names) await page.Locator($"form#answers input[name='{name}']").First.CheckAsync(new() { Force = true });
        foreach (var line in await page.Locator("form#answers input[type=text]:visible").AllAsync()) await line.FillAsync("12");
        foreach (var area in await page.Locator("form#answers textarea").AllAsync()) await area.FillAsync("Quelques mots,\nsur deux lignes.");
        foreach (var list in await page.Locator("form#answers select").AllAsync()) await list.SelectOptionAsync(new SelectOptionValue { Index = 1 });
    }
}
