using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Diapason.Consultations.Paper;

namespace Diapason.Consultations.Reaching;

/// <summary>The short code of a link: read on a poster, typed in an address, written in a file.</summary>
internal static partial class LinkCodes
{
    public const int Longest = 20;
    private const int LongestMade = 14;

    /// <summary>A word so short is no part of a name's initials: « des », « the ».</summary>
    private const int Little = 3;

    /// <summary>Whether a link may be called so: what came on paper or by phone keeps its own words.</summary>
    public static bool Is(string code) => Form().IsMatch(code) && !PaperSources.All.Contains(code);

    /// <summary>What came in an address; null when no link can be called so.</summary>
    public static string? Read(string? typed) => typed?.Trim().ToLowerInvariant() is { Length: <= Longest } code && Is(code) ? code : null;

    /// <summary>From a name: the name itself where it is short, the initials of its words otherwise, then a number when another link has it.</summary>
    public static string From(string name, IReadOnlySet<string> taken)
    {
        var words = Fold(name).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var whole = string.Join('-', words);
        var initials = string.Concat(words.Where(word => word.Length > Little).Select(word => word[0]));
        var made = Is(whole) && whole.Length <= LongestMade ? whole : Is(initials) ? initials[..Math.Min(initials.Length, LongestMade)] : "lien";
        var code = made;
        for (var next = 2; taken.Contains(code); next++) code = string.Create(CultureInfo.InvariantCulture, $"{made}-{next}");
        return code;
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

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){1,19}$", RegexOptions.None, 100)]
    private static partial Regex Form();
}
