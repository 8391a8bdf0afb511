using System.Runtime.InteropServices;

namespace Diapason.Tables;

/// <summary>
/// Walks the fields of separated text as RFC 4180 has it, without copying those that hold no quote. A quote inside a field that does not start with
/// one is kept as it is; an unclosed quote, or text after a closing one, stops the walk with <see cref="Fault"/>.
/// </summary>
/// <remarks>IETF RFC 4180, <i>Common Format and MIME Type for Comma-Separated Values (CSV) Files</i>, 2005.</remarks>
[StructLayout(LayoutKind.Auto)]
public ref struct CsvReader
{
    private readonly ReadOnlySpan<char> _text;
    private readonly char _separator;
    private int _at;
    private bool _owesField;

    /// <param name="text">The whole text, with or without a byte-order mark.</param>
    /// <param name="separator">Between two fields: a comma, a semicolon or a tab.</param>
    public CsvReader(ReadOnlySpan<char> text, char separator = ',')
    {
        _text = text;
        _separator = separator;
        _at = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0;
        Line = 1;
    }

    /// <summary>The line, from 1, on which the next field starts; where the fault is, once there is one.</summary>
    public int Line { get; private set; }

    /// <summary>Why the walk stopped before the end; null otherwise.</summary>
    public TableFault? Fault { get; private set; }

    /// <summary>The next field.</summary>
    /// <param name="field">Its text, quotes taken away.</param>
    /// <param name="last">It ends its row.</param>
    /// <returns>False at the end of the text and at a fault.</returns>
    public bool Next(out ReadOnlySpan<char> field, out bool last)
    {
        field = default;
        last = true;
        if (Fault is not null) return false;
        if (_at >= _text.Length)
        {
            // "3," ends with an empty field; a text that ends with a line break does not.
            var owed = _owesField;
            _owesField = false;
            return owed;
        }

        if (_text[_at] == '"') return Quoted(out field, out last);
        var end = _text[_at..].IndexOfAny(_separator, '\r', '\n');
        field = end < 0 ? _text[_at..] : _text.Slice(_at, end);
        _at += field.Length;
        last = Close();
        return true;
    }

    private bool Quoted(out ReadOnlySpan<char> field, out bool last)
    {
        var (start, lines, doubled) = (++_at, 0, false);
        while (true)
        {
            var step = _text[_at..].IndexOfAny('"', '\n');
            if (step < 0) return Stop(TableFault.UnclosedQuote, 0, out field, out last);
            _at += step + 1;
            if (_text[_at - 1] == '\n') lines++;
            else if (_at < _text.Length && _text[_at] == '"') (doubled, _at) = (true, _at + 1);
            else break;
        }

        field = _text[start..(_at - 1)];
        if (doubled) field = field.ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
        if (_at < _text.Length && _text[_at] != _separator && _text[_at] is not ('\r' or '\n')) return Stop(TableFault.TextAfterQuote, lines, out field, out last);
        Line += lines;
        last = Close();
        return true;
    }

    private bool Stop(TableFault fault, int lines, out ReadOnlySpan<char> field, out bool last)
    {
        field = default;
        (Fault, Line, last) = (fault, Line + lines, true);
        return false;
    }

    /// <summary>Steps over what ends a field; true when it ends the row.</summary>
    private bool Close()
    {
        _owesField = false;
        if (_at >= _text.Length) return true;
        if (_text[_at] == _separator)
        {
            (_at, _owesField) = (_at + 1, true);
            return false;
        }

        if (_text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n') _at++;
        (_at, Line) = (_at + 1, Line + 1);
        return true;
    }
}
