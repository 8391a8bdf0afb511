namespace Diapason.Consultations.Invitations;

/// <summary>People as mail programs copy them: <c>Paul Untel &lt;p@milieu.example&gt;; Marie Lune &lt;m@milieu.example&gt;</c>, on one line or several.</summary>
internal static class MailProgramList
{
    /// <summary>The same list, one person a row; a text that is a table already stays as it is.</summary>
    public static string AsRows(string pasted)
    {
        var lines = pasted.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var people = lines.SelectMany(People).ToList();
        return lines.Any(IsList) && people.TrueForAll(HasAddress) ? string.Join('\n', people.Select(person => $"\"{person.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) : pasted;
    }

    /// <summary>A line that a table does not have: several addresses, or a name beside its address between brackets.</summary>
    private static bool IsList(string line) => line.Count(c => c == '@') > 1 || line.TrimEnd(';', ',', ' ').EndsWith('>');

    /// <summary>Semicolons part people; where there are none, commas do, save the one inside « Untel, Paul ».</summary>
    private static IEnumerable<string> People(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1 || line.Count(c => c == '@') < 2) return parts;
        var (people, before) = (new List<string>(), "");
        foreach (var part in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            before = before.Length == 0 ? part : $"{before}, {part}";
            if (!HasAddress(before)) continue;
            people.Add(before);
            before = "";
        }

        return before.Length == 0 ? people : people.Append(before);
    }

    private static bool HasAddress(string text) => text.Contains('@', StringComparison.Ordinal);
}
