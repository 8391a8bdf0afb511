using System.Text;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>
/// Whether what follows a number is the unit printed beside its field, in any of its languages, in full or shortened: <c>h</c>, <c>hrs</c>,
/// <c>heure</c> or <c>h/sem.</c> for « heures par semaine ». Another unit is not: <c>6 jours</c> are not six hours.
/// </summary>
internal static class PrintedUnit
{
    private static readonly char[] Between = [' ', '\u00A0', '\u202F', '\t', '/', '.', '(', ')', '-'];
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal) { ["$"] = "dollars", ["%"] = "pour cent percent" };

    public static bool Is(ReadOnlySpan<char> typed, LocalizedText unit)
    {
        if (unit.IsEmpty) return false;
        var words = Words(typed.ToString());
        foreach (var (_, printed) in unit.All)
            if (words.Count > 0 && Follows(words, Words(printed))) return true;
        return false;
    }

    // Each word typed shortens one of the printed words, in their order, the first one first.
    private static bool Follows(List<string> typed, List<string> printed)
    {
        var at = 0;
        foreach (var word in typed)
        {
            var found = printed.FindIndex(at, candidate => Shortens(word, candidate));
            if (found < 0 || (at == 0 && found > 0)) return false;
            at = found + 1;
        }

        return true;
    }

    private static bool Shortens(string word, string printed)
    {
        if (word == printed || (Signs.TryGetValue(word, out var names) && names.Contains(printed, StringComparison.Ordinal))
            || (Signs.TryGetValue(printed, out names) && names.Contains(word, StringComparison.Ordinal))) return true;
        if (printed.Length == 0 || word[0] != printed[0]) return false;
        var at = 0;
        foreach (var letter in printed)
            if (at < word.Length && word[at] == letter) at++;
        return at == word.Length;
    }

    private static List<string> Words(string text)
    {
        var letters = new StringBuilder(text.Length);
        // A sign is a word by itself: « % », « $/h ».
        foreach (var c in PlainLetters.Of(text)) letters.Append(c is '$' or '%' ? $" {c} " : c);
        return [.. letters.ToString().Split(Between, StringSplitOptions.RemoveEmptyEntries)];
    }
}
