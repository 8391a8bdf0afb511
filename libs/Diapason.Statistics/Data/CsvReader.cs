using System.Runtime.InteropServices;
using System.Text;

namespace Diapason.Statistics;

/// <summary>Walks the fields of a text as RFC 4180 has them, without copying those that hold no quote; refuses the rest by line.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct CsvReader
{
    private readonly ReadOnlySpan<char> text;
    private readonly char separator;
    private int at;
    private int lines = 1;
    private bool pending;

    public CsvReader(ReadOnlySpan<char> text, char separator)
    {
        this.text = text;
        this.separator = separator;
        at = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0;
    }

    /// <summary>Line, from 1, where the field last read starts.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether the field last read was written with nothing at all, not even quotes.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>The next field, and whether it ends its record; false at the end of the text.</summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/>: a quote is left open or stands where it may not, or a line ends with CR alone.</exception>
    public bool Next(out ReadOnlySpan<char> field, out bool last)
    {
        field = default;
        last = true;
        // After a separator a field follows, even when the text ends there.
        if (at >= text.Length && !pending)
            return false;
        Line = lines;
        var start = at;
        field = at < text.Length && text[at] == '"' ? Quoted() : Plain();
        IsBlank = at == start;
        last = !(pending = at < text.Length && text[at] == separator);
        if (pending)
            at++;
        else
            EndOfLine();
        return true;
    }

    private ReadOnlySpan<char> Plain()
    {
        var length = text[at..].IndexOfAny([separator, '\n', '\r', '"']);
        length = length < 0 ? text.Length - at : length;
        var field = text.Slice(at, length);
        at += length;
        return at < text.Length && text[at] == '"' ? throw Refused(lines, "a quote inside a field that does not start with one") : field;
    }

    private void EndOfLine()
    {
        if (at >= text.Length)
            return;
        if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
            at++;
        if (text[at] != '\n')
            throw Refused(lines, text[at] == '\r' ? "a carriage return alone" : "text after a closing quote");
        at++;
        lines++;
    }

    private string Quoted()
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            lines += text[at] == '\n' ? 1 : 0;
            if (text[at] != '"')
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                value.Append('"');
                at++;
            }
            else
            {
                at++;
                return value.ToString();
            }
        }
        throw Refused(Line, "a quote that is never closed");
    }

    private static SurveyException Refused(int line, string what) => new(SurveyError.InvalidValue, $"Line {line} has {what}.");
}
