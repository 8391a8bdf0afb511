using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Diapason.Load.LimeSurvey;

/// <summary>A page of a LimeSurvey form, as a browser would post it: its hidden fields as they came, one answer for each question.</summary>
internal sealed partial class QuestionPage
{
    private const string Words = "Apprendre à mon rythme, sur mes propres projets.";
    private readonly List<KeyValuePair<string, string>> _hidden = [];
    private readonly List<string> _ticks = [];
    private readonly List<string> _texts = [];
    private readonly List<string> _numbers = [];
    private readonly List<(string Name, string[] Values)> _choices = [];

    public required int Step { get; init; }

    public required bool IsLast { get; init; }

    public static QuestionPage? Read(string html)
    {
        var start = html.IndexOf("<form id=\"limesurvey\"", StringComparison.Ordinal);
        if (start < 0) return null;
        var form = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        var inputs = Inputs().Matches(form).Select(m => (Name: Attribute(m.Value, "name"), Value: Attribute(m.Value, "value"), Type: Attribute(m.Value, "type"), Tag: m.Value))
            .Where(i => i.Name.Length > 0).ToList();
        if (!int.TryParse(inputs.Find(i => i.Name == "thisstep").Value, CultureInfo.InvariantCulture, out var step)) return null;
        var page = new QuestionPage { Step = step, IsLast = form.Contains("value=\"movesubmit\"", StringComparison.Ordinal) };
        page._hidden.AddRange(inputs.Where(i => i.Type == "hidden").Select(i => KeyValuePair.Create(i.Name, i.Value)));
        page._ticks.AddRange(inputs.Where(i => i.Type == "checkbox" && i.Value == "Y").Select(i => i.Name));
        page._numbers.AddRange(inputs.Where(i => i.Type == "text" && i.Tag.Contains("numeric", StringComparison.Ordinal)).Select(i => i.Name));
        page._texts.AddRange(Areas().Matches(form).Select(m => Attribute(m.Value, "name")));
        page._choices.AddRange(inputs.Where(i => i.Type == "radio" && i.Value is not ("" or "-oth-")).GroupBy(i => i.Name, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Select(i => i.Value).ToArray())));
        page._choices.AddRange(Selects().Matches(form)
            .Select(m => (Attribute(m.Groups["head"].Value, "name"), Options().Matches(m.Groups["body"].Value).Select(o => o.Groups["code"].Value).ToArray())));
        return page;
    }

    public List<KeyValuePair<string, string>> Fill(Random random)
    {
        List<KeyValuePair<string, string>> fields = [.. _hidden, new("move", IsLast ? "movesubmit" : "movenext")];
        fields.AddRange(_choices.Select(c => KeyValuePair.Create(c.Name, c.Values[random.Next(c.Values.Length)])));
        if (_ticks.Count > 0) fields.Add(new(_ticks[random.Next(_ticks.Count)], "Y"));
        fields.AddRange(_numbers.Select(name => KeyValuePair.Create(name, "6")));
        fields.AddRange(_texts.Select(name => KeyValuePair.Create(name, Words)));
        return fields;
    }

    private static string Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=([\"'])(.*?)\\1", RegexOptions.Singleline, TimeSpan.FromSeconds(1)) is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[2].Value) : "";

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("<select(?<head>[^>]*)>(?<body>.*?)</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Selects();

    [GeneratedRegex("<option value=['\"](?<code>A[0-9]+)['\"]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Options();

    [GeneratedRegex("<textarea[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Areas();
}
