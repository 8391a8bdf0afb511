using System.Globalization;

namespace Diapason.Load;

/// <summary>What the command line asks.</summary>
internal sealed record Settings(Uri Url, string Campaign, int Visitors, int Seconds, int Rate, string? Database, int? Process)
{
    public static Settings? Read(string[] arguments)
    {
        if (arguments is not [var url, var campaign, .. var rest] || rest.Length % 2 != 0) return null;
        var options = rest.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new Settings(new Uri(url), campaign, Number(options, "--visitors", 32), Number(options, "--seconds", 20), Number(options, "--rate", 0), options.GetValueOrDefault("--database"),
            options.TryGetValue("--process", out var process) ? int.Parse(process, CultureInfo.InvariantCulture) : null);
    }

    private static int Number(Dictionary<string, string> options, string name, int usual) =>
        options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
