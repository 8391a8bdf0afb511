using Deque.AxeCore.Playwright;
using Diapason.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>Every page that a visitor or an administrator can reach by links, read by axe at three widths, light and dark, details open.</summary>
public sealed class AccessibilityTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const int MostPages = 60;

    // Only so that a page that never answers is named: no page takes so long.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly string[] Files = [".csv", ".json", ".docx", ".xlsx", ".pdf", ".yaml"];
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    [Theory]
    [InlineData(1280, ColorScheme.Light, "fr")]
    [InlineData(390, ColorScheme.Dark, "fr")]
    [InlineData(320, ColorScheme.Light, "fr")]
    [InlineData(1280, ColorScheme.Dark, "en")]
    [InlineData(390, ColorScheme.Light, "en")]
    [InlineData(320, ColorScheme.Dark, "en")]
    public async Task No_public_page_has_a_violation(int width, ColorScheme scheme, string language)
    {
        await using var person = await browsing.PersonAsync(width, scheme: scheme);
        var seen = await CheckAllAsync(person, $"/{language}/", $"/{language}/design");
        seen.ShouldBeGreaterThan(8);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, "fr")]
    [InlineData(320, ColorScheme.Dark, "en")]
    public async Task No_administrators_page_has_a_violation(int width, ColorScheme scheme, string language)
    {
        await using var person = await browsing.PersonAsync(width, scheme: scheme);
        await SignInAsync(person);
        var seen = await CheckAllAsync(person, $"/{language}/account", $"/{language}/");
        seen.ShouldBeGreaterThan(8);
    }

    [Theory]
    [InlineData("rfc", 390, ColorScheme.Light, "fr")]
    [InlineData("facilitator", 1280, ColorScheme.Dark, "en")]
    [InlineData("organisation-lead", 320, ColorScheme.Light, "fr")]
    [InlineData("person", 390, ColorScheme.Dark, "en")]
    public async Task No_page_of_a_role_has_a_violation(string role, int width, ColorScheme scheme, string language)
    {
        await using var person = await browsing.PersonAsync(width, scheme: scheme);
        await SignInAsync(person, $"{role}@culture.example");
        var seen = await CheckAllAsync(person, role == "person" ? $"/{language}/notebook" : $"/{language}/backstage");
        seen.ShouldBeGreaterThan(8);
    }

    private static async Task SignInAsync(IBrowserContext person, string email = "administrator@culture.example")
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/account/sign-in");
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(DiapasonApp.Password);
        await page.Locator("main form button").First.ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldNotBeEmpty();
        page.Url.ShouldNotContain("sign-in");
        await page.CloseAsync();
    }

    private static async Task<int> CheckAllAsync(IBrowserContext person, params string[] starts)
    {
        var page = await person.NewPageAsync();
        var waiting = new Queue<string>(starts);
        var seen = new HashSet<string>(starts.Select(Key), StringComparer.Ordinal);
        var problems = new List<string>();
        for (var visited = 0; waiting.Count > 0 && visited < MostPages; visited++)
        {
            var address = waiting.Dequeue();
            var answer = await page.GotoAsync(address);
            if (answer?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true) continue;
            if (answer.Status >= 400) problems.Add($"{address}: {answer.Status}");
            if (answer.Headers.GetValueOrDefault("content-security-policy")?.Contains("sandbox", StringComparison.Ordinal) == true) await ReadAloneAsync(page, answer);
            problems.AddRange((await ProblemsAsync(page).WaitAsync(Longest)).Select(p => $"{address}: {p}"));
            var language = address[..3];
            foreach (var link in await page.EvalOnSelectorAllAsync<string[]>("a[href]:not([download])", "links => links.map(l => l.getAttribute('href'))"))
                if (link.StartsWith(language, StringComparison.Ordinal) && !Left(link) && seen.Add(Key(link))) waiting.Enqueue(link);
        }

        problems.ShouldBeEmpty();
        return seen.Count;
    }

    /// <summary>A document that allows no script would never answer axe: its text is read on a page of its own.</summary>
    private static async Task ReadAloneAsync(IPage page, IResponse document)
    {
        var text = await document.TextAsync();
        await page.GotoAsync("about:blank");
        await page.SetContentAsync(text);
    }

    /// <summary>Addresses that only differ by their query show the same page.</summary>
    private static string Key(string link) => link.Split('?', '#')[0].TrimEnd('/');

    /// <summary>Editions are laid out alike: the first one is read for all.</summary>
    private static bool IsAnotherEdition(string link) => link.Contains("/editions/", StringComparison.Ordinal) && !Key(link).EndsWith("/editions/1", StringComparison.Ordinal);

    /// <summary>Files, and the other council's copy of the same pages.</summary>
    private static bool Left(string link) => IsAnotherEdition(link) || link.Contains("/c/", StringComparison.Ordinal) || Files.Any(file => Key(link).EndsWith(file, StringComparison.Ordinal)) || link.Contains("/export", StringComparison.Ordinal);

    internal static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        var result = await page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions { RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        var problems = result.Violations.Select(v => $"{v.Id} {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target?.ToString() + " " + n.Html?[..Math.Min(n.Html.Length, 120)]))}").ToList();
        // Chromium sets no script aside: the widest thing on the page tells whether it scrolls sideways.
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")) problems.Add("scrolls sideways");
        return problems;
    }
}
