using System.Text;

namespace Diapason.Consultations.Kit;

/// <summary>Rows of a comma-separated text (RFC 4180), each with the line it starts on. A quote out of place is kept as it is.</summary>
internal static class CsvRows
{
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read(string text)
    {
        var (at, line) = (text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0, 1);
        while (at < text.Length)
        {
            var (cells, start, isLast) = (new List<string>(), line, false);
            while (!isLast) cells.Add(ReadCell(text, ref at, ref line, out isLast));
            if (cells is not [""]) yield return (start, cells);
        }
    }

    private static string ReadCell(string text, ref int at, ref int line, out bool isLast)
    {
        if (at < text.Length && text[at] == '"') return ReadQuoted(text, ref at, ref line, out isLast);
        var end = text.AsSpan(at).IndexOfAny(',', '\r', '\n');
        var cell = end < 0 ? text[at..] : text.Substring(at, end);
        at += cell.Length;
        isLast = Close(text, ref at, ref line);
        return cell;
    }

    private static string ReadQuoted(string text, ref int at, ref int line, out bool isLast)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else break;
        }

        at++;
        // Words after the closing quote, up to the comma, belong to the cell all the same.
        while (at < text.Length && text[at] is not (',' or '\r' or '\n')) cell.Append(text[at++]);
        isLast = Close(text, ref at, ref line);
        return cell.ToString();
    }

    /// <summary>Steps over what ends a cell; true when it ends the row.</summary>
    private static bool Close(string text, ref int at, ref int line)
    {
        if (at >= text.Length) return true;
        if (text[at] == ',')
        {
            at++;
            return false;
        }

        if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
        at++;
        line++;
        return true;
    }
}
