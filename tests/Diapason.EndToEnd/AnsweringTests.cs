using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>The whole way of a respondent in a real browser, with and without script.</summary>
public sealed class AnsweringTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const int MostPages = 60;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_phone_goes_from_the_home_page_to_a_receipt_a_portrait_and_next_steps(bool script)
    {
        await using var person = await browsing.PersonAsync(390, script);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        var pages = 0;
        for (; !await page.IsOnAsync("Vérifiez vos réponses") && pages < MostPages; pages++)
        {
            await ChooseFirstAnswersAsync(page);
            await page.PressAsync("Continuer");
        }

        pages.ShouldBeGreaterThan(12);
        // The field for programs is there, and drawn for nobody.
        var unseen = await page.Locator(".pour-personne").AllAsync();
        unseen.Count.ShouldBe(2);
        foreach (var field in unseen) (await field.IsVisibleAsync()).ShouldBeFalse();
        await page.PressAsync("Envoyer mes réponses");
        var receipt = await page.Locator(".code-garde").Last.InnerTextAsync();
        await page.GotoAsync("/fr/consultation/verify");
        await page.Locator("main input[type=text], main input:not([type])").First.FillAsync(receipt);
        await page.PressAsync("Vérifier");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Cette réponse est reçue");
        await page.GotoAsync("/fr/portrait");
        (await page.Locator("h1").InnerTextAsync()).ShouldNotBeEmpty();
        await page.GotoAsync("/fr/next-steps");
        (await page.Locator("h1").InnerTextAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_alone_answers_and_sends()
    {
        for (var run = 0; run < Sample.Of(1, 20); run++) await AnswerByKeyboardAsync();
    }

    private async Task AnswerByKeyboardAsync()
    {
        await using var person = await browsing.PersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/");
        await FocusAsync(page, "Commencer maintenant");
        await page.TypeEnterAsync();
        await FocusAsync(page, "checkbox");
        await page.Keyboard.PressAsync("Space");
        await FocusAsync(page, "Commencer");
        await page.TypeEnterAsync();
        for (var i = 0; i < MostPages && !await page.IsOnAsync("Vérifiez vos réponses"); i++)
        {
            if (await page.Locator("main input[type=radio]").CountAsync() > 0)
            {
                await FocusAsync(page, "radio");
                await page.Keyboard.PressAsync("Space");
            }

            await FocusAsync(page, "Continuer");
            await page.TypeEnterAsync();
        }

        await FocusAsync(page, "Envoyer mes réponses");
        await page.TypeEnterAsync();
        page.Url.ShouldEndWith("/receipt");
    }

    [Fact]
    public async Task A_draft_goes_on_in_the_other_language_and_on_another_device()
    {
        await using var phone = await browsing.PersonAsync(390);
        var page = await phone.NewPageAsync();
        await page.StartAsync("/fr/");
        await page.Locator("main input[type=radio]").First.CheckAsync(new() { Force = true });
        var chosen = await page.Locator("main input[type=radio]:checked").First.GetAttributeAsync("value");
        await page.PressAsync("Continuer");
        await page.ThenAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "English" }).First.ClickAsync());
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en-CA");
        await page.PressAsync("Save and quit");
        var code = await page.Locator(".code-garde").InnerTextAsync();

        await using var computer = await browsing.PersonAsync();
        var other = await computer.NewPageAsync();
        await other.GotoAsync("/en/consultation/resume");
        await other.Locator("main input[type=text], main input:not([type])").First.FillAsync(code.ToLowerInvariant());
        await other.PressAsync("Resume");
        while (await other.Locator("button.retour").CountAsync() > 0 && await other.Locator($"main input[type=radio][value='{chosen}']:checked").CountAsync() == 0) await other.PressAsync("Previous page");
        (await other.Locator($"main input[type=radio][value='{chosen}']:checked").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_question_page_weighs_less_than_sixty_kilobytes_with_everything_but_fonts()
    {
        await using var person = await browsing.PersonAsync(390);
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        var question = page.Url;
        await using var fresh = await browsing.PersonAsync(390);
        await fresh.AddCookiesAsync((await person.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var other = await fresh.NewPageAsync();
        var bytes = 0L;
        other.RequestFinished += async (_, request) =>
        {
            if (!request.Url.Contains("woff2", StringComparison.Ordinal)) Interlocked.Add(ref bytes, (await request.SizesAsync()) is var s ? s.ResponseBodySize + s.ResponseHeadersSize : 0);
        };
        await other.GotoAsync(question, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Task.Delay(500);
        bytes.ShouldBeInRange(2_000, 60_000);
    }

    [Fact]
    public async Task A_page_refused_moves_the_focus_to_the_summary_and_says_so_in_the_title()
    {
        await using var person = await browsing.PersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/");
        await page.ThenAsync(() => page.GetByText("Commencer maintenant").ClickAsync());
        await page.PressAsync("Commencer");
        (await page.TitleAsync()).ShouldStartWith("Erreur");
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('role') ?? document.activeElement.id")).ShouldBe("alert");
        (await AccessibilityTests.ProblemsAsync(page)).ShouldBeEmpty();
    }

    /// <summary>The first answer of each group of radio buttons, and the first box.</summary>
    private static async Task ChooseFirstAnswersAsync(IPage page)
    {
        var names = await page.Locator("main input[type=radio]").EvaluateAllAsync<string[]>("all => [...new Set(all.map(i => i.name))]");
        foreach (var name in names) await page.Locator($"main input[type=radio][name='{name}']").First.CheckAsync(new() { Force = true });
    }

    /// <summary>Presses Tab until the focus is on a control with this text or of this type, as far as a patient person would.</summary>
    private static async Task FocusAsync(IPage page, string wanted)
    {
        for (var i = 0; i < 200; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<string>("(document.activeElement.innerText ?? '').trim() + '|' + (document.activeElement.type ?? '')");
            if (here.Split('|')[0] == wanted || here.Split('|')[^1] == wanted) return;
        }

        throw new InvalidOperationException($"The focus never reached « {wanted} » at {page.Url}");
    }
}
