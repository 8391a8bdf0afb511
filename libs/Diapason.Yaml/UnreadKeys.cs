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

    /// <summary>Whether a key is another one with a letter missing, added, changed or swapped with its neighbour; two such slips in a long one.</summary>
    internal static bool IsSlip(string written, string meant) => Distance(written, meant) <= Math.Clamp(meant.Length / 3, 1, 2);

    // Optimal string alignment, on three rows.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return int.MaxValue;
        var (before, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
