using System.Globalization;
using System.Text;

namespace Diapason.Consultations.Collecting;

/// <summary>Words without what files write differently: accents, capitals, marks, the number before a question.</summary>
internal static class PlainWords
{
    private const int Longest = 600;

    /// <summary>« Q3. À quelle étape ? » becomes « q3 a quelle etape ».</summary>
    public static string Of(string words)
    {
        if (words.Length > Longest) words = words[..Longest];
        var plain = new StringBuilder(words.Length);
        foreach (var c in Whole(words).Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>The same without a number at its head: « q3 a quelle etape » becomes « a quelle etape ».</summary>
    public static string WithoutNumber(string plain)
    {
        var space = plain.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return plain;
        var first = plain.AsSpan(0, space).TrimStart('q');
        return first.Length is > 0 and < 4 && !first.ContainsAnyExceptInRange('0', '9') ? plain[(space + 1)..] : plain;
    }

    // Half of a pair of code units, which a cut or a broken file leaves, cannot be taken apart.
    private static string Whole(string words)
    {
        for (var i = 0; i < words.Length; i++)
            if (char.IsSurrogate(words[i]) && !(char.IsHighSurrogate(words[i]) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]) && i++ >= 0))
                return new string([.. words.Select(c => char.IsSurrogate(c) ? ' ' : c)]);
        return words;
    }
}
