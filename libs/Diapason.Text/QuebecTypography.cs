using System.Buffers;
using System.Text;

namespace Diapason.Text;

/// <summary>
/// Sets plain French by Québec's habits: no-break space before <c>: ; » % $</c> and after <c>«</c>, none before
/// <c>?</c> and <c>!</c>, <c>13 h 30</c>, <c>1 840</c>, and the typographic apostrophe. Works on plain text, before HTML encoding.
/// </summary>
/// <remarks>
/// Follows the Office québécois de la langue française, except the semicolon, which it sets without a space and the house with one.
/// Only blanks already there are made unbreakable; a space is added only inside guillemets and between a figure and <c>%</c>,
/// where nothing else can be meant. Addresses (<c>https://</c>, <c>www.</c>, e-mail) keep their characters.
/// </remarks>
public static class QuebecTypography
{
    private const char NoBreak = '\u00A0';
    private const char NarrowNoBreak = '\u202F';
    private const char Apostrophe = '\u2019';
    private static readonly SearchValues<char> Triggers = SearchValues.Create(":;»«%$?!'0123456789");

    /// <summary>Returns the text set for reading; the same instance when nothing changes. Applying it twice changes nothing more.</summary>
    public static string Apply(string text)
    {
        if (text.AsSpan().IndexOfAny(Triggers) < 0) return text;
        StringBuilder? output = null;
        for (var i = 0; i < text.Length; i++)
        {
            var (kept, insert) = Set(text, i);
            if (output is null && kept == text[i] && insert == '\0') continue;
            output ??= new StringBuilder(text, 0, i, text.Length + 8);
            if (kept != '\0') output.Append(kept);
            if (insert != '\0') output.Append(insert);
        }

        return output?.ToString() ?? text;
    }

    // The character that stands at i (none: \0) and the one to add after it (none: \0).
    private static (char Kept, char Insert) Set(string text, int i)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        return c switch
        {
            ' ' or NoBreak or NarrowNoBreak => (Space(text, i), '\0'),
            '\'' => (IsApostrophe(text, i) ? Apostrophe : c, '\0'),
            '«' when !char.IsWhiteSpace(next) && next != '\0' => (c, NoBreak),
            _ when next == '»' && !char.IsWhiteSpace(c) => (c, c == '«' ? '\0' : NoBreak),
            >= '0' and <= '9' when next == '%' && !IsInAddress(text, i) && !IsHexAfterPercent(text, i) => (c, NoBreak),
            _ => (c, '\0'),
        };
    }

    private static char Space(string text, int i)
    {
        if (i + 1 < text.Length && text[i + 1] is '?' or '!' && EndsSentence(text, i)) return '\0';
        if (text[i] != ' ') return text[i];
        return BindsNext(text, i) || BindsPrevious(text, i) ? NoBreak : ' ';
    }

    private static bool BindsNext(string text, int i)
    {
        if (i + 1 >= text.Length || i == 0) return false;
        var after = i + 2 < text.Length ? text[i + 2] : '\0';
        return text[i + 1] switch
        {
            ':' or ';' => !char.IsAsciiLetterOrDigit(after),
            '»' => true,
            '%' => char.IsAsciiDigit(text[i - 1]),
            // Not before ${name}, which stands for words.
            '$' => char.IsLetterOrDigit(text[i - 1]) && !char.IsAsciiDigit(after) && after != '{',
            'h' => char.IsAsciiDigit(text[i - 1]) && !char.IsLetterOrDigit(after),
            _ => char.IsAsciiDigit(text[i + 1]) && IsThousands(text, i),
        };
    }

    private static bool BindsPrevious(string text, int i)
    {
        if (i == 0) return false;
        if (text[i - 1] == '«') return true;
        return text[i - 1] == 'h' && i >= 3 && IsBlank(text[i - 2]) && char.IsAsciiDigit(text[i - 3])
            && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
    }

    // One to three figures, then groups of exactly three: "1 840" and "1 234 567", not "2024 200" nor "12 34".
    private static bool IsThousands(string text, int i)
    {
        var after = i + 1;
        while (after < text.Length && char.IsAsciiDigit(text[after])) after++;
        var before = i;
        while (before > 0 && char.IsAsciiDigit(text[before - 1])) before--;
        var figures = i - before;
        if (after - i != 4 || figures is 0 or > 3) return false;
        if (before == 0) return true;
        if (figures == 3 && IsBlank(text[before - 1]) && before > 1 && char.IsAsciiDigit(text[before - 2])) return IsThousands(text, before - 1);
        return !char.IsLetter(text[before - 1]) && text[before - 1] is not (',' or '.' or '-');
    }

    private static bool EndsSentence(string text, int i)
    {
        if (i == 0 || (!char.IsLetterOrDigit(text[i - 1]) && text[i - 1] is not ('»' or ')' or '”' or '…' or '%' or '$'))) return false;
        return i + 2 >= text.Length || !(char.IsLetterOrDigit(text[i + 2]) || text[i + 2] == '=');
    }

    private static bool IsApostrophe(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] == '«') && !IsInAddress(text, i);

    // "%20%C3" is an escape, not a percentage.
    private static bool IsHexAfterPercent(string text, int i) =>
        (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 2])) || (i > 0 && text[i - 1] == '%');

    private static bool IsInAddress(string text, int i)
    {
        int start = i, end = i;
        while (start > 0 && !EndsWord(text[start - 1])) start--;
        while (end < text.Length && !EndsWord(text[end])) end++;
        var word = text.AsSpan(start, end - start);
        return word.Contains("://", StringComparison.Ordinal) || word.Contains("www.", StringComparison.OrdinalIgnoreCase) || word.Contains('@');
    }

    private static bool EndsWord(char c) => char.IsWhiteSpace(c) || c is '«' or '»';

    private static bool IsBlank(char c) => c is ' ' or NoBreak or NarrowNoBreak;
}
