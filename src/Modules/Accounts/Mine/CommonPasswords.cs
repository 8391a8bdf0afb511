using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Diapason.Accounts.Mine;

/// <summary>
/// The passwords that people choose first, from <c>common-passwords.txt</c>: one is common when it is an entry, an entry repeated, one or two entries
/// with digits and signs around, digits that repeat or follow one another. Capitals, accents and digits put for letters change nothing.
/// </summary>
internal static class CommonPasswords
{
    private const int ShortestWord = 4;
    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly Lazy<FrozenSet<string>> Known = new(Read);

    /// <param name="password">As it was chosen.</param>
    /// <param name="own">Words close to the person and the council, folded: as good as common for whoever knows them.</param>
    public static bool Has(string password, IReadOnlySet<string> own)
    {
        var plain = Fold(password);
        if (plain.Length == 0) return password.Distinct().Count() < ShortestWord;
        return new[] { plain, WithLetters(plain), WithLetters(plain.Trim(Digits)) }.Any(text => text.Length > 0 && IsMadeOfKnown(Unit(text), own));
    }

    /// <summary>Lower case, without accents, letters and digits only.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
            if (char.IsAsciiLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (c is '@') folded.Append('a');
            else if (c is '$') folded.Append('s');
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    private static bool IsMadeOfKnown(string text, IReadOnlySet<string> own)
    {
        var letters = text.Trim(Digits);
        // A few letters beside a run of digits, or digits alone.
        if (letters.Length < ShortestWord) return AreEasy(letters.Length == 0 ? text : text.Replace(letters, "", StringComparison.Ordinal), own);
        var core = Unit(letters);
        if (core.Length < ShortestWord || IsKnown(text, own) || IsKnown(core, own)) return true;
        for (var cut = ShortestWord; cut <= core.Length - ShortestWord; cut++)
            if (IsKnown(core[..cut], own) && IsKnown(core[cut..].TrimStart(Digits), own)) return true;
        return false;
    }

    /// <summary>Few different digits, a run, or one of these again and again.</summary>
    private static bool AreEasy(string digits, IReadOnlySet<string> own) => digits.Distinct().Count() < ShortestWord || IsKnown(digits, own) || IsKnown(Unit(digits), own);

    private static bool IsKnown(string text, IReadOnlySet<string> own) => Known.Value.Contains(text) || own.Contains(text);

    /// <summary>The smallest text whose repetition makes this one; the last time may be cut short.</summary>
    private static string Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
            if (text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length))) return text[..length];
        return text;
    }

    /// <summary>Digits put for the letters they look like: <c>m0tdep4sse</c>.</summary>
    private static string WithLetters(string text) => string.Concat(text.Select(c => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', _ => c }));

    private static FrozenSet<string> Read()
    {
        using var file = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return file.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToFrozenSet(StringComparer.Ordinal);
    }
}
