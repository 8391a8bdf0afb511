using System.Globalization;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>
/// Numbers as people type and read them: <c>12,5</c> or <c>12.5</c>, <c>1 840</c> with any blank, and the unit printed beside the field:
/// <c>6 h</c> where hours are asked. A comma never parts thousands, which would make <c>1,234</c> a guess.
/// </summary>
internal static class WrittenNumber
{
    private const int MaxCharacters = 60;
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Reads a number and the unit it may come with; says how many decimals were typed.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, LocalizedText unit, out decimal number, out int decimals)
    {
        (number, decimals) = (0, 0);
        text = text.Trim();
        if (text.IsEmpty || text.Length > MaxCharacters) return false;
        // « $ 500 », as English puts it.
        if (text[0] == '$' && PrintedUnit.Is("$", unit)) text = text[1..].TrimStart();
        Span<char> plain = stackalloc char[MaxCharacters];
        var length = Figures(text, plain, out var read, out decimals);
        if (length == 0 || !decimal.TryParse(plain[..length], Style, CultureInfo.InvariantCulture, out number)) return false;
        var rest = text[read..].Trim();
        return rest.IsEmpty || PrintedUnit.Is(rest, unit);
    }

    /// <summary>Writes a number so that <see cref="TryRead"/> reads it back, with a comma in French.</summary>
    public static string Write(decimal number, string language)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return language.StartsWith("fr", StringComparison.Ordinal) ? text.Replace('.', ',') : text;
    }

    // Copies the figures at the head of a text, with a point for decimals; 0 when there are none.
    private static int Figures(ReadOnlySpan<char> text, Span<char> plain, out int read, out int decimals)
    {
        var (length, mark, run, groups) = (0, -1, 0, 0);
        for (read = 0; read < text.Length; read++)
        {
            var c = text[read];
            if (char.IsAsciiDigit(c)) run++;
            else if (c is ',' or '.' && mark < 0 && run > 0) (mark, c) = (length, '.');
            else if (c is '-' or '−' && read == 0) c = '-';
            else if (mark < 0 && (groups == 0 ? run is > 0 and <= 3 : run == 3) && IsGroup(text[read..]))
            {
                (groups, run) = (groups + 1, 0);
                continue;
            }
            else break;
            plain[length++] = c;
        }

        decimals = mark < 0 ? 0 : length - mark - 1;
        return run == 0 || mark == length - 1 ? 0 : length;
    }

    /// <summary>Whether a blank and exactly three figures come next.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text) =>
        text.Length >= 4 && char.IsWhiteSpace(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3])
        && (text.Length == 4 || !char.IsAsciiDigit(text[4]));
}
