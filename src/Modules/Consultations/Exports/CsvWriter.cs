using System.Buffers;
using System.Text;

namespace Diapason.Consultations.Exports;

/// <summary>Writes rows of a comma-separated file as it is sent: UTF-8 with its mark, so that spreadsheets read accents right. Holds one row at most.</summary>
internal sealed class CsvWriter(Stream output) : IAsyncDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n;");
    private readonly StreamWriter _writer = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
    private readonly StringBuilder _row = new();

    public CsvWriter Add(string cell)
    {
        if (_row.Length > 0) _row.Append(',');
        if (cell.AsSpan().IndexOfAny(Special) < 0 && cell.Length > 0) _row.Append(cell);
        else _row.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    public async ValueTask EndRowAsync(CancellationToken cancel)
    {
        _row.Append("\r\n");
        await _writer.WriteAsync(_row, cancel);
        _row.Clear();
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
