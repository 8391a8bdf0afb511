using System.Runtime.InteropServices;
using System.Text;

namespace Diapason.Statistics;

/// <summary>Walks the fields of a text without copying those that hold no quote.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct CsvReader
{
    private readonly ReadOnlySpan<char> text;
    private readonly char separator;
    private int at;

    public CsvReader(ReadOnlySpan<char> text, char separator)
    {
        this.text = text;
        this.separator = separator;
        at = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0;
    }

    /// <summary>The next field, and whether it ends its line; false at the end of the text.</summary>
    public bool Next(out ReadOnlySpan<char> field, out bool last)
    {
        field = default;
        last = true;
        if (at >= text.Length)
            return false;
        if (text[at] == '"')
        {
            field = Quoted();
        }
        else
        {
            var length = text[at..].IndexOfAny(separator, '\n');
            length = length < 0 ? text.Length - at : length;
            field = text.Slice(at, length);
            at += length;
        }
        last = at >= text.Length || text[at] == '\n' || text[at] == '\r';
        while (last && at < text.Length && text[at] == '\r')
            at++;
        at++;
        if (last && field.EndsWith("\r", StringComparison.Ordinal))
            field = field[..^1];
        return true;
    }

    private string Quoted()
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
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
                break;
            }
        }
        return value.ToString();
    }
}
