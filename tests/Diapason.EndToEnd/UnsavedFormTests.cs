using Diapason.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>A long form that was changed asks before it is left; unchanged, sent or without script, it asks nothing.</summary>
public sealed class UnsavedFormTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string Settings = "/fr/council/settings";

    [Theory]
    [InlineData(Settings, "contact.phone")]
    [InlineData("/fr/manage/offer/entry", "title.fr")]
    public async Task Asks_once_something_is_typed_and_not_before(string address, string field)
    {
        await using var person = await browsing.PersonAsync(390);
        var (page, asked) = await SignedInAsync(person);
        await page.GotoAsync(address);
        await page.Locator($"[name='{field}']").ClickAsync();
        await page.ThenAsync(() => page.ReloadAsync());
        asked.ShouldBeEmpty();
        await page.Locator($"[name='{field}']").FillAsync("418 555-0166");
        await page.ReloadAsync();
        asked.ShouldBe([DialogType.BeforeUnload]);
    }

    [Fact]
    public async Task Sending_asks_nothing_and_what_is_refused_is_still_unsaved()
    {
        await using var person = await browsing.PersonAsync(390);
        var (page, asked) = await SignedInAsync(person);
        await page.GotoAsync(Settings);
        await page.Locator("[name='contact.email']").FillAsync("pas-une-adresse");
        await page.PressAsync("Enregistrer les réglages");
        asked.ShouldBeEmpty();
        await page.Locator("[name='contact.phone']").ClickAsync();
        await page.GotoAsync("/fr/");
        asked.ShouldBe([DialogType.BeforeUnload]);
    }

    [Fact]
    public async Task Copies_the_message_to_pass_on()
    {
        await using var person = await browsing.PersonAsync(390);
        var (page, _) = await SignedInAsync(person);
        await page.GotoAsync("/fr/manage/share");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copier le message en français" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Le message est copié.")).ToBeVisibleAsync();
        await using var without = await browsing.PersonAsync(390, script: false);
        await without.AddCookiesAsync((await person.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var plain = await without.NewPageAsync();
        await plain.GotoAsync("/fr/manage/share");
        await Assertions.Expect(plain.Locator("main button:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_file_is_chosen_by_a_button_of_the_page_and_by_keyboard()
    {
        await using var person = await browsing.PersonAsync(390);
        var (page, _) = await SignedInAsync(person);
        await page.GotoAsync("/fr/manage/offer/file");
        var field = page.Locator("input[type=file]");
        var shown = page.Locator(".depot > span");
        await Assertions.Expect(shown).ToHaveTextAsync("Choisir un fichierAucun fichier choisi");
        await field.FocusAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(new FilePayload { Name = "offre.csv", MimeType = "text/csv", Buffer = "code\n"u8.ToArray() });
        await Assertions.Expect(shown).ToContainTextAsync("offre.csv");
        chooser = await page.RunAndWaitForFileChooserAsync(() => shown.ClickAsync(new() { Force = true }));
        chooser.Element.ShouldNotBeNull();
    }

    private static async Task<(IPage Page, List<string> Asked)> SignedInAsync(IBrowserContext person)
    {
        var page = await person.NewPageAsync();
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.AcceptAsync();
        };
        await page.GotoAsync("/fr/account/sign-in");
        await page.GetByLabel("Adresse courriel").FillAsync("administrator@culture.example");
        await page.GetByLabel("Mot de passe").FillAsync(DiapasonApp.Password);
        await page.ThenAsync(() => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync());
        return (page, asked);
    }
}
