using Microsoft.Playwright;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>One server and one Chromium for a class of tests.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Browsing()
        : this(new Server())
    {
    }

    internal Browsing(Server server) => Server = server;

    public Server Server { get; }

    public async ValueTask InitializeAsync()
    {
        await Server.StartAsync();
        // A busy machine takes its time: these bounds only name what never comes.
        Assertions.SetDefaultExpectTimeout(90_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync(_playwright);
    }

    /// <summary>Debian's Chromium. Letters keep their own widths, whatever the machine's settings of hinting.</summary>
    internal static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--font-render-hinting=none", "--disable-lcd-text"],
    });

    /// <summary>A new browser profile.</summary>
    public async Task<IBrowserContext> PersonAsync(int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var person = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Server.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "fr-CA",
        });
        person.SetDefaultTimeout(90_000);
        person.SetDefaultNavigationTimeout(90_000);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Server.DisposeAsync();
    }
}
