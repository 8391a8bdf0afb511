using System.Globalization;
using System.Text;

namespace Diapason.Tables.Sav;

/// <summary>Questions of several choices as a file lists them: <c>$name=D1 1 5 label @1 @2</c>, one a line. Those that count another value than 1 are left.</summary>
internal static class SavSets
{
    public static IReadOnlyList<SavSet> Of(byte[] record, Encoding text, Func<string, string?> longName)
    {
        var sets = new List<SavSet>();
        foreach (var line in Lines(record))
            if (Set(line, text, longName) is { } set) sets.Add(set);
        return sets;
    }

    private static IEnumerable<byte[]> Lines(byte[] record)
    {
        for (var from = 0; from < record.Length;)
        {
            var end = Array.IndexOf(record, (byte)'\n', from);
            if (end < 0) end = record.Length;
            yield return record[from..end];
            from = end + 1;
        }
    }

    private static SavSet? Set(byte[] line, Encoding text, Func<string, string?> longName)
    {
        var begin = Encoding.Latin1.GetString(line);
        var equal = begin.IndexOf("=D1 1 ", StringComparison.Ordinal);
        if (equal < 2 || begin[0] != '$') return null;
        var from = equal + "=D1 1 ".Length;
        var space = begin.IndexOf(' ', from);
        if (space < 0 || !int.TryParse(begin[from..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || space + 1 + length > line.Length) return null;
        var names = begin[(space + 1 + length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(longName).OfType<string>().ToList();
        return names.Count < 2 ? null : new SavSet(begin[1..equal], text.GetString(line, space + 1, length), names);
    }
}
