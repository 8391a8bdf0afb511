using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Diapason.Platform.Security;

namespace Diapason.Load;

/// <summary>The controls of each page, read from its HTML once: afterwards only tokens are looked for, so that the generator stays light.</summary>
internal sealed partial class FormCache
{
    private const string TokenMark = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
    private readonly ConcurrentDictionary<string, IReadOnlyList<Control>> _pages = new(StringComparer.Ordinal);

    public IReadOnlyList<Control> Controls(string path, string html) => _pages.GetOrAdd(path, _ => Read(html));

    public static string Token(string html) => Between(html, TokenMark) ?? "";

    /// <summary>What a start page carries sealed for the answers to come.</summary>
    public static string? Sealed(string html) => Between(html, "name=\"code\" value=\"");

    /// <summary>The resume code a page of questions shows, as the server keeps it; null on a page that shows none.</summary>
    public static string? Code(string html) => Codes().Match(html) is { Success: true } shown ? SecretCode.Read(Tags().Replace(shown.Groups["code"].Value, "")) : null;

    private static string? Between(string html, string mark)
    {
        var start = html.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0) return null;
        start += mark.Length;
        return html[start..html.IndexOf('"', start)];
    }

    private static List<Control> Read(string html)
    {
        var start = html.IndexOf("id=\"answers\"", StringComparison.Ordinal);
        if (start < 0) return [];
        var form = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        var controls = Inputs().Matches(form)
            .Select(m => (Name: Attribute(m.Value, "name"), Value: Attribute(m.Value, "value"), Type: Attribute(m.Value, "type")))
            .Where(i => i.Type is "radio" or "checkbox" && i.Name is not null && i.Value is not null && !i.Name.EndsWith(".missing", StringComparison.Ordinal))
            .GroupBy(i => i.Name!, StringComparer.Ordinal)
            .Select(g => new Control(g.Key, [.. g.Select(i => i.Value!)])).ToList();
        foreach (Match select in Selects().Matches(form))
            controls.Add(new Control(Attribute(select.Groups["head"].Value, "name")!, [.. Options().Matches(select.Groups["body"].Value).Select(o => o.Groups["code"].Value)]));
        foreach (Match area in Areas().Matches(form)) controls.Add(new Control(Attribute(area.Value, "name")!, ["Apprendre à mon rythme, sur mes propres projets."]));
        return controls;
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;

    [GeneratedRegex("<strong class=\"code\"[^>]*>REPRISE-(?<code>.*?)</strong>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Codes();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("<select(?<head>[^>]*)>(?<body>.*?)</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Selects();

    [GeneratedRegex("<option value=\"(?<code>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Options();

    [GeneratedRegex("<textarea[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Areas();
}

/// <summary>One control and the values it can be given.</summary>
internal sealed record Control(string Name, IReadOnlyList<string> Values);
