using System.Text;

namespace Diapason.Tables;

/// <summary>Separated text as rows: finds the encoding and the separator that spreadsheets of any language write.</summary>
public static class ReadCsv
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="separator">Null: the one of comma, semicolon and tab that the first row holds most often outside quotes.</param>
    /// <param name="limits">Null: <see cref="TableLimits.Default"/>.</param>
    public static Table Rows(string text, char? separator = null, TableLimits? limits = null)
    {
        limits ??= TableLimits.Default;
        var reader = new CsvReader(text, separator ?? SeparatorOf(text));
        var (rows, cells, start) = (new List<TableRow>(), new List<string>(), 1);
        while (reader.Next(out var field, out var last))
        {
            cells.Add(field.ToString());
            if (cells.Count > limits.Columns) return new(rows, new(TableFault.TooManyColumns, start, limits.Columns));
            if (!last) continue;
            if (cells is not [""])
            {
                if (rows.Count == limits.Rows) return new(rows, new(TableFault.TooManyRows, start, limits.Rows));
                rows.Add(new(start, cells));
            }

            (cells, start) = (new List<string>(cells.Count), reader.Line);
        }

        return new(rows, reader.Fault is { } fault ? new(fault, reader.Line) : null);
    }

    /// <summary>Reads the bytes of a file: UTF-8 with or without its mark, UTF-16 with it, Windows-1252 for what is not valid UTF-8.</summary>
    public static Table Rows(ReadOnlySpan<byte> bytes, char? separator = null, TableLimits? limits = null) =>
        TextOf(bytes) is { } text ? Rows(text, separator, limits) : new([], new(TableFault.NotText, 0));

    /// <summary>Null when the bytes hold characters that no text holds.</summary>
    internal static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            _ => Eight(bytes),
        };
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    private static string Eight(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // What spreadsheets of western languages still write under the name "CSV".
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    private static char SeparatorOf(ReadOnlySpan<char> text)
    {
        var (commas, semicolons, tabs, quoted) = (0, 0, 0, false);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c is '\r' or '\n') break;
            if (c == ',') commas++;
            else if (c == ';') semicolons++;
            else if (c == '\t') tabs++;
        }

        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
