using System.Globalization;
using System.Text;
using Diapason.Platform.Language;

namespace Diapason.Platform.Security;

/// <summary>A code as it was typed: the secret itself and, when it came with its word, its kind. Codes given before there were words have none.</summary>
public sealed record TypedCode(string Code, CodeKind? Kind);

/// <summary>Writes codes with the word that says which they are, and reads them with it, in any language, or without.</summary>
public sealed class SecretCodes(IEnumerable<CodeKind> kinds)
{
    private const int LongestTyped = 100;
    private const int Symbols = 17;

    private readonly (string Letters, CodeKind Kind)[] _words =
        [.. kinds.SelectMany(kind => Languages.OfTheHouse.Select(language => (Letters: Fold(kind.Word(language)), Kind: kind))).Distinct()];

    /// <summary><c>REPRISE-7KQ2-9VXM-04TD-HJ3P-8</c>, in the current language.</summary>
    public static string Write(CodeKind kind, string code)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return $"{kind.Word(Languages.Current)}-{code}";
    }

    /// <summary>Null when it cannot be a code: a slip of the hand is told from an unknown code.</summary>
    public TypedCode? Read(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped) return null;
        var letters = Fold(typed);
        var kind = _words.FirstOrDefault(word => letters.Length == word.Letters.Length + Symbols && letters.StartsWith(word.Letters, StringComparison.Ordinal));
        return SecretCode.Read(kind.Kind is null ? letters : letters[kind.Letters.Length..]) is { } code ? new TypedCode(code, kind.Kind) : null;
    }

    // Letters without their accents, in capitals, and figures: REÇU, reçu and recu are one word. A half of a pair of characters is no letter.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) folded.Append(Rune.ToUpperInvariant(rune).ToString().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).ToArray());
        return folded.ToString();
    }
}
