using System.Globalization;

namespace Diapason.Forms;

/// <summary>Numbers as people type and read them: <c>12,5</c> or <c>12.5</c>, never a group separator, which would make <c>1,234</c> a guess.</summary>
internal static class WrittenNumber
{
    private const int MaxCharacters = 30;

    /// <summary>Reads digits with at most one comma or point; says how many decimals were typed.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal number, out int decimals)
    {
        number = 0;
        decimals = 0;
        text = text.Trim();
        if (text.IsEmpty || text.Length > MaxCharacters) return false;
        Span<char> plain = stackalloc char[MaxCharacters];
        int mark = -1, digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is ',' or '.' && mark < 0 && digits > 0) (mark, c) = (i, '.');
            else if (c is '-' or '−' && i == 0) c = '-';
            else return false;
            plain[i] = c;
        }

        if (digits == 0 || mark == text.Length - 1) return false;
        decimals = mark < 0 ? 0 : text.Length - mark - 1;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(plain[..text.Length], style, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Writes a number so that <see cref="TryRead"/> reads it back, with a comma in French.</summary>
    public static string Write(decimal number, string language)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return language.StartsWith("fr", StringComparison.Ordinal) ? text.Replace('.', ',') : text;
    }
}
