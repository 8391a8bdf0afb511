using System.Buffers;
using System.Globalization;
using System.Text;

namespace Diapason.Tables;

/// <summary>How separated text is written for those who will open it.</summary>
/// <param name="Separator">Between two cells.</param>
/// <param name="DecimalMark">In numbers; must differ from the separator.</param>
public sealed record CsvDialect(char Separator, char DecimalMark)
{
    /// <summary>For programs: comma, decimal point.</summary>
    public static readonly CsvDialect Programs = new(',', '.');

    /// <summary>For a spreadsheet set to this culture: where numbers have a decimal comma, cells are apart by a semicolon.</summary>
    public static CsvDialect Of(CultureInfo culture) => culture.NumberFormat.NumberDecimalSeparator == "," ? new(';', ',') : Programs;
}

/// <summary>Separated text (RFC 4180), UTF-8 with its mark so that spreadsheets read accents right.</summary>
public sealed class CsvTableWriter(Stream output, CsvDialect dialect) : TableWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");
    private readonly StreamWriter _writer = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
    private readonly StringBuilder _row = new();
    private bool _isFirst = true;

    /// <inheritdoc/>
    public override void Text(string words) => Add(FormulaGuard.Mark(words));

    /// <inheritdoc/>
    public override void Code(string code) => Add(code);

    /// <inheritdoc/>
    public override void Number(double? value)
    {
        var text = value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
        // Never in quotes: some spreadsheets read a quoted number as text.
        Separate().Append(dialect.DecimalMark == '.' ? text : text.Replace('.', dialect.DecimalMark));
    }

    /// <inheritdoc/>
    public override void Day(DateOnly? day) => Add(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <inheritdoc/>
    public override void Empty() => Add("");

    /// <inheritdoc/>
    public override async ValueTask EndRowAsync(CancellationToken cancel)
    {
        // A row of one empty cell would read as a blank line.
        if (_row.Length == 0 && !_isFirst) _row.Append("\"\"");
        _row.Append("\r\n");
        await _writer.WriteAsync(_row, cancel);
        _row.Clear();
        _isFirst = true;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void Add(string cell)
    {
        Separate();
        // Comma, semicolon and tab are quoted whatever the dialect: a program set otherwise must not cut a cell in two.
        if (cell.AsSpan().IndexOfAny(Special) < 0) _row.Append(cell);
        else _row.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private StringBuilder Separate()
    {
        if (!_isFirst) _row.Append(dialect.Separator);
        _isFirst = false;
        return _row;
    }
}
