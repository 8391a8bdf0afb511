using System.Buffers;
using System.Globalization;
using System.Text;

namespace Diapason.Text;

/// <summary>
/// Text without the signs that nobody sees: a name made of them alone would be a name nobody can read, and one that turns the direction of writing could
/// pass for another (Unicode Technical Report 36, <em>Unicode Security Considerations</em>, 2.5; the controls are those of UAX 9).
/// </summary>
public static class VisibleText
{
    // Word joiner, zero-width space and no-break space, controls of direction, mongolian separator, invisible operators, fillers and blanks drawn by nothing.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
    [
        '\u00AD', '\u034F', '\u061C', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u180B', '\u180C', '\u180D', '\u180E', '\u180F', '\u200B', '\u200E', '\u200F', '\u2028', '\u2029',
        '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2060', '\u2061', '\u2062', '\u2063', '\u2064', '\u2065', '\u2066', '\u2067', '\u2068', '\u2069',
        '\u206A', '\u206B', '\u206C', '\u206D', '\u206E', '\u206F', '\u2800', '\u3164', '\uFEFF', '\uFFA0', '\uFFF9', '\uFFFA', '\uFFFB',
    ]);

    // Seen by what they do to their neighbours, in emoji and in several scripts: kept, and nothing by themselves.
    private static readonly SearchValues<char> Joiners = SearchValues.Create(['\u200C', '\u200D', .. Enumerable.Range(0xFE00, 16).Select(code => (char)code)]);

    /// <summary>The text without invisible signs; empty when there is nothing to see in it. The same instance when there is nothing to take away.</summary>
    /// <param name="text">Anything, line ends and tabs included: those stay, as do joiners inside a word or an emoji.</param>
    public static string Of(string text)
    {
        var seen = text.AsSpan().IndexOfAny(Unseen) < 0 ? text : Strip(text);
        return seen.AsSpan().IndexOfAny(Joiners) >= 0 && !HasSign(seen) ? "" : seen;
    }

    private static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (!Unseen.Contains(letter)) kept.Append(letter);
        return kept.ToString();
    }

    private static bool HasSign(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.IsBmp && Joiners.Contains((char)rune.Value)) continue;
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)) return true;
        }

        return false;
    }
}
