using Diapason.Text;

namespace Diapason.Yaml;

/// <summary>
/// Once a file is read: names the keys nobody asked for, which would otherwise be lost in silence, and those that were asked for and are absent. A key one slip
/// away from an absent one is one fault, said once.
/// </summary>
internal static class UnreadKeys
{
    public static void Report(YamlMap map, YamlProblems problems, bool onlySlips)
    {
        var unread = map.Entries.Where(entry => !map.Asked.Contains(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value.Key, StringComparer.Ordinal);
        foreach (var absence in map.Absences.DistinctBy(absence => (absence.Key, absence.Code)))
        {
            if (unread.Keys.FirstOrDefault(key => IsSlip(key, absence.Key)) is not { } slip) problems.Add(map.Line, map.Column, absence.Code, absence.Facts);
            else if (unread.Remove(slip, out var at)) problems.Add(at.Line, at.Column, YamlCodes.KeyMistyped, ("key", slip), ("meant", absence.Key));
        }

        if (!onlySlips && !map.IgnoresRest)
            foreach (var (key, at) in unread) ReportOne(map, problems, key, at);
        foreach (var (key, entry) in map.Entries)
            if (map.Asked.Contains(key)) Within(entry.Value, problems, onlySlips);
    }

    private static void ReportOne(YamlMap map, YamlProblems problems, string key, YamlNode at)
    {
        if (map.Asked.FirstOrDefault(asked => !map.Has(asked) && IsSlip(key, asked)) is { } meant)
            problems.Add(at.Line, at.Column, YamlCodes.KeyMistyped, ("key", key), ("meant", meant));
        else
            problems.Add(at.Line, at.Column, YamlCodes.KeyUnknown, ("key", key));
    }

    private static void Within(YamlNode node, YamlProblems problems, bool onlySlips)
    {
        if (node.IsRefused) return;
        if (node is YamlMap map) Report(map, problems, onlySlips);
        else if (node is YamlList list)
            foreach (var item in list.Items) Within(item, problems, onlySlips);
    }

    /// <summary>Whether a key is another one mistyped.</summary>
    internal static bool IsSlip(string written, string meant) => Slip.Is(written, meant);
}
