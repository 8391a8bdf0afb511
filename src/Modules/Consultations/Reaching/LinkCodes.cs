using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Diapason.Consultations.Paper;

namespace Diapason.Consultations.Reaching;

/// <summary>The short code of a link: read on a poster, typed in an address, written in a file.</summary>
internal static partial class LinkCodes
{
    public const int Longest = 30;

    /// <summary>A word so short is no part of a name in an address: « des », « the ».</summary>
    private const int Little = 3;

    /// <summary>Room for what tells it from another of its name: <c>-2</c>.</summary>
    private const int NumberRoom = 2;

    /// <summary>Whether a link may be called so: what came on paper or by phone keeps its own words.</summary>
    public static bool Is(string code) => Form().IsMatch(code) && !PaperSources.All.Contains(code);

    /// <summary>What came in an address; null when no link can be called so.</summary>
    public static string? Read(string? typed) => typed?.Trim().ToLowerInvariant() is { Length: <= Longest } code && Is(code) ? code : null;

    /// <summary>From a name: its words, the little ones left out where they are too many, cut at a word; then a number when another link has it.</summary>
    public static string From(string name, IReadOnlySet<string> taken)
    {
        var made = Spell(name, Longest - NumberRoom) is { Length: > 0 } spelt && Is(spelt) ? spelt : "lien";
        var code = made;
        for (var next = 2; taken.Contains(code); next++) code = string.Create(CultureInfo.InvariantCulture, $"{made}-{next}");
        return code;
    }

    /// <summary>Words as an address spells them, cut at a word; empty when none can be spelt.</summary>
    public static string Spell(string name, int longest)
    {
        var words = Fold(name).Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (string.Join('-', words) is { } whole && whole.Length <= longest) return whole;
        var kept = "";
        foreach (var word in words.Where(word => word.Length > Little))
        {
            if (kept.Length == 0) kept = word[..Math.Min(word.Length, longest)];
            else if (kept.Length + 1 + word.Length <= longest) kept = $"{kept}-{word}";
        }

        return kept;
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        return folded.ToString();
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){1,29}$", RegexOptions.None, 100)]
    private static partial Regex Form();
}
