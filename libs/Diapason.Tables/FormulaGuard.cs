using System.Globalization;
using System.Text;

namespace Diapason.Tables;

/// <summary>
/// Words that a spreadsheet would run as a formula are preceded by an apostrophe, which it shows as text: separated text has no other way to say
/// that a cell is text. The mark also stands after a separator or a line break inside the words, because a spreadsheet set to another separator
/// than the file's cuts the cell there. An apostrophe already at such a place is doubled, so that <see cref="Undo"/> gives back what was written.
/// </summary>
/// <remarks>OWASP, <i>CSV Injection</i>; some spreadsheets run the wide forms of East Asian keyboards too.</remarks>
public static class FormulaGuard
{
    private const char Sign = '\'';

    /// <summary>The words, marked where they need it.</summary>
    public static string Mark(string words)
    {
        StringBuilder? marked = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (Needs(words, i)) (marked ??= new StringBuilder(words.Length + 4).Append(words, 0, i)).Append(Sign);
            marked?.Append(words[i]);
        }

        return marked?.ToString() ?? words;
    }

    /// <summary>What <see cref="Mark"/> was given.</summary>
    public static string Undo(string cell)
    {
        if (!cell.Contains(Sign, StringComparison.Ordinal)) return cell;
        var words = new StringBuilder(cell.Length);
        for (var i = 0; i < cell.Length; i++)
        {
            // A mark stands at a start and before what needed it: step over it and keep the next character as it is.
            if (cell[i] == Sign && IsStart(cell, i) && i + 1 < cell.Length && (IsMarked(cell[i + 1]) || (i == 0 && IsWhite(cell[1])))) i++;
            words.Append(cell[i]);
        }

        return words.ToString();
    }

    private static bool Needs(string words, int at) => IsStart(words, at) && (IsMarked(words[at]) || (at == 0 && IsWhite(words[0])));

    private static bool IsStart(string words, int at)
    {
        // A quote opens a cell when the separator is another than ours, and what is not seen is not there.
        while (at > 0 && (words[at - 1] == '"' || IsUnseen(words[at - 1]))) at--;
        return at == 0 || words[at - 1] is ';' or ',' or '\t' or '\r' or '\n';
    }

    private static bool IsMarked(char c) => c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or Sign;

    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsWhite(char c) => c is '\t' or '\r' or '\n';
}
