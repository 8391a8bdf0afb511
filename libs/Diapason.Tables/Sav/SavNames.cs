using System.Globalization;
using System.Text;

namespace Diapason.Tables.Sav;

/// <summary>Names that every program which opens a .sav accepts: a letter first, then letters, digits and underscores of ASCII, 32 at most (Stata's limit, below SPSS's), none twice.</summary>
public static class SavNames
{
    private const int Longest = 32;
    private static readonly HashSet<string> Reserved = new(["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for each, in the same order: <c>comp.writer.importance__missing</c> becomes <c>comp_writer_importance__missing</c>.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => Free(Plain(name), taken))];
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        if (plain.Length == 0 || !char.IsAsciiLetter(plain[0])) plain.Insert(0, 'v');
        var text = plain.ToString();
        return Reserved.Contains(text) ? text + "_" : text;
    }

    /// <summary>The name, else its beginning and a number that nobody has.</summary>
    private static string Free(string name, HashSet<string> taken)
    {
        var free = Cut(name, Longest);
        for (var n = 2; !taken.Add(free); n++)
        {
            var end = "_" + n.ToString(CultureInfo.InvariantCulture);
            free = Cut(name, Longest - end.Length) + end;
        }

        return free;
    }

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..length];
}
