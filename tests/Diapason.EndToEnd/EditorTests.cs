using Diapason.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>The editor of questionnaires in a browser: steps back and moves by the keyboard, and the whole of it without script, without a mouse, on the narrowest phone, in English.</summary>
public sealed class EditorTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string French = "[name='text.title.fr']", English = "[name='text.title.en']", Said = "[data-said]";

    [Fact]
    public async Task Control_Z_takes_back_what_was_saved_and_leaves_a_field_its_own_undo()
    {
        await using var person = await browsing.PersonAsync();
        var page = await SignedInAsync(person);
        await BlankAsync(page, "Étapes", "Steps");
        await page.PressAsync("Add a question");
        await page.Locator(English).FillAsync("Do you use an AI tool?");
        await Assertions.Expect(page.Locator(Said)).ToContainTextAsync("Saved");
        // In a field, the browser takes back letters.
        await page.Locator(French).PressSequentiallyAsync("Oui");
        await page.Keyboard.PressAsync("Control+z");
        page.Url.ShouldNotContain("done=undone");
        (await page.Locator(French).InputValueAsync()).ShouldNotBe("Oui");
        await page.Locator(French).FillAsync("");
        await page.WaitForFunctionAsync("() => !document.title.startsWith(document.getElementById('piece').dataset.unsaved)");

        // All that was written of the question is one step, also what gave it its name.
        await page.ThenAsync(() => PressOutsideAsync(page, "Control+z"));
        await Assertions.Expect(page.GetByText("The last step is undone.")).ToBeVisibleAsync();
        (await page.Locator(English).InputValueAsync()).ShouldBeEmpty();
        await page.ThenAsync(() => PressOutsideAsync(page, "Control+Shift+Z"));
        (await page.Locator(English).InputValueAsync()).ShouldBe("Do you use an AI tool?");
    }

    [Fact]
    public async Task Rows_questions_and_the_outline_are_moved_through_by_keyboard()
    {
        await using var person = await browsing.PersonAsync();
        var page = await SignedInAsync(person);
        await BlankAsync(page, "Ordre", "Order");
        await page.PressAsync("Add a question");
        await page.Locator(English).FillAsync("First");
        string[] choices = ["A stage", "A screen", "A book"];
        foreach (var (at, words) in choices.Index()) await page.Locator($"[name='list.options.{at}.label.en']").FillAsync(words);
        await page.PressAsync("Save");
        await page.Locator("[name='list.options.0.label.en']").FocusAsync();
        await page.ThenAsync(() => page.Keyboard.PressAsync("Alt+ArrowDown"));
        (await OptionsAsync(page)).ShouldBe(["A screen", "A stage", "A book"]);
        (await FocusedAsync(page)).ShouldBe("list.options.1.label.en", "one goes on where one was, in the row that moved");
        await page.ThenAsync(() => page.Keyboard.PressAsync("Alt+ArrowUp"));
        (await OptionsAsync(page)).ShouldBe(choices);

        await page.PressAsync("Add a question");
        await page.Locator(English).FillAsync("Second");
        await page.PressAsync("Save");
        await page.ThenAsync(() => PressOutsideAsync(page, "Alt+Shift+ArrowUp"));
        (await page.Locator("#plan a").AllInnerTextsAsync()).Where(link => link.Contains("First", StringComparison.Ordinal) || link.Contains("Second", StringComparison.Ordinal)).First().ShouldContain("Second");
        await page.ThenAsync(() => PressOutsideAsync(page, "Alt+PageDown"));
        (await page.Locator(English).InputValueAsync()).ShouldBe("First");
        await page.ThenAsync(() => PressOutsideAsync(page, "Alt+PageUp"));
        (await page.Locator(English).InputValueAsync()).ShouldBe("Second");
    }

    [Fact]
    public async Task An_image_is_sent_as_soon_as_it_is_chosen_and_one_comes_back_to_its_row()
    {
        await using var person = await browsing.PersonAsync(390);
        var page = await SignedInAsync(person);
        await BlankAsync(page, "Images", "Images");
        await page.PressAsync("Add a question");
        await page.Locator("[name='list.options.0.label.en']").FillAsync("A stage");
        await page.PressAsync("Save");
        await page.Locator(".rangee summary").First.ClickAsync();
        // Four thousand pixels wide: made smaller here, or refused by the server.
        var large = await page.EvaluateAsync<string>("""
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 });
              const pen = canvas.getContext('2d');
              for (let i = 0; i < 4000; i++) { pen.fillStyle = `hsl(${i % 360} 60% 50%)`; pen.fillRect((i * 37) % 4000, (i * 91) % 3000, 90, 90); }
              const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
              return btoa([...new Uint8Array(await blob.arrayBuffer())].map((one) => String.fromCharCode(one)).join(''));
            }
            """);
        await page.ThenAsync(() => page.Locator("[name='list.options.0.image_file']").SetInputFilesAsync(new FilePayload { Name = "Scène.png", MimeType = "image/png", Buffer = Convert.FromBase64String(large) }));
        var image = page.Locator(".image-choix img");
        await image.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(image).ToBeVisibleAsync();
        (await image.EvaluateAsync<int>("async (image) => { await image.decode(); return image.naturalWidth; }")).ShouldBe(1000);
        (await FocusedAsync(page)).ShouldBe("list.options.0.image_file");
    }

    [Fact]
    public async Task The_whole_of_it_is_walked_without_script_by_keyboard_alone_at_320_pixels_in_English()
    {
        await using var signed = await browsing.PersonAsync();
        await SignedInAsync(signed);
        await using var person = await browsing.PersonAsync(320, script: false);
        await person.AddCookiesAsync((await signed.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var page = await person.NewPageAsync();
        await page.GotoAsync("/en/manage/questionnaires");
        await EnterAsync(page, "New questionnaire");
        await TypeAsync(page, "Title (French)", "Sans souris");
        await TypeAsync(page, "Title (English)", "Without a mouse");
        await EnterAsync(page, null);
        await EnterAsync(page, "Add a question");
        await TypeAsync(page, "Title (French)", "Où travaillez-vous?");
        await TypeAsync(page, "Title (English)", "Where do you work?");
        await TypeAsync(page, "Choice 1 (French)", "En studio");
        await TypeAsync(page, "Choice 1 (English)", "In a studio");
        await TypeAsync(page, "Choice 2 (French)", "Sur scène");
        await TypeAsync(page, "Choice 2 (English)", "On a stage");
        // Enter in a field saves, and nothing else.
        await EnterAsync(page, null);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("It is saved.");
        await TabToAsync(page, "Details of line 1");
        await page.Keyboard.PressAsync("Enter");
        await EnterAsync(page, "Move line 1 down");
        (await OptionsAsync(page)).ShouldBe(["On a stage", "In a studio"]);
        await EnterAsync(page, "Undo the last step");
        (await OptionsAsync(page)).ShouldBe(["In a studio", "On a stage"]);
        // A list of kinds is chosen from by its letters.
        await TabToAsync(page, "Kind of the new question");
        await page.Keyboard.TypeAsync("A number");
        await EnterAsync(page, "Add a question");
        await TypeAsync(page, "Title (French)", "Combien d’heures?");
        await TypeAsync(page, "Title (English)", "How many hours?");
        await EnterAsync(page, null);
        await EnterAsync(page, "Move up");
        await EnterAsync(page, "Outline of the questionnaire");
        (await page.Locator("#plan a").AllInnerTextsAsync()).Where(link => link.Contains('?', StringComparison.Ordinal)).First().ShouldContain("How many hours?");
        await EnterAsync(page, "Save a version");
        (await page.Locator("h1").InnerTextAsync()).ShouldNotBeEmpty();
        await EnterAsync(page, "Save this version");
        page.Url.ShouldContain("/campaign", customMessage: "the version is kept, and a campaign can be planned on it");
    }

    /// <summary>Goes to something by Tab alone: links, buttons, folds by their words, fields by their labels. What has the focus is seen, and the page never scrolls sideways.</summary>
    private static async Task TabToAsync(IPage page, string name)
    {
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, page.Url);
        for (var presses = 0; presses < 400; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (words, isSeen) = await OnAsync(page);
            if (!isSeen) throw new InvalidOperationException($"What has the focus is not seen: « {words} » at {page.Url}");
            if (words == name) return;
        }

        throw new InvalidOperationException($"« {name} » is never reached by Tab at {page.Url}");
    }

    private static async Task<(string Words, bool IsSeen)> OnAsync(IPage page)
    {
        var told = await page.EvaluateAsync<string>("""
            () => {
              const on = document.activeElement;
              if (on === document.body || on === document.documentElement) return '|seen';
              const words = (on.labels?.[0] ?? on).innerText.replace(/\s+/g, ' ').trim().replace(/ \(optional\)$/, '');
              const box = (on.type === 'checkbox' || on.type === 'radio' || on.type === 'file' ? on.closest('label, .depot') ?? on : on).getBoundingClientRect();
              return `${words}|${box.width > 4 && box.height > 4 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth ? 'seen' : ''}`;
            }
            """);
        return (told.Split('|')[0], told.EndsWith("|seen", StringComparison.Ordinal));
    }

    private static async Task TypeAsync(IPage page, string label, string words)
    {
        await TabToAsync(page, label);
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Goes there by Tab, when it is named, and presses Enter, which leads to another page.</summary>
    private static async Task EnterAsync(IPage page, string? name)
    {
        if (name is not null) await TabToAsync(page, name);
        await page.TypeEnterAsync();
    }

    /// <summary>With the focus on no field.</summary>
    private static async Task PressOutsideAsync(IPage page, string keys)
    {
        await page.EvaluateAsync("document.activeElement?.blur()");
        await page.Keyboard.PressAsync(keys);
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.name ?? ''");

    private static async Task<IReadOnlyList<string>> OptionsAsync(IPage page) =>
        [.. (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[name^=\"list.options.\"][name$=\".label.en\"]')].map(field => field.value)")).Where(words => words.Length > 0)];

    private static async Task BlankAsync(IPage page, string french, string english)
    {
        await page.GotoAsync("/en/manage/questionnaires/new");
        await page.Locator("[name='title.fr']").FillAsync(french);
        await page.Locator("[name='title.en']").FillAsync(english);
        await page.Locator("[name='title.en']").FocusAsync();
        await page.TypeEnterAsync();
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext person)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync("/en/account/sign-in");
        await page.Locator("input[type=email]").FillAsync("administrator@culture.example");
        await page.Locator("input[type=password]").FillAsync(DiapasonApp.Password);
        await page.ThenAsync(() => page.Locator("main form button").First.ClickAsync());
        return page;
    }
}
