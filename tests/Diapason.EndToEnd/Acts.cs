using Microsoft.Playwright;

namespace Diapason.EndToEnd;

/// <summary>What respondents do in a browser. Every act that leads to another page waits for that page to be there, and not for a navigation, which may be over before anyone waits for it.</summary>
internal static class Acts
{
    private const string Mark = "data-seen";

    public static Task PressAsync(this IPage page, string button) =>
        page.ThenAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync());

    public static Task TypeEnterAsync(this IPage page) => page.ThenAsync(() => page.Keyboard.PressAsync("Enter"));

    /// <summary>Does something and waits until another document has taken the place of this one and is complete.</summary>
    public static async Task ThenAsync(this IPage page, Func<Task> act)
    {
        await page.EvaluateAsync($"document.documentElement.setAttribute('{Mark}', '')");
        await act();
        await page.Locator($"html:not([{Mark}])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    public static async Task StartAsync(this IPage page, string home)
    {
        await page.GotoAsync(home);
        await page.ThenAsync(() => page.GetByText("Commencer maintenant").ClickAsync());
        await page.Locator("main input[type=checkbox]").First.CheckAsync(new() { Force = true });
        await page.PressAsync("Commencer");
    }

    public static async Task<bool> IsOnAsync(this IPage page, string heading) => (await page.Locator("h1").First.InnerTextAsync()).Contains(heading, StringComparison.Ordinal);

    /// <summary>Passes pages until the one whose address ends so.</summary>
    public static async Task SkipUntilAsync(this IPage page, string end)
    {
        for (var pages = 0; !new Uri(page.Url).AbsolutePath.EndsWith(end, StringComparison.Ordinal); pages++)
        {
            if (pages > 60) throw new InvalidOperationException($"« {end} » was never reached; the last page was {page.Url}");
            await page.PressAsync("Passer");
        }
    }

    /// <summary>What every control of the form holds, as a browser would send it.</summary>
    public static Task<string> HoldsAsync(this IPage page) =>
        page.EvaluateAsync<string>("[...document.getElementById('answers').elements].filter(e => e.name && e.type !== 'hidden' && e.type !== 'submit').map(e => e.name + '=' + (e.type === 'radio' || e.type === 'checkbox' ? e.value + ':' + e.checked : e.value)).join('\\n')");
}
