using Deque.AxeCore.Commons;
using Diapason.TestKit;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>Every page that a visitor or an administrator can reach by links, read by axe at three widths, light and dark, details open.</summary>
public sealed class AccessibilityTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const int MostPages = 300;

    // Only so that a page that never answers is named: no page takes so long.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();
    private static readonly int[] Widths = [320, 390, 1280];
    private static readonly string[] Public = ["consultation/", "portrait", "next-steps", "programme", "help", "accessibility", "privacy", "licences"];
    private static readonly string[] Collections = ["/editions/", "/offer/", "/entry/"];
    private static readonly string[] Files = [".csv", ".json", ".docx", ".xlsx", ".pdf", ".yaml"];
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    // What axe says depends little on the width: a page is read whole at one, its colours in both schemes, its layout at all three.
    private static readonly bool Whole = Environment.GetEnvironmentVariable("DIAPASON_ENDURANCE") == "1";

    /// <summary>Width, light or dark, language: two on each run, all with <c>make endurance</c>.</summary>
    public static TheoryData<int, ColorScheme, string> Ways()
    {
        var ways = new TheoryData<int, ColorScheme, string> { { 390, ColorScheme.Light, "fr" }, { 320, ColorScheme.Dark, "en" } };
        if (!Whole) return ways;
        ways.AddRange((1280, ColorScheme.Light, "fr"), (320, ColorScheme.Light, "fr"), (1280, ColorScheme.Dark, "en"), (390, ColorScheme.Dark, "en"));
        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_public_page_has_a_violation(int width, ColorScheme scheme, string language)
    {
        await using var person = await browsing.PersonAsync(width, scheme: scheme);
        var seen = await CheckAllAsync(person, (width, scheme), _ => true, $"/{language}/", $"/{language}/design");
        seen.ShouldBeGreaterThan(8);
    }

    [Theory]
    [InlineData("administrator", 1280, ColorScheme.Light, "fr")]
    [InlineData("rfc", 390, ColorScheme.Light, "en")]
    [InlineData("facilitator", 1280, ColorScheme.Dark, "fr")]
    [InlineData("organisation-lead", 320, ColorScheme.Light, "en")]
    [InlineData("person", 390, ColorScheme.Dark, "fr")]
    public async Task No_page_of_a_role_has_a_violation(string role, int width, ColorScheme scheme, string language)
    {
        await using var person = await browsing.PersonAsync(width, scheme: scheme);
        await SignInAsync(person, $"{role}@culture.example");
        // What everyone reads was read above, in both languages.
        var seen = await CheckAllAsync(person, (width, scheme), link => Whole || !Public.Any(door => link.StartsWith($"/{language}/{door}", StringComparison.Ordinal)), role == "person" ? [$"/{language}/account", $"/{language}/notebook"] : [$"/{language}/account", $"/{language}/backstage"]);
        seen.ShouldBeGreaterThan(role == "person" ? 4 : 8);
    }

    [Fact]
    public async Task A_page_with_violations_is_told()
    {
        await using var person = await browsing.PersonAsync(320);
        var page = await person.NewPageAsync();
        await page.SetContentAsync("<main><button></button><p style='color: #ccc; width: 500px'>Pâle et large</p></main>");
        var problems = string.Join('\n', await ProblemsEverywhereAsync(page, 320, ColorScheme.Light));
        foreach (var fault in new[] { "button-name", "color-contrast", "in the other scheme, color-contrast", "scrolls sideways", "scrolls sideways at 390" }) problems.ShouldContain(fault);
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

    private static async Task<int> CheckAllAsync(IBrowserContext person, (int Width, ColorScheme Scheme) way, Func<string, bool> isRead, params string[] starts)
    {
        var page = await person.NewPageAsync();
        var waiting = new Queue<string>(starts);
        var seen = new HashSet<string>(starts.Select(Key), StringComparer.Ordinal);
        var alike = new Dictionary<string, int>(StringComparer.Ordinal);
        var problems = new List<string>();
        for (var visited = 0; waiting.Count > 0 && visited < MostPages; visited++)
        {
            var address = waiting.Dequeue();
            var answer = await page.GotoAsync(address);
            if (answer?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true) continue;
            if (answer.Status >= 400) problems.Add($"{address}: {answer.Status}");
            if (answer.Headers.GetValueOrDefault("content-security-policy")?.Contains("sandbox", StringComparison.Ordinal) == true) await ReadAloneAsync(page, answer);
            problems.AddRange((await ProblemsEverywhereAsync(page, way.Width, way.Scheme).WaitAsync(Longest)).Select(p => $"{address}: {p}"));
            var language = address[..3];
            foreach (var link in await page.EvalOnSelectorAllAsync<string[]>("a[href]:not([download])", "links => links.map(l => l.getAttribute('href'))"))
                if (link.StartsWith(language, StringComparison.Ordinal) && !Left(link) && isRead(link) && seen.Add(Key(link)) && IsAmongTheFirst(link, alike)) waiting.Enqueue(link);
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

    /// <summary>The items of a collection are laid out alike: three of each are read for all, every one with <c>make endurance</c>.</summary>
    private static bool IsAmongTheFirst(string link, Dictionary<string, int> alike)
    {
        if (Whole || Array.Find(Collections, link.Contains) is not { } collection) return true;
        var kind = collection + Key(link).Count(c => c == '/');
        alike[kind] = alike.GetValueOrDefault(kind) + 1;
        return alike[kind] <= 3;
    }

    /// <summary>Files, and the other council's copy of the same pages.</summary>
    private static bool Left(string link) => link.Contains("/c/", StringComparison.Ordinal) || Files.Any(file => Key(link).EndsWith(file, StringComparison.Ordinal)) || link.Contains("/export", StringComparison.Ordinal);

    /// <summary>Axe at the page's width, its colours again in the other scheme, and the three widths without scrolling sideways.</summary>
    private static async Task<IReadOnlyList<string>> ProblemsEverywhereAsync(IPage page, int width, ColorScheme scheme)
    {
        var problems = new List<string>(await ProblemsAsync(page));
        await page.EmulateMediaAsync(new() { ColorScheme = scheme == ColorScheme.Light ? ColorScheme.Dark : ColorScheme.Light });
        problems.AddRange((await AxeAsync(page, "rule", "color-contrast")).Select(p => "in the other scheme, " + p));
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var other in Widths.Where(w => w != width))
        {
            await page.SetViewportSizeAsync(other, 900);
            if (await ScrollsSidewaysAsync(page)) problems.Add($"scrolls sideways at {other}");
        }

        await page.SetViewportSizeAsync(width, 900);
        return problems;
    }

    internal static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        var problems = (await AxeAsync(page, "tag", Rules)).ToList();
        if (await ScrollsSidewaysAsync(page)) problems.Add("scrolls sideways");
        return problems;
    }

    /// <summary>Only violations are asked for, of the page alone: thousands of passes would be carried to be thrown away.</summary>
    private static async Task<string[]> AxeAsync(IPage page, string type, params string[] values)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>("""
            only => axe.run({ runOnly: only, resultTypes: ['violations'] })
                .then(result => result.violations.map(v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.html.slice(0, 120)).join(', ')))
            """, new { type, values });
    }

    /// <summary>Chromium sets no script aside: the widest thing on the page tells whether it scrolls sideways.</summary>
    private static Task<bool> ScrollsSidewaysAsync(IPage page) => page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}
