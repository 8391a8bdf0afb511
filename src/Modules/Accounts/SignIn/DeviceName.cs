namespace Diapason.Accounts.SignIn;

/// <summary>A browser as its owner recognises it, « Firefox, Android »: its family and its system. Versions and models, which would single it out, are not kept.</summary>
internal static class DeviceName
{
    /// <summary>In order: most browsers also claim to be another.</summary>
    private static readonly (string Says, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Chromium/", "Chromium"), ("Safari/", "Safari"),
    ];

    private static readonly (string Says, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Macintosh", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <param name="userAgent">The header, whatever it holds: only words of ours come out.</param>
    public static string Of(string userAgent) => string.Join(", ", new[] { First(Browsers, userAgent), First(Systems, userAgent) }.OfType<string>());

    private static string? First((string Says, string Name)[] known, string userAgent) =>
        known.Where(one => userAgent.Contains(one.Says, StringComparison.Ordinal)).Select(one => one.Name).FirstOrDefault();
}
