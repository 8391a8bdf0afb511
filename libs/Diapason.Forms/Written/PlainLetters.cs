using System.Globalization;
using System.Text;

namespace Diapason.Forms;

/// <summary>Words as they compare: lower case, no accents.</summary>
internal static class PlainLetters
{
    /// <summary>The folded text; empty when it holds halves of characters or symbols beyond the letters of units and months.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uFFFF') >= 0) return "";
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) letters.Append(char.ToLowerInvariant(c));
        return letters.ToString();
    }
}
